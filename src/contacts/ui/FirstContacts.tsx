import { Button, Group } from "@mantine/core";
import { bindActions } from "#web/actions.ts";
import { useT } from "#web/i18n.ts";
import { useUi } from "#web/ui.ts";
import { importContacts, newContact } from "./actions.ts";

/** The ways to the first contacts, where there are none. */
export function FirstContacts() {
  const t = useT();
  const ui = useUi();
  return (
    <Group justify="center" gap="xs">
      {bindActions([newContact, importContacts], undefined, ui).map(({ key, labelKey, icon: Icon, run }) => (
        <Button
          key={key}
          variant={key === importContacts.key ? "filled" : "default"}
          {...(Icon ? { leftSection: <Icon size={16} stroke={1.7} aria-hidden /> } : {})}
          onClick={run}
        >
          {t(labelKey)}
        </Button>
      ))}
    </Group>
  );
}
