import { useMantineColorScheme } from "@mantine/core";
import { useEffect, useMemo } from "react";
import { changeOwnSettings, getSession } from "#users/session.contract.ts";
import { call } from "#web/api-client.ts";
import { CardGroup } from "#web/card/CardGroup.tsx";
import { CardPage } from "#web/card/CardPage.tsx";
import { Fact, FactBox, FactList } from "#web/card/FactBox.tsx";
import { EnumField } from "#web/fields/EnumField.tsx";
import { TextField } from "#web/fields/TextField.tsx";
import { useCardForm } from "#web/form/use-card-form.ts";
import { showLanguage, useT } from "#web/i18n.ts";
import { useKeepSession, useMay, useSession } from "#web/session.ts";
import { languageChoices, themeChoices } from "./choices.ts";
import { OwnAddressBook } from "./OwnAddressBook.tsx";
import { OwnPassword } from "./OwnPassword.tsx";
import { OwnSessions } from "./OwnSessions.tsx";

const schema = changeOwnSettings.body!;

const labels = { fullName: "fields.fullName", language: "fields.language", theme: "fields.theme" } as const;

/** One's own name, language, theme, password, sessions and devices that read the address book. */
export function OwnSettingsPage() {
  const t = useT();
  const { user } = useSession();
  const may = useMay();
  const keepSession = useKeepSession();
  const { setColorScheme } = useMantineColorScheme();
  // One's own settings have no versions: the last word counts.
  const record = useMemo(() => ({ ...user, version: 0 }), [user]);

  useEffect(
    () => setColorScheme(user.theme === "system" ? "auto" : user.theme),
    [user.theme, setColorScheme],
  );

  const form = useCardForm({
    schema,
    record,
    labels,
    save: async (body) => {
      const session = await call(changeOwnSettings, { body });
      keepSession(session);
      const saved = session.user ?? user;
      await showLanguage(saved.language);
      return { ...saved, version: 0 };
    },
    reload: async () => ({ ...((await call(getSession, {})).user ?? user), version: 0 }),
  });
  return (
    <CardPage
      title={t("users.own.title")}
      subject={record}
      form={form}
      facts={
        <FactBox titleKey="users.own.account">
          <FactList>
            <Fact label={t("users.own.user")}>{user.userName}</Fact>
            <Fact label={t("fields.email")}>{user.email}</Fact>
            <Fact label={t("users.own.role")}>{t(`users.roles.${user.role}`)}</Fact>
            <Fact label={t("users.own.salesperson")}>
              {user.salespersonCode ?? t("users.own.noSalesperson")}
            </Fact>
          </FactList>
        </FactBox>
      }
    >
      <CardGroup name="users.own.me" titleKey="users.own.me" summary={user.fullName}>
        <TextField label={t("fields.fullName")} required maxLength={100} {...form.field("fullName")} />
        <EnumField
          label={t("fields.language")}
          choices={languageChoices}
          required
          {...form.field("language")}
        />
        <EnumField label={t("fields.theme")} choices={themeChoices} required {...form.field("theme")} />
      </CardGroup>
      <CardGroup name="users.own.password" titleKey="users.own.password" layout="plain">
        <OwnPassword />
      </CardGroup>
      <CardGroup name="users.own.sessions" titleKey="users.own.sessions" layout="plain">
        <OwnSessions />
      </CardGroup>
      {may("contacts.read") && (
        <CardGroup name="users.own.addressBook" titleKey="users.addressBook.title" layout="plain">
          <OwnAddressBook />
        </CardGroup>
      )}
    </CardPage>
  );
}
