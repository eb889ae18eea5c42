import { Checkbox } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { type MouseEvent, memo } from "react";
import type { Action } from "../actions.ts";
import { useT } from "../i18n.ts";
import { useFormat } from "../use-format.ts";
import { type Column, titleColumn } from "./columns.ts";
import classes from "./DataGrid.module.css";
import { Part } from "./Part.tsx";
import { RowMenu } from "./RowMenu.tsx";

export interface GridRowProps<Row> {
  readonly id: string;
  readonly row: Row;
  /** Position among all rows, from 0. */
  readonly index: number;
  readonly columns: readonly Column<Row>[];
  /** CSS grid columns, and the width they need at least. */
  readonly tracks: string;
  readonly minWidth: number;
  /** Distance from the top of all rows in pixels. */
  readonly top: number;
  readonly href: string | undefined;
  readonly isActive: boolean;
  /** Absent where rows cannot be selected. */
  readonly isSelected: boolean | undefined;
  readonly onSelect: (index: number, event: MouseEvent) => void;
  readonly onChoose: (index: number, event: MouseEvent) => void;
  readonly actions: readonly Action<Row>[] | undefined;
  readonly isMenuOpen: boolean;
  /** Opens the menu of the row with this position; `null` closes it. */
  readonly onMenu: (index: number | null) => void;
}

/** One line of the grid. */
function PlainGridRow<Row>(props: GridRowProps<Row>) {
  const t = useT();
  const format = useFormat();
  const { row, index, columns, isSelected, href } = props;
  const title = titleColumn(columns);
  return (
    <Part
      id={props.id}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      className={classes.row}
      style={{
        gridTemplateColumns: props.tracks,
        minWidth: props.minWidth,
        transform: `translateY(${props.top}px)`,
      }}
      data-active={props.isActive || undefined}
      data-link={href === undefined ? undefined : true}
      onClick={(event) => props.onChoose(index, event)}
    >
      {isSelected !== undefined && (
        <Part role="gridcell" className={classes.selectCell}>
          <Checkbox
            aria-label={t("web.list.selectRow")}
            checked={isSelected}
            tabIndex={-1}
            onClick={(event) => props.onSelect(index, event)}
            onChange={() => undefined}
          />
        </Part>
      )}
      {columns.map((column) => (
        <Part
          key={column.key}
          role="gridcell"
          className={`${classes.cell} ${column.align === "end" ? classes.end : ""} ${column === title ? classes.title : ""}`}
        >
          {column === title && href !== undefined ? (
            <Link to={href} tabIndex={-1}>
              {column.render(row, format)}
            </Link>
          ) : (
            column.render(row, format)
          )}
        </Part>
      ))}
      {props.actions && (
        <RowMenu
          row={row}
          actions={props.actions}
          isOpen={props.isMenuOpen}
          onOpen={() => props.onMenu(index)}
          onClose={() => props.onMenu(null)}
        />
      )}
    </Part>
  );
}

/** Drawn again only when something about this row changes, so that scrolling stays light. */
export const GridRow = memo(PlainGridRow) as typeof PlainGridRow;
