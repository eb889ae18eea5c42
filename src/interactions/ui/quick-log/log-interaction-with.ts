import { IconPencilPlus } from "@tabler/icons-react";
import { type Action, action } from "#web/actions.ts";
import { openQuickLog, quickLogKey } from "./open-quick-log.ts";
import type { LogContact } from "./quick-log.rules.ts";

/**
 * The quick log as an action of a contact's row.
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

/** The same on a card: there the frame's own button and shortcut log with the contact at hand. */
export function logInteractionHere<Subject>(
  contactOf: (subject: Subject) => LogContact | null,
): Action<Subject> {
  return {
    ...logInteractionWith(contactOf),
    buttonKey: "interactions.quickLog.button",
    hint: (subject, t) => t("interactions.quickLog.hintWith", { name: contactOf(subject)?.name ?? "" }),
    insteadOf: quickLogKey,
  };
}
