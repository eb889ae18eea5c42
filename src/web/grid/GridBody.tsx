import { useVirtualizer } from "@tanstack/react-virtual";
import {
  type KeyboardEvent,
  type MouseEvent,
  useCallback,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from "react";
import { useT } from "../i18n.ts";
import { useUi } from "../ui.ts";
import { fittingColumns, gridTracks } from "./columns.ts";
import classes from "./DataGrid.module.css";
import type { DataGridProps } from "./DataGrid.tsx";
import { GridCard } from "./GridCard.tsx";
import { GridHeader } from "./GridHeader.tsx";
import { GridRow } from "./GridRow.tsx";
import { GridTotals } from "./GridTotals.tsx";
import { readGridKey } from "./grid-keys.rules.ts";
import { Part } from "./Part.tsx";
import { useWidth } from "./use-width.ts";

const rowHeight = 36;
const cardHeight = 74;
/** Rows before the end at which the next page is asked for. */
const loadAhead = 30;

/** The scrolling part of the grid. One row is at hand; the grid keeps the focus and tells which one it is. */
export function GridBody<Row extends object>(
  props: DataGridProps<Row> & {
    readonly isPhone: boolean;
    readonly onSortKey: ((key: string) => void) | undefined;
  },
) {
  const t = useT();
  const ui = useUi();
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const { grid, list, isPhone, rowHref, onOpen, rowActions } = props;
  const { rows, table } = grid;
  const [active, setActive] = useState(-1);
  const [menuRow, setMenuRow] = useState<number | null>(null);
  const anchor = useRef(-1);
  const canSelect = !isPhone && (props.bulkActions?.length ?? 0) > 0;
  const hasMenu = !isPhone && (rowActions?.length ?? 0) > 0;
  const room = useWidth(scroller);
  const visible = useMemo(
    () => fittingColumns(grid.visible, { canSelect, hasMenu }, room),
    [grid.visible, canSelect, hasMenu, room],
  );
  const tracks = gridTracks(visible, { canSelect, hasMenu });
  const style = { gridTemplateColumns: tracks.template, minWidth: tracks.minWidth };

  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => (isPhone ? cardHeight : rowHeight),
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 12,
    scrollPaddingStart: isPhone ? 0 : rowHeight,
    scrollPaddingEnd: props.totals ? rowHeight : 0,
  });
  const items = virtual.getVirtualItems();
  const lastShown = items.at(-1)?.index ?? 0;
  const { loadMore, hasMore } = list;

  // biome-ignore lint/correctness/useExhaustiveDependencies: asked anew when more rows came or the end comes near
  useEffect(() => {
    if (hasMore && lastShown >= rows.length - loadAhead) loadMore();
  }, [hasMore, lastShown, rows.length]);

  function selectRange(from: number, to: number): void {
    const range = rows.slice(Math.min(from, to), Math.max(from, to) + 1);
    table.setRowSelection((former) => ({
      ...former,
      ...Object.fromEntries(range.map((row) => [row.id, true as const])),
    }));
  }

  function open(index: number): void {
    const row = rows[index]?.original;
    if (row === undefined) return;
    if (rowHref) ui.go(rowHref(row));
    else onOpen?.(row);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.target !== scroller.current) return;
    const pageSize = Math.max(1, Math.floor((scroller.current.clientHeight - rowHeight) / rowHeight) - 1);
    const move = readGridKey(event, { active, count: rows.length, pageSize });
    if (!move || (!canSelect && (move.kind === "toggle" || move.kind === "selectAll"))) return;
    event.preventDefault();
    if (move.kind === "move") {
      if (move.extends && canSelect) {
        if (anchor.current < 0) anchor.current = Math.max(0, active);
        selectRange(anchor.current, move.to);
      } else anchor.current = -1;
      setActive(move.to);
      virtual.scrollToIndex(move.to);
    } else if (move.kind === "open") open(active);
    else if (move.kind === "toggle") rows[active]?.toggleSelected();
    else if (move.kind === "selectAll") table.toggleAllRowsSelected(true);
    else if (move.kind === "clear") grid.clearSelection();
    else if (hasMenu) setMenuRow(active);
  }

  const latest = useRef({ rows, open });
  useEffect(() => {
    latest.current = { rows, open };
  });
  const onChoose = useCallback((index: number, event: MouseEvent) => {
    setActive(index);
    const isOnControl = (event.target as HTMLElement).closest("a, button, input, label, [role=menu]");
    const isMarkingText = (window.getSelection()?.toString() ?? "") !== "";
    if (!isOnControl && !isMarkingText) latest.current.open(index);
  }, []);
  const onSelect = useCallback((index: number, event: MouseEvent) => {
    latest.current.rows[index]?.getToggleSelectedHandler()(event);
  }, []);

  const onMenu = useCallback((index: number | null) => {
    setMenuRow(index);
    if (index === null) scroller.current?.focus({ preventScroll: true });
    else setActive(index);
  }, []);

  return (
    <Part
      ref={scroller}
      className={`${classes.scroller} ${list.isRefreshing ? classes.stale : ""}`}
      role="grid"
      aria-label={props.label}
      aria-rowcount={list.totalCount === null || list.isCapped ? -1 : list.totalCount + 1}
      aria-multiselectable={canSelect || undefined}
      aria-activedescendant={rows[active] ? `${id}-${rows[active].id}` : undefined}
      aria-describedby={`${id}-keys`}
      tabIndex={0}
      onFocus={() => setActive((former) => Math.max(0, former))}
      onKeyDown={onKeyDown}
      onContextMenu={(event) => {
        // Called by the keyboard: the row's own menu takes the place of the browser's.
        if (!hasMenu || event.target !== scroller.current) return;
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      <span id={`${id}-keys`} className="visually-hidden">
        {t("web.list.keys")}
      </span>
      {!isPhone && (
        <GridHeader
          columns={visible}
          style={style}
          sort={props.sort}
          onSort={props.onSortKey}
          hasMenu={hasMenu}
          {...(canSelect
            ? {
                selection: {
                  isAll: table.getIsAllRowsSelected(),
                  isSome: table.getIsSomeRowsSelected(),
                  toggleAll: () => table.toggleAllRowsSelected(),
                },
              }
            : {})}
        />
      )}
      <Part
        role="rowgroup"
        className={classes.body}
        style={{ height: virtual.getTotalSize(), minWidth: isPhone ? 0 : tracks.minWidth }}
      >
        {items.map((item) => {
          const row = rows[item.index];
          if (!row) return null;
          const shared = {
            id: `${id}-${row.id}`,
            row: row.original,
            index: item.index,
            columns: visible,
            href: rowHref?.(row.original),
            isActive: item.index === active,
            onChoose,
          };
          if (isPhone) {
            const place = { transform: `translateY(${item.start}px)` };
            return <GridCard key={row.id} {...shared} style={place} measure={virtual.measureElement} />;
          }
          return (
            <GridRow
              key={row.id}
              {...shared}
              tracks={tracks.template}
              minWidth={tracks.minWidth}
              top={item.start}
              isSelected={canSelect ? grid.selection[row.id] === true : undefined}
              onSelect={onSelect}
              actions={hasMenu ? rowActions : undefined}
              isMenuOpen={menuRow === item.index}
              onMenu={onMenu}
            />
          );
        })}
      </Part>
      {props.totals && !isPhone && (
        <GridTotals
          columns={visible}
          totals={props.totals}
          style={style}
          canSelect={canSelect}
          hasMenu={hasMenu}
        />
      )}
    </Part>
  );
}
