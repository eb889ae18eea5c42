import { ActionIcon } from "@mantine/core";
import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useT } from "../i18n.ts";
import { useMay, useSession } from "../session.ts";
import { useSetting } from "../stored-setting.ts";
import { type NavItem, useModules } from "../ui-module.ts";
import classes from "./AppFrame.module.css";
import { Logo } from "./Logo.tsx";

/** The pages of the navigation that the user's rights allow. */
export function useNavItems(): { main: NavItem[]; setup: NavItem[] } {
  const may = useMay();
  const allowed = useModules()
    .flatMap(({ navigation = [] }) => navigation)
    .filter((item) => may(item.right));
  return {
    main: allowed.filter(({ group }) => group === "main"),
    setup: allowed.filter(({ group }) => group === "setup"),
  };
}

/** The navigation at the left, collapsible to its icons. */
export function Navigation() {
  const t = useT();
  const { company } = useSession();
  const { main, setup } = useNavItems();
  const [isCollapsed, setIsCollapsed] = useSetting("navigationCollapsed", false);
  const toggleLabel = isCollapsed ? t("web.nav.expand") : t("web.nav.collapse");
  const ToggleIcon = isCollapsed ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse;
  return (
    <nav className={classes.nav} aria-label={t("web.nav.label")} data-collapsed={isCollapsed || undefined}>
      <div className={classes.company}>
        <Logo size={24} />
        {!isCollapsed && <span>{company.name ?? t("web.app.name")}</span>}
      </div>
      <div className={classes.items}>
        <NavList items={main} isCollapsed={isCollapsed} />
        {setup.length > 0 && (
          <>
            {!isCollapsed && (
              <div className={classes.groupTitle} id="nav-setup">
                {t("web.nav.setup")}
              </div>
            )}
            <NavList items={setup} isCollapsed={isCollapsed} />
          </>
        )}
      </div>
      <div className={classes.foot}>
        <ActionIcon
          aria-label={toggleLabel}
          title={toggleLabel}
          aria-expanded={!isCollapsed}
          onClick={() => setIsCollapsed(!isCollapsed)}
        >
          <ToggleIcon size={18} stroke={1.6} />
        </ActionIcon>
      </div>
    </nav>
  );
}

function NavList({
  items,
  isCollapsed,
}: {
  readonly items: readonly NavItem[];
  readonly isCollapsed: boolean;
}) {
  const t = useT();
  return (
    <ul style={{ listStyle: "none", margin: 0, padding: 0 }}>
      {items.map((item) => (
        <li key={item.key}>
          <Link
            className={classes.item}
            to={item.to}
            title={isCollapsed ? t(item.labelKey) : undefined}
            activeOptions={{ exact: item.to === "/", includeSearch: false }}
          >
            <item.icon size={18} stroke={1.6} aria-hidden style={{ flexShrink: 0 }} />
            <span className={isCollapsed ? "visually-hidden" : undefined}>{t(item.labelKey)}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
