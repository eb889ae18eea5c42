import { Button } from "@mantine/core";
import { lazy, type ReactNode, Suspense, useEffect, useMemo } from "react";
import type { Endpoint } from "#platform/http/endpoint.ts";
import type { Action } from "../actions.ts";
import type { CallArgs } from "../api-client.ts";
import { FilterBar } from "../filter/FilterBar.tsx";
import { cleared, type Filter, isSet, parametersOf } from "../filter/filters.ts";
import { ColumnsMenu } from "../grid/ColumnsMenu.tsx";
import type { Column } from "../grid/columns.ts";
import { DataGrid } from "../grid/DataGrid.tsx";
import { columnsSetting, useGrid } from "../grid/use-grid.ts";
import { type TextKey, useT } from "../i18n.ts";
import { type RowOf, useInfiniteList } from "../query.ts";
import { writeSetting } from "../stored-setting.ts";
import { pickKnown, type SearchValues } from "../url-state.ts";
import { ActionBar } from "../widgets/ActionBar.tsx";
import { EmptyState } from "../widgets/EmptyState.tsx";
import { type Crumb, PageHeading } from "../widgets/PageHeading.tsx";
import { ExportMenu } from "./ExportMenu.tsx";
import type { ExportHref } from "./export-of.ts";
import classes from "./ListPage.module.css";
import { type ChangeSearch, useListSearch } from "./use-list-search.ts";
import { useViews } from "./views/use-views.ts";
import {
  columnsOfView,
  columnsToSave,
  noView,
  saysNothing,
  viewParameter,
} from "./views/view-state.rules.ts";

const ViewPicker = lazy(() => import("./views/ViewPicker.tsx"));

export interface ListPageProps<E extends Endpoint, Row extends object> {
  /** Under which name the reader's columns are kept, such as `contacts`. */
  readonly name: string;
  readonly titleKey: TextKey;
  readonly path?: readonly Crumb[];
  /** A list endpoint of the contract; it is asked with the filters of the address line. */
  readonly endpoint: E;
  readonly params?: Readonly<Record<string, string>>;
  /** Filters that always apply and are not shown. */
  readonly fixed?: Readonly<Record<string, string>>;
  /** Filters that the list opens with where neither the address line nor a view of the reader says others. Keep it outside. */
  readonly opensWith?: Readonly<Record<string, string>>;
  /** Keep it outside of the component: a new array draws every row again. */
  readonly columns: readonly Column<Row>[];
  /** Filters besides those of the columns. */
  readonly filters?: readonly Filter[];
  /** Whether the list understands `search`; true unless said. */
  readonly hasSearch?: boolean;
  readonly rowKey: (row: Row) => string;
  readonly rowHref?: (row: Row) => string;
  readonly onOpen?: (row: Row) => void;
  /** Actions of the page: the primary one creates, usually with the shortcut `N`. */
  readonly actions?: readonly Action[];
  readonly rowActions?: readonly Action<Row>[];
  readonly bulkActions?: readonly Action<readonly Row[]>[];
  readonly totals?: Readonly<Record<string, ReactNode>>;
  /** Shows the export menu; usually `exportOf(listContacts)`. */
  readonly exportHref?: ExportHref;
  /** Whether an import reads the exported file again; then the menu offers it with the names of the API. */
  readonly canComeBack?: boolean;
  readonly emptyTitleKey?: TextKey;
  readonly emptyTextKey?: TextKey;
  readonly emptyChildren?: ReactNode;
}

