import { Drawer, Stack, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useT } from "../i18n.ts";
import type { NavItem } from "../ui-module.ts";
import classes from "./AppFrame.module.css";

/** All pages of the navigation, on a phone. */
export default function NavDrawer(props: {
  readonly main: readonly NavItem[];
  readonly setup: readonly NavItem[];
  readonly onClose: () => void;
}) {
  const t = useT();
  return (
    // Put together by hand: the ready-made title bar counts as a second banner of the page.
    <Drawer.Root opened onClose={props.onClose} position="bottom" size="75%">
      <Drawer.Overlay />
      <Drawer.Content>
        <div className={classes.drawerHead}>
          <Drawer.Title>{t("web.nav.label")}</Drawer.Title>
          <Drawer.CloseButton aria-label={t("web.actions.close")} />
        </div>
        <Drawer.Body>
          <Stack gap={2} onClick={props.onClose}>
            {props.main.map((item) => (
              <DrawerLink key={item.key} item={item} />
            ))}
            {props.setup.length > 0 && (
              <Text size="xs" c="dimmed" fw={500} mt="md" px={8}>
                {t("web.nav.setup")}
              </Text>
            )}
            {props.setup.map((item) => (
              <DrawerLink key={item.key} item={item} />
            ))}
          </Stack>
        </Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  );
}

function DrawerLink({ item }: { readonly item: NavItem }) {
  const t = useT();
  return (
    <Link className={classes.item} style={{ minHeight: 44 }} to={item.to}>
      <item.icon size={20} stroke={1.6} aria-hidden />
      {t(item.labelKey)}
    </Link>
  );
}
