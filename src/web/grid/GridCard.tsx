import { Link } from "@tanstack/react-router";
import type { CSSProperties, MouseEvent, Ref } from "react";
import { useT } from "../i18n.ts";
import { useFormat } from "../use-format.ts";
import { type Column, titleColumn } from "./columns.ts";
import classes from "./DataGrid.module.css";
import { Part } from "./Part.tsx";

/** One row as a card, on a phone: title and aside, subtitle, then the filled lines. */
export function GridCard<Row>(props: {
  readonly id: string;
  readonly row: Row;
  readonly index: number;
  readonly columns: readonly Column<Row>[];
  readonly style: CSSProperties;
  readonly href: string | undefined;
  readonly isActive: boolean;
  readonly measure: Ref<HTMLDivElement>;
  readonly onChoose: (index: number, event: MouseEvent) => void;
}) {
  const t = useT();
  const format = useFormat();
  const { row, columns, href } = props;
  const title = titleColumn(columns);
  const others = columns.filter((column) => column !== title && column.onCard !== "none");
  const at = (place: Column<Row>["onCard"]) => others.filter(({ onCard = "line" }) => onCard === place);
  const titleText = title?.render(row, format);
  return (
    <Part
      id={props.id}
      ref={props.measure}
      data-index={props.index}
      role="row"
      aria-rowindex={props.index + 2}
      className={classes.card}
      style={props.style}
      data-active={props.isActive || undefined}
      onClick={(event) => props.onChoose(props.index, event)}
    >
      <Part role="gridcell" style={{ display: "contents" }}>
        <div className={`${classes.cardTitle} ${classes.title}`}>
          {href === undefined ? titleText : <Link to={href}>{titleText}</Link>}
        </div>
        <div className={classes.cardAside}>
          {at("aside").map((column) => (
            <div key={column.key}>{column.render(row, format)}</div>
          ))}
        </div>
        {at("subtitle").map((column) => (
          <div key={column.key} style={{ gridColumn: "1 / -1" }}>
            {column.render(row, format)}
          </div>
        ))}
        <div className={classes.cardLines}>
          {at("line").map((column) => {
            const value = column.render(row, format);
            if (value === null || value === undefined || value === "") return null;
            return (
              <span key={column.key}>
                <span className="visually-hidden">{t(column.headerKey)}: </span>
                {value}
              </span>
            );
          })}
        </div>
      </Part>
    </Part>
  );
}
