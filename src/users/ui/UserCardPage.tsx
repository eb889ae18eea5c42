import { Text } from "@mantine/core";
import { useParams } from "@tanstack/react-router";
import { getSalesperson } from "#salespeople/salespeople.contract.ts";
import { useSetupPath } from "#setup/ui/index.ts";
import { type Right, rights, rightsOfRole } from "#users/rights.rules.ts";
import { changeUser, getUser, type User, UserChange } from "#users/users.contract.ts";
import { call } from "#web/api-client.ts";
import { CardGroup } from "#web/card/CardGroup.tsx";
import { CardPage } from "#web/card/CardPage.tsx";
import { Fact, FactBox, FactList } from "#web/card/FactBox.tsx";
import { EnumField } from "#web/fields/EnumField.tsx";
import { LookupField } from "#web/fields/LookupField.tsx";
import { SwitchField, TextField } from "#web/fields/TextField.tsx";
import { useCardForm } from "#web/form/use-card-form.ts";
import { useT } from "#web/i18n.ts";
import { refresh, useEndpoint } from "#web/query.ts";
import { useUi } from "#web/ui.ts";
import { useFormat } from "#web/use-format.ts";
import { ErrorState } from "#web/widgets/ErrorState.tsx";
import { PageSkeleton } from "#web/widgets/PageSkeleton.tsx";
import { userActions } from "./actions.ts";
import { usersPath } from "./addresses.ts";
import { languageChoices } from "./choices.ts";
import { LastSeen } from "./LastSeen.tsx";
import { salespersonSource } from "./lookups.ts";
import { RightsList } from "./RightsList.tsx";
import { RightsPicker } from "./RightsPicker.tsx";
import { RoleField } from "./RoleField.tsx";
import { UserState } from "./UserState.tsx";

const labels = {
  userName: "fields.userName",
  fullName: "fields.fullName",
  email: "fields.email",
  role: "fields.role",
  extraRights: "fields.extraRights",
  salespersonCode: "users.card.salesperson",
  language: "fields.language",
  disabled: "fields.disabled",
} as const;

export function UserCardPage() {
  const { id = "" } = useParams({ strict: false }) as { readonly id?: string };
  const { data, error, refetch } = useEndpoint(getUser, { params: { id } });
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  return <UserCard key={data.id} record={data} />;
}

function UserCard({ record }: { readonly record: User }) {
  const t = useT();
  const ui = useUi();
  const format = useFormat();
  const params = { id: String(record.id) };
  const form = useCardForm({
    schema: UserChange,
    record,
    labels,
    save: async (body, ifMatch) => {
      const saved = await call(changeUser, { params, body, ifMatch });
      await refresh(ui.queries, ["users", ...(record.id === ui.session.user.id ? ["session"] : [])]);
      return saved;
    },
    reload: () => call(getUser, { params }),
  });
  const role = form.values.role ?? record.role;
  const salespersonCode = form.values.salespersonCode ?? null;
  const salesperson = useEndpoint(
    getSalesperson,
    { params: { code: salespersonCode ?? "" } },
    { enabled: salespersonCode !== null },
  );
  const ofRole = new Set<Right>(rightsOfRole[role]);
  const offered = rights.filter((right) => !ofRole.has(right));
  const extra = ((form.values.extraRights ?? []) as readonly Right[]).filter((right) => !ofRole.has(right));
  return (
    <CardPage
      title={record.fullName}
      path={useSetupPath({ label: t("users.list.title"), to: usersPath })}
      badges={<UserState {...record} />}
      actions={userActions}
      subject={record}
      form={form}
      facts={
        <>
          <FactBox titleKey="users.card.activity">
            <FactList>
              <Fact label={t("users.card.lastSeen")}>
                <LastSeen at={record.lastSeenAt} />
              </Fact>
              <Fact label={t("users.card.password")}>
                {t(record.hasPassword ? "users.card.passwordSet" : "users.card.passwordNotSet")}
              </Fact>
              <Fact label={t("users.card.created")}>{format.instant(record.createdAt)}</Fact>
            </FactList>
          </FactBox>
          <FactBox titleKey="users.card.mayDo">
            <RightsList rights={ofRole} />
          </FactBox>
        </>
      }
    >
      <CardGroup name="users.general" titleKey="users.card.general" summary={record.userName}>
        <TextField label={t("fields.fullName")} required maxLength={100} {...form.field("fullName")} />
        <TextField label={t("fields.userName")} required maxLength={50} {...form.field("userName")} />
        <TextField
          label={t("fields.email")}
          description={t("users.card.emailText")}
          type="email"
          required
          maxLength={80}
          {...form.field("email")}
        />
        <EnumField
          label={t("fields.language")}
          description={t("users.card.languageText")}
          choices={languageChoices}
          required
          {...form.field("language")}
        />
      </CardGroup>
      <CardGroup name="users.access" titleKey="users.card.access" summary={t(`users.roles.${record.role}`)}>
        <RoleField
          value={role}
          onChange={(value) => form.field("role").onChange(value)}
          error={form.field("role").error}
        />
        <LookupField
          label={t("users.card.salesperson")}
          description={t("users.card.salespersonText")}
          source={salespersonSource}
          valueLabel={salesperson.data?.name}
          {...form.field("salespersonCode")}
          value={salespersonCode}
        />
        <SwitchField
          label={t("fields.disabled")}
          description={t("users.card.disabledText")}
          {...form.field("disabled")}
          value={form.values.disabled === true}
        />
      </CardGroup>
      <CardGroup
        name="users.extraRights"
        titleKey="users.card.extraRights"
        startsFolded
        layout="plain"
        summary={t("users.card.extraRightsCount", { count: extra.length })}
      >
        <Text size="sm" c="dimmed" mb="sm">
          {t(offered.length === 0 ? "users.card.extraRightsAll" : "users.card.extraRightsText")}
        </Text>
        <RightsPicker
          offered={offered}
          chosen={extra}
          onChange={(chosen) => form.field("extraRights").onChange(chosen)}
        />
      </CardGroup>
    </CardPage>
  );
}
