import { Code, Input, Select, Stack, Switch, Text } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { type Right, rightsOfRole } from "#users/rights.rules.ts";
import { createToken, NewToken } from "#users/tokens.contract.ts";
import { call } from "#web/api-client.ts";
import type { DialogFrame } from "#web/dialogs.ts";
import { LookupField } from "#web/fields/LookupField.tsx";
import { TextField } from "#web/fields/TextField.tsx";
import { FormButtons } from "#web/form/FormButtons.tsx";
import { useNewForm } from "#web/form/use-new-form.ts";
import { useT } from "#web/i18n.ts";
import { refresh } from "#web/query.ts";
import { useUi } from "#web/ui.ts";
import { userSource } from "./lookups.ts";
import { RightsPicker } from "./RightsPicker.tsx";
import { RoleField } from "./RoleField.tsx";
import { type NewlyCreated, TokenDialog } from "./TokenDialog.tsx";
import { expiryOf, type Lifetime, lifetimes } from "./token-state.rules.ts";

const schema = NewToken.pick({ name: true, role: true, userName: true });

/** Makes an API token, then shows its secret, once. */
export default function NewTokenDialog({ onClose }: DialogFrame) {
  const t = useT();
  return (
    <TokenDialog
      titleKey="users.tokens.new"
      createdTitleKey="users.tokens.created"
      secretTextKey="users.tokens.secretText"
      secretKey="users.tokens.secret"
      copyKey="users.tokens.copy"
      onClose={onClose}
      form={(onCreated) => <TokenForm onCreated={onCreated} onCancel={onClose} />}
      behindSecret={({ prefix }) => (
        <Text size="sm" c="dimmed">
          {t("users.tokens.usage")} <Code>Authorization: Bearer {prefix}…</Code>
        </Text>
      )}
    />
  );
}

function TokenForm(props: {
  readonly onCreated: (token: NewlyCreated) => void;
  readonly onCancel: () => void;
}) {
  const t = useT();
  const ui = useUi();
  const [lifetime, setLifetime] = useState<Lifetime>("inYear");
  const [isNarrowed, setIsNarrowed] = useState(false);
  const [chosen, setChosen] = useState<readonly Right[]>([]);
  const [isTried, setIsTried] = useState(false);
  const form = useNewForm({
    schema,
    initial: { name: null, role: "integration", userName: null },
    create: async (body) => {
      const rights = isNarrowed ? { rights: [...chosen] } : {};
      const token = await call(createToken, {
        body: { ...body, ...rights, expiresAt: expiryOf(lifetime, new Date()) },
      });
      await refresh(ui.queries, ["tokens"]);
      return token;
    },
    onCreated: props.onCreated,
  });
  const { role } = form.values;
  const isMissingRights = isNarrowed && chosen.length === 0;

  function submit(event: FormEvent): void {
    event.preventDefault();
    setIsTried(true);
    if (!isMissingRights) void form.submit();
  }

  return (
    <form noValidate onSubmit={submit}>
      <Stack gap="sm">
        <TextField
          label={t("users.tokens.name")}
          description={t("users.tokens.nameText")}
          required
          autoFocus
          maxLength={100}
          {...form.field("name")}
        />
        <RoleField
          value={role}
          error={form.field("role").error}
          onChange={(value) => {
            form.field("role").onChange(value);
            setChosen(chosen.filter((right) => rightsOfRole[value].includes(right)));
          }}
        />
        <Switch
          label={t("users.tokens.narrow")}
          description={t("users.tokens.narrowText")}
          checked={isNarrowed}
          onChange={(event) => setIsNarrowed(event.currentTarget.checked)}
        />
        {isNarrowed && (
          <div>
            <RightsPicker
              offered={role === null ? [] : rightsOfRole[role]}
              chosen={chosen}
              onChange={setChosen}
            />
            {isTried && isMissingRights && <Input.Error>{t("users.tokens.narrowMissing")}</Input.Error>}
          </div>
        )}
        <LookupField
          label={t("users.tokens.owner")}
          description={t("users.tokens.ownerText")}
          source={userSource}
          {...form.field("userName")}
        />
        <Select
          label={t("users.tokens.expires")}
          allowDeselect={false}
          data={lifetimes.map((value) => ({ value, label: t(`users.tokens.${value}`) }))}
          value={lifetime}
          onChange={(value) => value !== null && setLifetime(value as Lifetime)}
        />
        <FormButtons
          submitLabel={t("users.tokens.create")}
          isSaving={form.isSaving}
          onCancel={props.onCancel}
        />
      </Stack>
    </form>
  );
}
