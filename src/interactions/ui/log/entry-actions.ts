import {
  IconArrowBackUp,
  IconCircleOff,
  IconListCheck,
  IconMoodSmile,
  IconPencilPlus,
  IconTargetArrow,
  IconTrash,
  IconUser,
} from "@tabler/icons-react";
import { createOpportunityOfEntry } from "#interactions/follow-ups/follow-ups.contract.ts";
import { deleteLogEntry, type LogEntry } from "#interactions/log-entry.contract.ts";
import { opportunityHref } from "#opportunities/ui/index.ts";
import { type Action, action } from "#web/actions.ts";
import { call } from "#web/api-client.ts";
import { refresh } from "#web/query.ts";
import type { Ui } from "#web/ui.ts";
import { stringifySearch } from "#web/url-state.ts";
import { showOffer, showProblem } from "#web/widgets/notify.tsx";
import { contactHref, entryParameter } from "../addresses.ts";
import { correctEntry, showCorrections, undoCorrectionOf } from "../correct/correct-actions.ts";
import { openQuickLog } from "../quick-log/open-quick-log.ts";
import { changedByInteractions } from "../resources.ts";

declare module "#web/dialogs.ts" {
  interface Dialogs {
    "interactions.evaluate": { readonly entries: readonly LogEntry[] };
    "interactions.cancel": { readonly entries: readonly LogEntry[]; readonly kind: "cancel" | "reinstate" };
  }
}

/** What can be done to one entry of the log. */
export const entryActions: readonly Action<LogEntry>[] = [
  action<LogEntry>({
    key: "interactions.logAgain",
    labelKey: "interactions.log.logAgain",
    icon: IconPencilPlus,
    right: "interactions.write",
    when: ({ contactNo }) => contactNo !== null,
    run: ({ contactNo, contactName, contactCompanyNo, contactCompanyName }) => {
      if (contactNo === null) return;
      const companyName = contactCompanyNo === contactNo ? null : contactCompanyName;
      openQuickLog({ contact: { no: contactNo, name: contactName ?? contactNo, companyName } });
    },
  }),
  action<LogEntry>({
    key: "interactions.openContact",
    labelKey: "interactions.log.openContact",
    icon: IconUser,
    right: "contacts.read",
    when: ({ contactNo }) => contactNo !== null,
    run: ({ contactNo }, ui) => contactNo !== null && ui.go(contactHref(contactNo)),
  }),
  action<LogEntry>({
    key: "interactions.createTask",
    labelKey: "interactions.log.createTask",
    icon: IconListCheck,
    right: "tasks.write",
    when: ({ contactNo }) => contactNo !== null,
    run: ({ contactNo, contactName, description, salespersonCode, campaignNo, opportunityNo }, ui) =>
      ui.openDialog("tasks.new", {
        ...(contactNo !== null && { contact: { no: contactNo, name: contactName } }),
        description,
        salespersonCode,
        campaignNo,
        opportunityNo,
      }),
  }),
  action<LogEntry>({
    key: "interactions.createOpportunity",
    labelKey: "interactions.log.createOpportunity",
    icon: IconTargetArrow,
    right: "opportunities.write",
    when: ({ contactNo, canceled, opportunityNo }) =>
      contactNo !== null && !canceled && opportunityNo === null,
    run: createOpportunity,
  }),
  correctEntry,
  showCorrections,
  undoCorrectionOf,
  action<LogEntry>({
    key: "interactions.cancel",
    labelKey: "interactions.log.cancel",
    icon: IconCircleOff,
    right: "interactions.write",
    when: ({ canceled }) => !canceled,
    run: (entry, ui) => ui.openDialog("interactions.cancel", { entries: [entry], kind: "cancel" }),
  }),
  action<LogEntry>({
    key: "interactions.reinstate",
    labelKey: "interactions.log.reinstate",
    icon: IconArrowBackUp,
    right: "interactions.write",
    when: ({ canceled, correctedByEntryNo }) => canceled && correctedByEntryNo === null,
    run: (entry, ui) => ui.openDialog("interactions.cancel", { entries: [entry], kind: "reinstate" }),
  }),
  action<LogEntry>({
    key: "interactions.delete",
    labelKey: "interactions.log.delete",
    icon: IconTrash,
    right: "interactions.delete",
    tone: "danger",
    when: ({ canceled }) => canceled,
    run: deleteEntry,
  }),
];

/** The same for an entry that is open at the side, where they can be pressed. */
export const panelActions: readonly Action<LogEntry>[] = entryActions.map((offered) =>
  offered === correctEntry ? { ...offered, shortcut: "C" } : offered,
);

/** What can be done to several entries at once. */
export const bulkActions: readonly Action<readonly LogEntry[]>[] = [
  action<readonly LogEntry[]>({
    key: "interactions.evaluateSeveral",
    labelKey: "interactions.log.evaluate",
    icon: IconMoodSmile,
    right: "interactions.write",
    run: (entries, ui) => ui.openDialog("interactions.evaluate", { entries }),
  }),
  action<readonly LogEntry[]>({
    key: "interactions.cancelSeveral",
    labelKey: "interactions.log.cancel",
    icon: IconCircleOff,
    right: "interactions.write",
    when: (entries) => entries.some(({ canceled }) => !canceled),
    run: (entries, ui) =>
      ui.openDialog("interactions.cancel", {
        entries: entries.filter(({ canceled }) => !canceled),
        kind: "cancel",
      }),
  }),
  action<readonly LogEntry[]>({
    key: "interactions.reinstateSeveral",
    labelKey: "interactions.log.reinstate",
    icon: IconArrowBackUp,
    right: "interactions.write",
    when: (entries) => entries.some(({ canceled }) => canceled),
    run: (entries, ui) =>
      ui.openDialog("interactions.cancel", {
        entries: entries.filter(({ canceled }) => canceled),
        kind: "reinstate",
      }),
  }),
];

/** Makes an opportunity at once: it takes everything from the entry, and its page is one click away. */
async function createOpportunity({ entryNo }: LogEntry, ui: Ui): Promise<void> {
  const params = { entryNo: String(entryNo) };
  const done = await ui.call(createOpportunityOfEntry, { params, body: {} }, ["opportunities", "contacts"]);
  if (!done) return;
  const { no } = done.result;
  showOffer(ui.t("interactions.log.opportunityCreated", { no }), ui.t("web.actions.open"), () =>
    ui.go(opportunityHref(no)),
  );
}

async function deleteEntry({ entryNo }: LogEntry, ui: Ui): Promise<void> {
  const isMeant = await ui.ask({
    title: ui.t("interactions.log.deleteTitle", { entryNo }),
    text: ui.t("interactions.log.deleteText"),
    confirmLabel: ui.t("interactions.log.delete"),
    tone: "danger",
  });
  if (!isMeant) return;
  try {
    await call(deleteLogEntry, { params: { entryNo: String(entryNo) } });
  } catch (error) {
    return showProblem(error);
  }
  // Where the entry is open at the side, its panel goes before the answers about it are asked for again.
  const search = new URLSearchParams(window.location.search);
  if (search.get(entryParameter) === String(entryNo)) {
    search.delete(entryParameter);
    ui.go(`${window.location.pathname}${stringifySearch(Object.fromEntries(search))}`);
  }
  ui.showSuccess(ui.t("interactions.log.deleted", { entryNo }));
  await refresh(ui.queries, changedByInteractions);
}
