import type { ReactNode } from "react";
import type { Filter } from "../filter/filters.ts";
import type { TextKey } from "../i18n.ts";
import type { Format } from "../use-format.ts";

/** One column of a list. */
export interface Column<Row> {
  /** The field's name in the API; also what `sort` is asked by. */
  readonly key: string;
  readonly headerKey: TextKey;
  readonly render: (row: Row, format: Format) => ReactNode;
  /** Least width in pixels; 120 unless said. */
  readonly width?: number;
  /** Share of the room that is left over; 0 keeps the width. 1 unless said. */
  readonly grow?: number;
  /** Figures stand at the end. */
  readonly align?: "start" | "end";
  readonly isSortable?: boolean;
  /** Not shown until the reader asks for it. */
  readonly startsHidden?: boolean;
  /** Gives way where there is no room for all columns, those with the lowest number first. */
  readonly givesWay?: number;
  /** Adds a filter of this field to the list's filter bar. */
  readonly filter?: Filter;
  /**
   * Where the field stands when rows become cards on a phone. The first column is the `title` unless another says so;
   * the title also carries the link to the record.
   */
  readonly onCard?: "title" | "subtitle" | "aside" | "line" | "none";
}

/** The column that names the row and links to its record. */
export function titleColumn<Row>(columns: readonly Column<Row>[]): Column<Row> | undefined {
  return columns.find(({ onCard }) => onCard === "title") ?? columns[0];
}

const defaultWidth = 120;
const selectWidth = 40;
const menuWidth = 40;

/** The room beside the outer columns. */
const sidePadding = 24;

interface Extras {
  readonly canSelect: boolean;
  readonly hasMenu: boolean;
}

/** The columns that fit into `room` pixels: those that give way are left out, as few as need be. */
export function fittingColumns<Row>(
  columns: readonly Column<Row>[],
  extras: Extras,
  room: number,
): readonly Column<Row>[] {
  if (gridTracks(columns, extras).minWidth + sidePadding <= room) return columns;
  const ranks = columns.flatMap(({ givesWay }) => (givesWay === undefined ? [] : [givesWay]));
  if (ranks.length === 0) return columns;
  const first = Math.min(...ranks);
  return fittingColumns(
    columns.filter(({ givesWay }) => givesWay !== first),
    extras,
    room,
  );
}

/** The grid's columns for CSS, and the width below which it scrolls sideways. */
export function gridTracks<Row>(
  columns: readonly Column<Row>[],
  extras: Extras,
): { template: string; minWidth: number } {
  const tracks = columns.map(({ width = defaultWidth, grow = 1 }) =>
    grow === 0 ? `${width}px` : `minmax(${width}px, ${grow}fr)`,
  );
  const template = [
    ...(extras.canSelect ? [`${selectWidth}px`] : []),
    ...tracks,
    ...(extras.hasMenu ? [`${menuWidth}px`] : []),
  ].join(" ");
  const ownWidths = columns.reduce((sum, { width = defaultWidth }) => sum + width, 0);
  const minWidth = ownWidths + (extras.canSelect ? selectWidth : 0) + (extras.hasMenu ? menuWidth : 0);
  return { template, minWidth };
}
