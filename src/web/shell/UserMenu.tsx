import { Avatar, type MantineColorScheme, UnstyledButton, useMantineColorScheme } from "@mantine/core";
import { lazy, Suspense, useEffect, useState } from "react";
import { showLanguage, useT } from "../i18n.ts";
import { type SessionView, useSession } from "../session.ts";

const loadMenu = () => import("./UserMenuList.tsx");
const UserMenuList = lazy(loadMenu);

export type Theme = SessionView["user"]["theme"];
export const schemeOf: Record<Theme, MantineColorScheme> = { light: "light", dark: "dark", system: "auto" };

/** The user's own menu behind their initials. Also keeps the page in the language and theme they chose, on whatever machine. */
export function UserMenu({ openHelp }: { readonly openHelp: () => void }) {
  const t = useT();
  const { user } = useSession();
  const { setColorScheme } = useMantineColorScheme();
  const [isOpen, setIsOpen] = useState(false);
  const name = user.fullName || user.userName;

  useEffect(() => void showLanguage(user.language), [user.language]);
  useEffect(() => setColorScheme(schemeOf[user.theme]), [user.theme, setColorScheme]);

  const button = (
    <UnstyledButton
      style={{ borderRadius: "50%" }}
      aria-haspopup="menu"
      aria-expanded={isOpen}
      onPointerEnter={() => void loadMenu()}
      onClick={() => setIsOpen((open) => !open)}
    >
      <Avatar size={30} name={name} color="lake" variant="light" alt="" aria-hidden />
      <span className="visually-hidden">{t("web.top.account", { name })}</span>
    </UnstyledButton>
  );
  if (!isOpen) return button;
  return (
    <Suspense fallback={button}>
      <UserMenuList onClose={() => setIsOpen(false)} openHelp={openHelp}>
        {button}
      </UserMenuList>
    </Suspense>
  );
}
