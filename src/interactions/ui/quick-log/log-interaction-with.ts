import { IconPencilPlus } from "@tabler/icons-react";
import { type Action, action } from "#web/actions.ts";
import { openQuickLog } from "./open-quick-log.ts";
import type { LogContact } from "./quick-log.rules.ts";

/**
 * The quick log as an action of a contact's card or row.
 * @param contactOf names the contact; `null` where nothing may be logged, as when privacy blocked
 */
export function logInteractionWith<Subject>(
  contactOf: (subject: Subject) => LogContact | null,
): Action<Subject> {
  return action<Subject>({
    key: "interactions.logWith",
    labelKey: "interactions.quickLog.action",
    icon: IconPencilPlus,
    shortcut: "L",
    right: "interactions.write",
    when: (subject) => contactOf(subject) !== null,
    run: (subject) => {
      const contact = contactOf(subject);
      if (contact) openQuickLog({ contact });
    },
  });
}
