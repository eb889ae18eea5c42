import { Checkbox } from "@mantine/core";
import { IconArrowDown, IconArrowUp } from "@tabler/icons-react";
import type { CSSProperties } from "react";
import { useT } from "../i18n.ts";
import { readSort } from "../url-state.ts";
import type { Column } from "./columns.ts";
import classes from "./DataGrid.module.css";
import { Part } from "./Part.tsx";

/** The line of headings: each sorts if it can, the first box selects all loaded rows. */
export function GridHeader<Row>(props: {
  readonly columns: readonly Column<Row>[];
  readonly style: CSSProperties;
  readonly sort: string | undefined;
  readonly onSort: ((key: string) => void) | undefined;
  /** Absent where rows cannot be selected. */
  readonly selection?: { readonly isAll: boolean; readonly isSome: boolean; readonly toggleAll: () => void };
  readonly hasMenu: boolean;
}) {
  const t = useT();
  const { selection } = props;
  return (
    <Part className={classes.header} style={props.style} role="row" aria-rowindex={1}>
      {selection && (
        <Part role="columnheader" className={classes.selectCell}>
          <Checkbox
            aria-label={t("web.list.selectAll")}
            checked={selection.isAll}
            indeterminate={selection.isSome && !selection.isAll}
            onChange={selection.toggleAll}
          />
        </Part>
      )}
      {props.columns.map((column) => (
        <HeaderCell key={column.key} column={column} sort={props.sort} onSort={props.onSort} />
      ))}
      {props.hasMenu && (
        <Part role="columnheader">
          <span className="visually-hidden">{t("web.list.rowMenu")}</span>
        </Part>
      )}
    </Part>
  );
}

function HeaderCell<Row>(props: {
  readonly column: Column<Row>;
  readonly sort: string | undefined;
  readonly onSort: ((key: string) => void) | undefined;
}) {
  const t = useT();
  const { column, onSort } = props;
  const sort = readSort(props.sort);
  const isSorted = sort?.key === column.key;
  const direction = isSorted ? (sort.isDescending ? "descending" : "ascending") : "none";
  const Arrow = direction === "descending" ? IconArrowDown : IconArrowUp;
  const label = t(column.headerKey);
  const canSort = column.isSortable && onSort;
  return (
    <Part
      role="columnheader"
      className={`${classes.cell} ${column.align === "end" ? classes.end : ""}`}
      {...(canSort ? { "aria-sort": direction } : {})}
    >
      {canSort ? (
        <button
          type="button"
          className={classes.sort}
          data-sorted={isSorted || undefined}
          title={t("web.list.sortBy", { column: label })}
          onClick={() => onSort(column.key)}
        >
          <span>{label}</span>
          {isSorted && <Arrow size={13} stroke={2} aria-hidden />}
        </button>
      ) : (
        label
      )}
    </Part>
  );
}
