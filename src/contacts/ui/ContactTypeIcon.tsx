import { IconBuilding, IconUser } from "@tabler/icons-react";
import type { Contact } from "#contacts/contacts.contract.ts";
import { useT } from "#web/i18n.ts";
import { typeKey } from "./choices.ts";

export const typeIcons = { company: IconBuilding, person: IconUser } as const;

/** Company or person at a glance; read aloud unless the word stands beside it. */
export function ContactTypeIcon(props: {
  readonly type: Contact["type"];
  readonly size?: number;
  readonly isNamed?: boolean;
}) {
  const t = useT();
  const Icon = typeIcons[props.type];
  return (
    <>
      <Icon
        size={props.size ?? 16}
        stroke={1.6}
        aria-hidden
        color="var(--mantine-color-dimmed)"
        style={{ flexShrink: 0 }}
      />
      {!props.isNamed && <span className="visually-hidden">{t(typeKey(props.type))}</span>}
    </>
  );
}
