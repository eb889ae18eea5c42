import { Button, Text } from "@mantine/core";
import { campaignSource } from "#campaigns/ui/lookups.ts";
import { listSegments, type Segment } from "#segments/segments.contract.ts";
import { salespersonSource } from "#setup/ui/lookups.ts";
import { openDialog } from "#web/dialogs.ts";
import type { Filter } from "#web/filter/filters.ts";
import type { Column } from "#web/grid/columns.ts";
import { useT } from "#web/i18n.ts";
import { exportOf } from "#web/list/export-of.ts";
import { ListPage } from "#web/list/ListPage.tsx";
import { useMay } from "#web/session.ts";
import { useFormat } from "#web/use-format.ts";
import { nameOf, newSegment, segmentActions } from "./actions.ts";
import { segmentHref } from "./addresses.ts";

const columns: readonly Column<Segment>[] = [
  {
    key: "description",
    headerKey: "fields.description",
    render: nameOf,
    width: 220,
    grow: 3,
    isSortable: true,
  },
  {
    key: "no",
    headerKey: "fields.no",
    render: ({ no }) => no,
    width: 110,
    grow: 0,
    isSortable: true,
    onCard: "aside",
  },
  {
    key: "date",
    headerKey: "fields.date",
    render: ({ date }, format) => format.date(date),
    width: 120,
    grow: 0,
    isSortable: true,
    filter: { kind: "dateRange", key: "date", labelKey: "fields.date" },
    onCard: "line",
  },
  {
    key: "campaignNo",
    headerKey: "fields.campaignNo",
    render: ({ campaignDescription, campaignNo }) => campaignDescription ?? campaignNo,
    width: 180,
    grow: 2,
    isSortable: true,
    filter: { kind: "code", key: "campaignNo", labelKey: "fields.campaignNo", source: campaignSource },
    onCard: "subtitle",
  },
  {
    key: "salespersonCode",
    headerKey: "fields.salespersonCode",
    render: ({ salespersonName, salespersonCode }) => salespersonName ?? salespersonCode,
    width: 140,
    isSortable: true,
    filter: {
      kind: "code",
      key: "salespersonCode",
      labelKey: "fields.salespersonCode",
      source: salespersonSource,
    },
    onCard: "line",
  },
  {
    key: "lineCount",
    headerKey: "fields.lineCount",
    render: ({ lineCount }) => <LineCount count={lineCount} />,
    width: 110,
    grow: 0,
    align: "end",
    onCard: "line",
  },
];

/** On a card, where no header says it, the number has its word. */
function LineCount({ count }: { readonly count: number }) {
  const t = useT();
  const format = useFormat();
  return (
    <>
      <Text span inherit visibleFrom="sm">
        {format.number(count)}
      </Text>
      <Text span inherit hiddenFrom="sm">
        {t("segments.lines.count", { count })}
      </Text>
    </>
  );
}

const filters: readonly Filter[] = [{ kind: "flag", key: "isEmpty", labelKey: "segments.isEmpty" }];

const noOf = ({ no }: Segment) => no;
const hrefOf = ({ no }: Segment) => segmentHref(no);
const pageActions = [newSegment];
const exportHref = exportOf(listSegments);

export function SegmentListPage() {
  const t = useT();
  const may = useMay();
  return (
    <ListPage
      name="segments"
      titleKey="segments.title"
      endpoint={listSegments}
      columns={columns}
      filters={filters}
      rowKey={noOf}
      rowHref={hrefOf}
      actions={pageActions}
      rowActions={segmentActions}
      exportHref={exportHref}
      emptyTitleKey="segments.empty"
      emptyTextKey="segments.emptyText"
      emptyChildren={
        may("segments.write") && (
          <Button onClick={() => openDialog("segments.new", {})}>{t("segments.new")}</Button>
        )
      }
    />
  );
}