/** A list: heading with its saved views, actions, filters, rows. Filters, order and view are in the address line. */
export function ListPage<E extends Endpoint, Row extends RowOf<E> & object = RowOf<E> & object>(
  props: ListPageProps<E, Row>,
) {
  const t = useT();
  const { columns, hasSearch = true } = props;
  const { search, change } = useListSearch();
  const filters = useMemo(
    () => [...columns.flatMap(({ filter }) => (filter ? [filter] : [])), ...(props.filters ?? [])],
    [columns, props.filters],
  );
  const known = [...(hasSearch ? ["search"] : []), "sort", ...filters.flatMap(parametersOf)];
  const said = pickKnown(search, known);
  const query = { ...props.fixed, ...said };
  const views = useViews({ endpoint: props.endpoint, known, search, change });
  const { opensWith } = props;
  const isOpening = opensWith !== undefined && saysNothing(search, known);
  const isReady = views.isReady && !isOpening;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once the list is known to open with no view
  useEffect(() => {
    if (isOpening && views.isReady) change(opensWith, { replaces: true });
  }, [isOpening, views.isReady]);
  const opensWithMore = opensWith !== undefined || views.preset !== null;
  /** Filters and order that are all taken away stay away. */
  const changeFilters: ChangeSearch = (values, options) => {
    const isCleared = opensWithMore && saysNothing({ ...search, ...values } as SearchValues, known);
    change(isCleared ? { ...values, [viewParameter]: noView } : values, options);
  };
  const list = useInfiniteList(props.endpoint, { params: props.params, query } as unknown as CallArgs<E>, {
    enabled: isReady,
  });
  const rows = list.rows as readonly Row[];
  const savedColumns = useMemo(
    () => (views.current ? columnsOfView(views.current, columns) : null),
    [views.current, columns],
  );
  const grid = useGrid({
    name: props.name,
    columns,
    rows,
    rowKey: props.rowKey,
    view: views.current && { id: views.current.id, columns: savedColumns },
  });
  const isNarrowed = (search.search ?? "") !== "" || filters.some((filter) => isSet(filter, search));
  return (
    <div className={classes.page}>
      <PageHeading
        title={t(props.titleKey)}
        {...(props.path === undefined ? {} : { path: props.path })}
        badges={
          views.list !== null && (
            <Suspense fallback={<span className={classes.pickerRoom} />}>
              <ViewPicker
                views={{ ...views, list: views.list }}
                filters={filters}
                known={known}
                shown={{ query: said, columns: columnsToSave(columns, grid.visible) }}
                savedColumns={savedColumns}
                change={change}
                resetColumns={(view) => writeSetting(columnsSetting(props.name, view?.id), null)}
              />
            </Suspense>
          )
        }
      >
        <div style={{ display: "flex", gap: 6 }}>
          <ColumnsMenu
            columns={columns}
            visible={grid.visible}
            onShow={grid.showColumn}
            onReset={grid.resetColumns}
          />
          {props.exportHref && (
            <ExportMenu href={props.exportHref} query={query} canComeBack={props.canComeBack ?? false} />
          )}
          {props.actions && <ActionBar actions={props.actions} subject={undefined} />}
        </div>
      </PageHeading>
      <FilterBar filters={filters} search={search} onChange={changeFilters} hasSearch={hasSearch} />
      <DataGrid
        label={t(props.titleKey)}
        grid={grid}
        list={{ ...list, rows, isLoading: list.isLoading || !isReady }}
        columns={columns}
        rowHref={props.rowHref}
        onOpen={props.onOpen}
        rowActions={props.rowActions}
        bulkActions={props.bulkActions}
        totals={props.totals}
        sort={search.sort}
        onSort={(sort) => changeFilters({ sort })}
        empty={
          isNarrowed ? (
            <EmptyState title={t("web.list.emptyFiltered")} text={t("web.list.emptyFilteredText")}>
              <Button
                variant="default"
                onClick={() => changeFilters(Object.assign({ search: undefined }, ...filters.map(cleared)))}
              >
                {t("web.list.clearFilters")}
              </Button>
            </EmptyState>
          ) : (
            <EmptyState
              title={t(props.emptyTitleKey ?? "web.list.empty")}
              text={t(props.emptyTextKey ?? "web.list.emptyText")}
            >
              {props.emptyChildren}
            </EmptyState>
          )
        }
      />
    </div>
  );
}
