import { Button } from "@mantine/core";
import { IconBan, IconPlus } from "@tabler/icons-react";
import { useSetupPath } from "#setup/ui/index.ts";
import { listTokens, revokeToken, type Token } from "#users/tokens.contract.ts";
import { action } from "#web/actions.ts";
import { openDialog } from "#web/dialogs.ts";
import type { Column } from "#web/grid/columns.ts";
import { useT } from "#web/i18n.ts";
import { ListPage } from "#web/list/ListPage.tsx";
import { useFormat } from "#web/use-format.ts";
import { StatusBadge, type Tone } from "#web/widgets/StatusBadge.tsx";
import { roleChoices } from "./choices.ts";
import { LastSeen } from "./LastSeen.tsx";
import { RoleName } from "./RoleName.tsx";
import { stateOfToken, type TokenState } from "./token-state.rules.ts";

const tones: Readonly<Record<TokenState, Tone>> = {
  active: "success",
  expired: "warning",
  revoked: "neutral",
};

function State({ token }: { readonly token: Token }) {
  const t = useT();
  const state = stateOfToken(token, new Date());
  return <StatusBadge tone={tones[state]}>{t(`users.tokens.${state}`)}</StatusBadge>;
}

function Role({ token }: { readonly token: Token }) {
  const t = useT();
  return (
    <>
      <RoleName role={token.role} />
      {token.addressBookOnly && `, ${t("users.tokens.addressBookOnly")}`}
      {!token.addressBookOnly &&
        token.rights !== null &&
        `, ${t("users.tokens.narrowed", { count: token.rights.length })}`}
    </>
  );
}

function Expiry({ at }: { readonly at: string | null }) {
  const t = useT();
  const format = useFormat();
  return at === null ? t("users.tokens.neverExpires") : format.instant(at);
}

const columns: readonly Column<Token>[] = [
  { key: "name", headerKey: "users.tokens.name", render: ({ name }) => name, width: 170, isSortable: true },
  {
    key: "prefix",
    headerKey: "users.tokens.prefix",
    render: ({ prefix }) => <code>{prefix}…</code>,
    width: 130,
    grow: 0,
    onCard: "none",
  },
  {
    key: "role",
    headerKey: "fields.role",
    render: (token) => <Role token={token} />,
    width: 200,
    onCard: "subtitle",
    filter: { kind: "enum", key: "role", labelKey: "fields.role", choices: roleChoices },
  },
  {
    key: "userName",
    headerKey: "users.tokens.owner",
    render: ({ userName }) => userName,
    width: 140,
    grow: 0,
    startsHidden: true,
  },
  {
    key: "state",
    headerKey: "users.tokens.state",
    render: (token) => <State token={token} />,
    width: 110,
    grow: 0,
    onCard: "aside",
    filter: { kind: "flag", key: "revoked", labelKey: "users.tokens.revoked" },
  },
  {
    key: "expiresAt",
    headerKey: "users.tokens.expires",
    render: ({ expiresAt }) => <Expiry at={expiresAt} />,
    width: 165,
    grow: 0,
  },
  {
    key: "lastUsedAt",
    headerKey: "users.tokens.lastUsed",
    render: ({ lastUsedAt }) => <LastSeen at={lastUsedAt} />,
    width: 140,
    grow: 0,
  },
  {
    key: "createdBy",
    headerKey: "users.tokens.createdBy",
    render: ({ createdBy }) => createdBy,
    width: 130,
    grow: 0,
    startsHidden: true,
    onCard: "none",
  },
];

const newToken = action({
  key: "users.newToken",
  labelKey: "users.tokens.new",
  icon: IconPlus,
  shortcut: "N",
  tone: "primary",
  right: "users.admin",
  run: (_, ui) => ui.openDialog("users.newToken", {}),
});

const revoke = action<Token>({
  key: "users.revokeToken",
  labelKey: "users.tokens.revoke",
  icon: IconBan,
  tone: "danger",
  right: "users.admin",
  when: ({ revokedAt }) => revokedAt === null,
  run: async ({ id, name }, ui) => {
    const isSure = await ui.ask({
      title: ui.t("users.tokens.revokeTitle", { name }),
      text: ui.t("users.tokens.revokeText"),
      confirmLabel: ui.t("users.tokens.revoke"),
      tone: "danger",
    });
    if (isSure && (await ui.call(revokeToken, { params: { id: String(id) } })))
      ui.showSuccess(ui.t("users.tokens.revokedDone", { name }));
  },
});

const idOf = ({ id }: Token) => String(id);
const pageActions = [newToken];
const rowActions = [revoke];

export function TokenListPage() {
  const t = useT();
  return (
    <ListPage
      name="tokens"
      titleKey="users.tokens.title"
      path={useSetupPath()}
      endpoint={listTokens}
      columns={columns}
      rowKey={idOf}
      actions={pageActions}
      rowActions={rowActions}
      emptyTitleKey="users.tokens.emptyTitle"
      emptyTextKey="users.tokens.emptyText"
      emptyChildren={
        <Button onClick={() => openDialog("users.newToken", {})}>{t("users.tokens.new")}</Button>
      }
    />
  );
}
