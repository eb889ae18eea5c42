import type { CSSProperties, ReactNode } from "react";
import { useT } from "../i18n.ts";
import type { Column } from "./columns.ts";
import classes from "./DataGrid.module.css";
import { Part } from "./Part.tsx";

/** The line of totals under the rows, each figure under its column. */
export function GridTotals<Row>(props: {
  readonly columns: readonly Column<Row>[];
  readonly totals: Readonly<Record<string, ReactNode>>;
  readonly style: CSSProperties;
  readonly canSelect: boolean;
  readonly hasMenu: boolean;
}) {
  const t = useT();
  return (
    <Part role="row" className={classes.totals} style={props.style}>
      {props.canSelect && <Part role="gridcell" />}
      {props.columns.map((column, position) => (
        <Part
          key={column.key}
          role="gridcell"
          className={`${classes.cell} ${column.align === "end" ? classes.end : ""}`}
        >
          {props.totals[column.key] ?? (position === 0 ? t("web.list.total") : null)}
        </Part>
      ))}
      {props.hasMenu && <Part role="gridcell" />}
    </Part>
  );
}
