import { IconPlayerPlay, IconTrash, IconUser } from "@tabler/icons-react";
import { deletePostponed } from "#interactions/drafts/postponed.contract.ts";
import type { LogEntry } from "#interactions/log-entry.contract.ts";
import { action } from "#web/actions.ts";
import { contactHref } from "../addresses.ts";
import { openFlow } from "../flow/open-flow.ts";

/** Goes on with a postponed interaction where it was left. */
export const resumePostponed = action<LogEntry>({
  key: "interactions.resumePostponed",
  labelKey: "interactions.postponed.resume",
  icon: IconPlayerPlay,
  right: "interactions.write",
  run: ({ entryNo }, ui) => openFlow(ui, { postponedEntryNo: entryNo }),
});

const openContact = action<LogEntry>({
  key: "interactions.openContact",
  labelKey: "interactions.log.openContact",
  icon: IconUser,
  right: "contacts.read",
  when: ({ contactNo }) => contactNo !== null,
  run: ({ contactNo }, ui) => contactNo !== null && ui.go(contactHref(contactNo)),
});

const remove = action<LogEntry>({
  key: "interactions.deletePostponed",
  labelKey: "interactions.postponed.delete",
  icon: IconTrash,
  tone: "danger",
  right: "interactions.write",
  run: async ({ entryNo }, ui) => {
    const isMeant = await ui.ask({
      title: ui.t("interactions.postponed.deleteTitle", { entryNo }),
      text: ui.t("interactions.postponed.deleteText"),
      confirmLabel: ui.t("interactions.postponed.delete"),
      tone: "danger",
    });
    if (!isMeant) return;
    const done = await ui.call(deletePostponed, { params: { entryNo: String(entryNo) } }, [
      "home",
      "interaction-drafts",
    ]);
    if (done) ui.showSuccess(ui.t("interactions.postponed.deleted", { entryNo }));
  },
});

export const postponedActions = [resumePostponed, openContact, remove];
