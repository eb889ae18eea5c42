import { Menu, Text, useMantineColorScheme } from "@mantine/core";
import { IconKeyboard, IconLogout } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { changeOwnSettings, signOut, themes } from "#users/session.contract.ts";
import { type Language, languages } from "../format.ts";
import { showLanguage, useLanguage, useT } from "../i18n.ts";
import { useAction } from "../query.ts";
import { useKeepSession, useSession } from "../session.ts";
import { schemeOf, type Theme } from "./UserMenu.tsx";

/** Language and theme: shown at once, kept with the user. */
function useOwnSettings() {
  const { user } = useSession();
  const { setColorScheme } = useMantineColorScheme();
  const save = useAction(changeOwnSettings, { onDone: useKeepSession() });
  return {
    theme: user.theme,
    chooseLanguage: (language: Language) => {
      void showLanguage(language);
      save.mutate({ body: { language } });
    },
    chooseTheme: (theme: Theme) => {
      setColorScheme(schemeOf[theme]);
      save.mutate({ body: { theme } });
    },
  };
}

/** The open menu of the user; loaded when it is first opened. */
export default function UserMenuList(props: {
  readonly openHelp: () => void;
  readonly onClose: () => void;
  /** The button it hangs on. */
  readonly children: ReactElement;
}) {
  const t = useT();
  const { user } = useSession();
  const language = useLanguage();
  const settings = useOwnSettings();
  const leave = useSignOut();
  const name = user.fullName || user.userName;
  const languageNames = { en: t("web.account.languageEn"), fi: t("web.account.languageFi") };
  const themeNames = {
    light: t("web.account.themeLight"),
    dark: t("web.account.themeDark"),
    system: t("web.account.themeSystem"),
  };
  return (
    <Menu width={230} opened onChange={(isOpen) => !isOpen && props.onClose()}>
      <Menu.Target>{props.children}</Menu.Target>
      <Menu.Dropdown>
        <div style={{ padding: "6px 12px 8px" }}>
          <Text size="sm" fw={600} truncate>
            {name}
          </Text>
          <Text size="xs" c="dimmed" truncate>
            {user.email}
          </Text>
        </div>
        <Menu.Divider />
        <Menu.Label>{t("web.account.language")}</Menu.Label>
        <Menu.RadioGroup
          value={language}
          onChange={(choice) => settings.chooseLanguage(choice as Language)}
          aria-label={t("web.account.language")}
        >
          {languages.map((choice) => (
            <Menu.RadioItem key={choice} value={choice} lang={choice} closeMenuOnClick={false}>
              {languageNames[choice]}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Label>{t("web.account.theme")}</Menu.Label>
        <Menu.RadioGroup
          value={settings.theme}
          onChange={(choice) => settings.chooseTheme(choice as Theme)}
          aria-label={t("web.account.theme")}
        >
          {themes.map((choice) => (
            <Menu.RadioItem key={choice} value={choice} closeMenuOnClick={false}>
              {themeNames[choice]}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Item leftSection={<IconKeyboard size={16} stroke={1.6} />} onClick={props.openHelp}>
          {t("web.account.shortcuts")}
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={16} stroke={1.6} />} onClick={leave}>
          {t("web.account.signOut")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function useSignOut(): () => void {
  const queries = useQueryClient();
  const router = useRouter();
  const leave = useAction(signOut, {
    onDone: () => {
      void router.navigate({ to: "/sign-in" }).then(() => queries.clear());
    },
  });
  return () => leave.mutate({});
}
