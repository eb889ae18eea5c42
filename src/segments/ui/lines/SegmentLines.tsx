import { useState } from "react";
import { listSegmentLines, type SegmentLine } from "#segments/segment-lines.contract.ts";
import type { Segment } from "#segments/segments.contract.ts";
import { FilterBar } from "#web/filter/FilterBar.tsx";
import { isSet, parametersOf } from "#web/filter/filters.ts";
import { ColumnsMenu } from "#web/grid/ColumnsMenu.tsx";
import { DataGrid } from "#web/grid/DataGrid.tsx";
import { useGrid } from "#web/grid/use-grid.ts";
import { useT } from "#web/i18n.ts";
import { useListSearch } from "#web/list/use-list-search.ts";
import { useInfiniteList } from "#web/query.ts";
import { useMay } from "#web/session.ts";
import { useUi } from "#web/ui.ts";
import { pickKnown } from "#web/url-state.ts";
import { EmptyState } from "#web/widgets/EmptyState.tsx";
import { AddContacts } from "./AddContacts.tsx";
import { lineColumns } from "./columns.tsx";
import { changeLine, lineActions, openContact, selectionActions } from "./line-actions.ts";
import classes from "./SegmentLines.module.css";

const filters = lineColumns.flatMap(({ filter }) => (filter ? [filter] : []));
const known = ["search", ...filters.flatMap(parametersOf)];
const keyOf = ({ lineNo }: SegmentLine) => String(lineNo);
/** Who was added last stands first. */
const sort = "-lineNo";

/** Who is on the segment: contacts are added at the top, lines changed with Enter, removed one by one or several at once. */
export function SegmentLines({ segment }: { readonly segment: Segment }) {
  const t = useT();
  const ui = useUi();
  const may = useMay();
  const mayEdit = may("segments.edit");
  const [startedEmpty] = useState(segment.lineCount === 0);
  const { search, change } = useListSearch();
  const query = { ...pickKnown(search, known), sort };
  const list = useInfiniteList(listSegmentLines, { params: { no: segment.no }, query });
  const grid = useGrid({ name: "segmentLines", columns: lineColumns, rows: list.rows, rowKey: keyOf });
  const isNarrowed = (search.search ?? "") !== "" || filters.some((filter) => isSet(filter, search));
  const emptyText = mayEdit ? "segments.lines.emptyText" : "segments.lines.emptyReader";
  return (
    <section className={classes.lines} aria-label={t("segments.lines.title")}>
      <div className={classes.head}>
        <h2 className={classes.title}>{t("segments.lines.title")}</h2>
        <ColumnsMenu
          columns={lineColumns}
          visible={grid.visible}
          onShow={grid.showColumn}
          onReset={grid.resetColumns}
        />
      </div>
      {mayEdit && <AddContacts segment={segment} hasFocus={startedEmpty} />}
      {(segment.lineCount > 0 || isNarrowed) && (
        <div className={classes.wide}>
          <FilterBar filters={filters} search={search} onChange={change} hasSearch />
        </div>
      )}
      <div
        className={`${classes.wide} ${classes.grid}`}
        style={{ "--rows": Math.max(1, list.rows.length) } as React.CSSProperties}
      >
        <DataGrid
          label={t("segments.lines.title")}
          grid={grid}
          list={list}
          columns={lineColumns}
          onOpen={(line) => (mayEdit ? changeLine : openContact).run(line, ui)}
          rowActions={lineActions}
          bulkActions={mayEdit ? selectionActions : undefined}
          empty={
            isNarrowed ? (
              <EmptyState title={t("web.list.emptyFiltered")} text={t("web.list.emptyFilteredText")} />
            ) : (
              <EmptyState title={t("segments.lines.empty")} text={t(emptyText)} />
            )
          }
        />
      </div>
    </section>
  );
}
