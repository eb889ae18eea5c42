import { Skeleton, Stack, Text } from "@mantine/core";
import type { TablerIcon } from "@tabler/icons-react";
import { useVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { useT } from "../i18n.ts";
import type { InfiniteList } from "../query.ts";
import { useFormat } from "../use-format.ts";
import { EmptyState } from "./EmptyState.tsx";
import { ErrorState } from "./ErrorState.tsx";
import classes from "./Timeline.module.css";
import { timelineLines } from "./timeline-lines.ts";

/** What happened, newest first, grouped by day or month; any length, it scrolls with the page. */
export function Timeline<Row>(props: {
  readonly list: InfiniteList<Row>;
  readonly keyOf: (row: Row) => string;
  /** The day (`YYYY-MM-DD`) it happened. Keep it and `icon` outside of the component. */
  readonly dayOf: (row: Row) => string;
  readonly icon: (row: Row) => TablerIcon;
  readonly render: (row: Row) => ReactNode;
  readonly groupBy?: "day" | "month";
  readonly empty?: ReactNode;
}) {
  const t = useT();
  const { list } = props;
  if (list.error && list.rows.length === 0) return <ErrorState error={list.error} onRetry={list.retry} />;
  if (list.isLoading) {
    return (
      <Stack gap="md" role="status" aria-label={t("web.list.loading")}>
        {[62, 78, 54].map((width) => (
          <Skeleton key={width} height={40} width={`${width}%`} />
        ))}
      </Stack>
    );
  }
  if (list.rows.length === 0) return props.empty ?? <EmptyState title={t("web.timeline.empty")} />;
  return <TimelineList {...props} />;
}

function TimelineList<Row>(props: Parameters<typeof Timeline<Row>>[0]) {
  const t = useT();
  const format = useFormat();
  const root = useRef<HTMLDivElement>(null);
  const [offset, setOffset] = useState(0);
  const { list, dayOf, keyOf, groupBy = "day" } = props;
  const lines = useMemo(() => timelineLines(list.rows, dayOf, groupBy), [list.rows, dayOf, groupBy]);
  const page = () => document.getElementById("content");

  // How far down the page the list begins; what stands above it may grow or fold.
  useLayoutEffect(() => {
    const scroller = page();
    if (!root.current || !scroller) return;
    const top =
      root.current.getBoundingClientRect().top - scroller.getBoundingClientRect().top + scroller.scrollTop;
    if (Math.abs(top - offset) > 1) setOffset(top);
  });

  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: page,
    estimateSize: (index) => (lines[index]?.kind === "heading" ? 38 : 64),
    getItemKey: (index) => {
      const line = lines[index];
      return line?.kind === "entry" ? keyOf(line.row) : (line?.period ?? index);
    },
    scrollMargin: offset,
    overscan: 8,
  });
  const items = virtual.getVirtualItems();
  const lastShown = items.at(-1)?.index ?? 0;

  // biome-ignore lint/correctness/useExhaustiveDependencies: asked anew when more came or the end comes near
  useEffect(() => {
    if (list.hasMore && lastShown >= lines.length - 10) list.loadMore();
  }, [list.hasMore, lastShown, lines.length]);

  return (
    <>
      <div
        ref={root}
        className={classes.list}
        aria-busy={list.isLoadingMore}
        style={{ height: virtual.getTotalSize() }}
      >
        {items.map((item) => {
          const line = lines[item.index];
          if (!line) return null;
          return (
            <div
              key={item.key}
              ref={virtual.measureElement}
              data-index={item.index}
              className={classes.line}
              style={{ transform: `translateY(${item.start - offset}px)` }}
            >
              {line.kind === "heading" ? (
                <h3 className={classes.heading} style={{ margin: 0 }}>
                  {groupBy === "day"
                    ? format.date(line.period, "weekday")
                    : format.date(`${line.period}-01`, "month")}
                </h3>
              ) : (
                <Entry icon={props.icon(line.row)} isLast={line.isLastOfPeriod}>
                  {props.render(line.row)}
                </Entry>
              )}
            </div>
          );
        })}
      </div>
      {list.isLoadingMore && (
        <Text size="xs" c="dimmed">
          {t("web.timeline.loadingMore")}
        </Text>
      )}
    </>
  );
}

function Entry(props: { readonly icon: TablerIcon; readonly isLast: boolean; readonly children: ReactNode }) {
  return (
    <article className={classes.entry} data-last={props.isLast || undefined}>
      <span className={classes.icon}>
        <props.icon size={15} stroke={1.7} aria-hidden />
      </span>
      <div className={classes.content}>{props.children}</div>
    </article>
  );
}
