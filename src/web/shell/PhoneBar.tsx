import { UnstyledButton } from "@mantine/core";
import { IconMenu2, IconPlus } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import type { BoundAction } from "../actions.ts";
import { useT } from "../i18n.ts";
import type { NavItem } from "../ui-module.ts";
import classes from "./AppFrame.module.css";
import { useNavItems } from "./Navigation.tsx";

const NavDrawer = lazy(() => import("./NavDrawer.tsx"));

/** The navigation of a phone: four places within the thumb's reach, the rest in a drawer. */
export function PhoneBar({ quickLog }: { readonly quickLog: BoundAction | undefined }) {
  const t = useT();
  const { main, setup } = useNavItems();
  const [isOpen, setIsOpen] = useState(false);
  const places = main.filter(({ onPhoneBar }) => onPhoneBar).slice(0, 3);
  const half = Math.ceil(places.length / 2);
  return (
    <nav className={classes.bar} aria-label={t("web.nav.label")}>
      {places.slice(0, half).map((item) => (
        <BarLink key={item.key} item={item} />
      ))}
      {quickLog && (
        <UnstyledButton
          className={classes.barItem}
          aria-label={quickLog.hint ?? t(quickLog.labelKey)}
          onClick={quickLog.run}
        >
          <span className={classes.barLog}>
            <IconPlus size={22} stroke={2} aria-hidden />
          </span>
        </UnstyledButton>
      )}
      {places.slice(half).map((item) => (
        <BarLink key={item.key} item={item} />
      ))}
      <UnstyledButton className={classes.barItem} aria-expanded={isOpen} onClick={() => setIsOpen(true)}>
        <IconMenu2 size={21} stroke={1.6} aria-hidden />
        <span>{t("web.nav.more")}</span>
      </UnstyledButton>
      <Suspense>
        {isOpen && <NavDrawer main={main} setup={setup} onClose={() => setIsOpen(false)} />}
      </Suspense>
    </nav>
  );
}

function BarLink({ item }: { readonly item: NavItem }) {
  const t = useT();
  return (
    <Link
      className={classes.barItem}
      to={item.to}
      activeOptions={{ exact: item.to === "/", includeSearch: false }}
    >
      <item.icon size={21} stroke={1.6} aria-hidden />
      <span>{t(item.barLabelKey ?? item.labelKey)}</span>
    </Link>
  );
}
