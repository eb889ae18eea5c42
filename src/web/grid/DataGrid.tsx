import { Button, Group, Skeleton } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { type ReactNode, useMemo } from "react";
import { type Action, type BoundAction, bindActions } from "../actions.ts";
import { useT } from "../i18n.ts";
import type { InfiniteList } from "../query.ts";
import { useUi } from "../ui.ts";
import { nextSort } from "../url-state.ts";
import { ErrorState } from "../widgets/ErrorState.tsx";
import type { Column } from "./columns.ts";
import classes from "./DataGrid.module.css";
import { GridBody } from "./GridBody.tsx";
import type { Grid } from "./use-grid.ts";

export interface DataGridProps<Row extends object> {
  /** Names the grid for screen readers. */
  readonly label: string;
  readonly grid: Grid<Row>;
  readonly list: InfiniteList<Row>;
  readonly columns: readonly Column<Row>[];
  /** Address of the row's record; Enter, a click and the title lead there. */
  readonly rowHref?: ((row: Row) => string) | undefined;
  /** What Enter does where there is no address. */
  readonly onOpen?: ((row: Row) => void) | undefined;
  readonly rowActions?: readonly Action<Row>[] | undefined;
  /** What can be done to several rows; makes rows selectable. */
  readonly bulkActions?: readonly Action<readonly Row[]>[] | undefined;
  readonly sort?: string | undefined;
  readonly onSort?: ((sort: string | undefined) => void) | undefined;
  /** Figures under their columns, by column key. */
  readonly totals?: Readonly<Record<string, ReactNode>> | undefined;
  /** What stands here when there are no rows. */
  readonly empty: ReactNode;
}

const skeletonRows = [88, 64, 76, 92, 58, 81, 69, 95, 73, 62];

/** A list of any length: virtual rows that load as one scrolls, sorting, selection, row menus; cards on a phone. */
export function DataGrid<Row extends object>(props: DataGridProps<Row>) {
  const t = useT();
  const { list, onSort } = props;
  const isPhone = useMediaQuery("(max-width: 760px)", false, { getInitialValueInEffect: false });
  const onSortKey = useMemo(
    () => (onSort ? (key: string) => onSort(nextSort(props.sort, key)) : undefined),
    [onSort, props.sort],
  );
  if (list.error && list.rows.length === 0) return <ErrorState error={list.error} onRetry={list.retry} />;
  if (list.isLoading) {
    return (
      <div className={classes.frame} role="status" aria-label={t("web.list.loading")}>
        {skeletonRows.map((width) => (
          <Skeleton key={width} height={12} width={`${width}%`} mx="lg" my={12} />
        ))}
      </div>
    );
  }
  if (list.rows.length === 0) return <div className={classes.frame}>{props.empty}</div>;
  return (
    <div className={classes.frame}>
      <GridBody {...props} isPhone={isPhone} onSortKey={onSortKey} />
      <GridFoot {...props} />
    </div>
  );
}

/** How many rows there are, how many are selected, and what can be done to those. */
function GridFoot<Row extends object>({ list, grid, bulkActions = [] }: DataGridProps<Row>) {
  const t = useT();
  const ui = useUi();
  const { selectedRows } = grid;
  const count = list.totalCount ?? list.rows.length;
  const isMore = list.totalCount === null ? list.hasMore : list.isCapped;

  /** What was done is done: the selection goes, so that nothing is done twice. */
  async function runOnSelected({ run }: BoundAction): Promise<void> {
    if ((await run()) !== false) grid.clearSelection();
  }

  return (
    <div className={classes.foot}>
      {selectedRows.length === 0 ? (
        <span role="status">{t(isMore ? "web.list.countLoaded" : "web.list.count", { count })}</span>
      ) : (
        <Group gap="xs">
          <span role="status">{t("web.list.selected", { count: selectedRows.length })}</span>
          {bindActions(bulkActions, selectedRows, ui).map((bound) => (
            <Button
              key={bound.key}
              size="compact-xs"
              variant="default"
              {...(bound.tone === "danger" ? { c: "var(--mantine-color-error)" } : {})}
              onClick={() => void runOnSelected(bound)}
            >
              {t(bound.labelKey)}
            </Button>
          ))}
          <Button size="compact-xs" variant="subtle" onClick={grid.clearSelection}>
            {t("web.list.clearSelection")}
          </Button>
        </Group>
      )}
      {list.isLoadingMore && <span>{t("web.list.loadingMore")}</span>}
    </div>
  );
}
