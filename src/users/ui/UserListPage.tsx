import { Button } from "@mantine/core";
import { useSetupPath } from "#setup/ui/index.ts";
import { listUsers, type User } from "#users/users.contract.ts";
import { openDialog } from "#web/dialogs.ts";
import type { Column } from "#web/grid/columns.ts";
import { useT } from "#web/i18n.ts";
import { ListPage } from "#web/list/ListPage.tsx";
import { newUser, userActions } from "./actions.ts";
import { userHref } from "./addresses.ts";
import { roleChoices } from "./choices.ts";
import { LastSeen } from "./LastSeen.tsx";
import { RoleName } from "./RoleName.tsx";
import { UserState } from "./UserState.tsx";

const columns: readonly Column<User>[] = [
  {
    key: "fullName",
    headerKey: "fields.fullName",
    render: ({ fullName }) => fullName,
    width: 180,
    isSortable: true,
  },
  {
    key: "userName",
    headerKey: "fields.userName",
    render: ({ userName }) => userName,
    width: 140,
    isSortable: true,
    onCard: "line",
  },
  { key: "email", headerKey: "fields.email", render: ({ email }) => email, width: 200, isSortable: true },
  {
    key: "role",
    headerKey: "fields.role",
    render: ({ role }) => <RoleName role={role} />,
    width: 150,
    grow: 0,
    onCard: "subtitle",
    filter: { kind: "enum", key: "role", labelKey: "fields.role", choices: roleChoices },
  },
  {
    key: "salespersonCode",
    headerKey: "users.card.salesperson",
    render: ({ salespersonCode }) => salespersonCode,
    width: 110,
    grow: 0,
    onCard: "none",
  },
  {
    key: "state",
    headerKey: "users.list.state",
    render: (user) => <UserState {...user} />,
    width: 150,
    grow: 0,
    onCard: "aside",
    filter: { kind: "flag", key: "disabled", labelKey: "fields.disabled" },
  },
  {
    key: "lastSeenAt",
    headerKey: "users.list.lastSeen",
    render: ({ lastSeenAt }) => <LastSeen at={lastSeenAt} />,
    width: 150,
    grow: 0,
  },
];

const idOf = ({ id }: User) => String(id);
const hrefOf = ({ id }: User) => userHref(id);
const pageActions = [newUser];

export function UserListPage() {
  const t = useT();
  return (
    <ListPage
      name="users"
      titleKey="users.list.title"
      path={useSetupPath()}
      endpoint={listUsers}
      columns={columns}
      rowKey={idOf}
      rowHref={hrefOf}
      actions={pageActions}
      rowActions={userActions}
      emptyTextKey="users.list.emptyText"
      emptyChildren={<Button onClick={() => openDialog("users.new", {})}>{t("users.list.new")}</Button>}
    />
  );
}
