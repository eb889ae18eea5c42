import { Button } from "@mantine/core";
import { listNumberSeries, type NumberSeries } from "#numbering/number-series.contract.ts";
import { useSetupPath } from "#setup/ui/index.ts";
import { openDialog } from "#web/dialogs.ts";
import type { Column } from "#web/grid/columns.ts";
import { useT } from "#web/i18n.ts";
import { exportOf } from "#web/list/export-of.ts";
import { ListPage } from "#web/list/ListPage.tsx";
import { useMay } from "#web/session.ts";
import { newNumberSeries, numberSeriesActions, numberSeriesHref } from "./actions.ts";
import { NextNumber } from "./NextNumber.tsx";
import { YesNo } from "./YesNo.tsx";

const columns: readonly Column<NumberSeries>[] = [
  {
    key: "code",
    headerKey: "fields.code",
    render: ({ code }) => code,
    width: 150,
    grow: 0,
    isSortable: true,
  },
  {
    key: "description",
    headerKey: "fields.description",
    render: ({ description }) => description,
    width: 200,
    isSortable: true,
    onCard: "subtitle",
  },
  {
    key: "next",
    headerKey: "numbering.next",
    render: ({ lines }) => <NextNumber lines={lines} />,
    width: 160,
    grow: 0,
    onCard: "aside",
  },
  {
    key: "allowAutomatic",
    headerKey: "fields.allowAutomatic",
    render: ({ allowAutomatic }) => <YesNo value={allowAutomatic} />,
    width: 170,
    grow: 0,
    onCard: "none",
    filter: { kind: "flag", key: "allowAutomatic", labelKey: "fields.allowAutomatic" },
  },
  {
    key: "allowManual",
    headerKey: "fields.allowManual",
    render: ({ allowManual }) => <YesNo value={allowManual} />,
    width: 170,
    grow: 0,
    onCard: "none",
    filter: { kind: "flag", key: "allowManual", labelKey: "fields.allowManual" },
  },
];

const codeOf = ({ code }: NumberSeries) => code;
const hrefOf = ({ code }: NumberSeries) => numberSeriesHref(code);
const pageActions = [newNumberSeries];
const exportHref = exportOf(listNumberSeries);

export function NumberSeriesListPage() {
  const t = useT();
  const may = useMay();
  return (
    <ListPage
      name="numberSeries"
      titleKey="numbering.title"
      path={useSetupPath()}
      endpoint={listNumberSeries}
      columns={columns}
      rowKey={codeOf}
      rowHref={hrefOf}
      actions={pageActions}
      rowActions={numberSeriesActions}
      exportHref={exportHref}
      emptyTitleKey="numbering.empty"
      emptyTextKey="numbering.emptyText"
      emptyChildren={
        may("setup.write") && (
          <Button onClick={() => openDialog("numbering.new", {})}>{t("numbering.new")}</Button>
        )
      }
    />
  );
}
