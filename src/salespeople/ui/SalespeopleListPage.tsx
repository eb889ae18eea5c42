import { Button } from "@mantine/core";
import { listSalespeople, type Salesperson } from "#salespeople/salespeople.contract.ts";
import { useSetupPath } from "#setup/ui/index.ts";
import { openDialog } from "#web/dialogs.ts";
import type { Column } from "#web/grid/columns.ts";
import { useT } from "#web/i18n.ts";
import { exportOf } from "#web/list/export-of.ts";
import { ListPage } from "#web/list/ListPage.tsx";
import { useMay } from "#web/session.ts";
import { newSalesperson, salespersonActions, salespersonHref } from "./actions.ts";
import { SalespersonBadge } from "./SalespersonBadge.tsx";

const columns: readonly Column<Salesperson>[] = [
  {
    key: "name",
    headerKey: "fields.name",
    render: ({ name, code }) => name ?? code,
    width: 180,
    isSortable: true,
  },
  {
    key: "code",
    headerKey: "fields.code",
    render: ({ code }) => code,
    width: 110,
    grow: 0,
    isSortable: true,
    onCard: "aside",
  },
  { key: "jobTitle", headerKey: "fields.jobTitle", render: ({ jobTitle }) => jobTitle, onCard: "subtitle" },
  { key: "email", headerKey: "fields.email", render: ({ email }) => email, width: 200 },
  { key: "phoneNo", headerKey: "fields.phoneNo", render: ({ phoneNo }) => phoneNo, width: 150, grow: 0 },
  {
    key: "blocked",
    headerKey: "salespeople.status",
    render: (row) => <SalespersonBadge {...row} />,
    width: 140,
    grow: 0,
    filter: { kind: "flag", key: "blocked", labelKey: "fields.blocked" },
  },
];

const codeOf = ({ code }: Salesperson) => code;
const hrefOf = ({ code }: Salesperson) => salespersonHref(code);
const pageActions = [newSalesperson];
const exportHref = exportOf(listSalespeople);

export function SalespeopleListPage() {
  const t = useT();
  const may = useMay();
  return (
    <ListPage
      name="salespeople"
      titleKey="salespeople.title"
      path={useSetupPath()}
      endpoint={listSalespeople}
      columns={columns}
      rowKey={codeOf}
      rowHref={hrefOf}
      actions={pageActions}
      rowActions={salespersonActions}
      exportHref={exportHref}
      emptyTitleKey="salespeople.empty"
      emptyTextKey="salespeople.emptyText"
      emptyChildren={
        may("setup.write") && (
          <Button onClick={() => openDialog("salespeople.new", {})}>{t("salespeople.new")}</Button>
        )
      }
    />
  );
}
