import { ActionIcon, Button, Group, Menu } from "@mantine/core";
import { IconDots } from "@tabler/icons-react";
import { useOffer } from "../action-registry.ts";
import { type Action, type BoundAction, bindActions, hintProps } from "../actions.ts";
import { useT } from "../i18n.ts";
import { ariaShortcut } from "../shortcuts.rules.ts";
import { useUi } from "../ui.ts";
import { isMac } from "../use-shortcuts.ts";
import { ShortcutKeys } from "./ShortcutKeys.tsx";

/**
 * A page's actions as buttons: the primary one filled, a few plain ones, the rest in a menu (on a phone all but the
 * primary one); what takes the place of a button of the frame stands in the menu only. While it is shown, its actions also work by shortcut and stand in the palette.
 */
export function ActionBar<Subject>(props: {
  readonly actions: readonly Action<Subject>[];
  readonly subject: Subject;
  /** How many plain buttons stand beside the primary one before the menu begins; 2 unless said. */
  readonly visible?: number;
}) {
  const t = useT();
  const ui = useUi();
  const bound = bindActions(props.actions, props.subject, ui);
  useOffer(bound);
  if (bound.length === 0) return null;
  const primary = bound.filter(({ tone }) => tone === "primary");
  const rest = bound.filter(({ tone }) => tone !== "primary");
  const plain = rest
    .filter(({ tone, insteadOf }) => tone !== "danger" && insteadOf === undefined)
    .slice(0, props.visible ?? 2);
  const inMenu = rest.filter((candidate) => !plain.includes(candidate));
  return (
    <Group gap={6} wrap="nowrap" data-no-print>
      {plain.map((item) => (
        <ActionButton key={item.key} action={item} variant="default" visibleFrom="sm" />
      ))}
      {primary.map((item) => (
        <ActionButton key={item.key} action={item} variant="filled" />
      ))}
      {rest.length > 0 && (
        <Menu>
          <Menu.Target>
            <ActionIcon
              variant="default"
              size={30}
              aria-label={t("web.actions.more")}
              {...(inMenu.length === 0 ? { hiddenFrom: "sm" } : {})}
            >
              <IconDots size={16} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {plain.map((item) => (
              <ActionItem key={item.key} action={item} hiddenFrom="sm" />
            ))}
            {inMenu.map((item) => (
              <ActionItem key={item.key} action={item} />
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </Group>
  );
}

function ActionButton(props: {
  readonly action: BoundAction;
  readonly variant: "default" | "filled";
  readonly visibleFrom?: "sm";
}) {
  const t = useT();
  const { action, ...rest } = props;
  return (
    <Button
      {...rest}
      {...(action.icon ? { leftSection: <action.icon size={16} stroke={1.7} aria-hidden /> } : {})}
      aria-keyshortcuts={ariaShortcut(action.shortcut, isMac)}
      {...hintProps(action)}
      onClick={action.run}
    >
      {t(action.buttonKey ?? action.labelKey)}
    </Button>
  );
}

/** One action as a menu's line. */
export function ActionItem(props: { readonly action: BoundAction; readonly hiddenFrom?: "sm" }) {
  const t = useT();
  const { action, ...rest } = props;
  return (
    <Menu.Item
      {...rest}
      {...(action.icon ? { leftSection: <action.icon size={16} stroke={1.6} aria-hidden /> } : {})}
      {...(action.tone === "danger" ? { color: "var(--mantine-color-error)" } : {})}
      {...(action.shortcut === undefined
        ? {}
        : { rightSection: <ShortcutKeys shortcut={action.shortcut} /> })}
      onClick={action.run}
    >
      {t(action.labelKey)}
    </Menu.Item>
  );
}
