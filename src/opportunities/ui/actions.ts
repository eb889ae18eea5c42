import {
  IconArrowBackUp,
  IconArrowRight,
  IconFlag,
  IconListCheck,
  IconMessages,
  IconPlayerPlay,
  IconPlus,
  IconTrash,
} from "@tabler/icons-react";
import { logHref, logStepByStep } from "#interactions/ui/index.ts";
import { reopenOpportunity } from "#opportunities/entries/entries.contract.ts";
import {
  deleteClosedOpportunities,
  deleteOpportunity,
  listOpportunities,
  type Opportunity,
  opportunityFilters,
} from "#opportunities/opportunities.contract.ts";
import { refuseDelete } from "#opportunities/opportunities.rules.ts";
import { action } from "#web/actions.ts";
import { call } from "#web/api-client.ts";
import type { Ui } from "#web/ui.ts";
import { parseSearch, pickKnown } from "#web/url-state.ts";
import { opportunitiesPath } from "./addresses.ts";

/** What a new opportunity begins with. */
export interface OpportunityStart {
  readonly contact?: { readonly no: string; readonly name: string | null } | undefined;
  readonly salespersonCode?: string | null | undefined;
}

/** An opportunity that something is done with. */
export interface OpportunitySubject {
  readonly no: string;
  readonly description: string;
}

declare module "#web/dialogs.ts" {
  interface Dialogs {
    "opportunities.new": OpportunityStart;
    "opportunities.move": OpportunitySubject;
    "opportunities.close": OpportunitySubject;
  }
}

/** Resources whose answers are stale once an opportunity is created, changed or deleted. */
export const changedByOpportunities = [
  "opportunities",
  "tasks",
  "interaction-log-entries",
  "contacts",
  "salespeople",
  "sales-cycles",
];

export const newOpportunity = action({
  key: "opportunities.new",
  labelKey: "opportunities.new",
  icon: IconPlus,
  shortcut: "N",
  tone: "primary",
  right: "opportunities.write",
  run: (_, ui) => ui.openDialog("opportunities.new", {}),
});

/** The filters of the list that stand in the address line. */
const filterNames = Object.keys(opportunityFilters).filter((name) => name !== "closed");

export const deleteClosed = action({
  key: "opportunities.deleteClosed",
  labelKey: "opportunities.deleteClosed",
  icon: IconTrash,
  tone: "danger",
  right: "jobs.run",
  run: removeClosed,
});

/** O-18: of what the list shows the closed ones. */
async function removeClosed(_: unknown, ui: Ui): Promise<void> {
  const filters = pickKnown(parseSearch(window.location.search), filterNames);
  const query = { ...filters, closed: "true", limit: "1", count: "true" } as const;
  const { totalCount: count = 0 } = await call(listOpportunities, { query });
  if (count === 0) return ui.showSuccess(ui.t("opportunities.noneClosed"));
  const isMeant = await ui.ask({
    title: ui.t("opportunities.deleteClosedTitle", { count }),
    text: ui.t("opportunities.deleteText"),
    confirmLabel: ui.t("opportunities.deleteClosedConfirm", { count }),
    tone: "danger",
  });
  if (!isMeant) return;
  const done = await ui.call(deleteClosedOpportunities, { body: filters }, changedByOpportunities);
  if (done) ui.showSuccess(ui.t("opportunities.closedDeleted", { count: done.result.deleted }));
}

const subjectOf = ({ no, description }: Opportunity): OpportunitySubject => ({ no, description });

export const opportunityActions = [
  action<Opportunity>({
    key: "opportunities.activate",
    labelKey: "opportunities.actions.activate",
    icon: IconPlayerPlay,
    shortcut: "U",
    tone: "primary",
    right: "opportunities.write",
    when: ({ status, salesCycleCode }) => status === "notStarted" && salesCycleCode !== null,
    run: (opportunity, ui) => ui.openDialog("opportunities.move", subjectOf(opportunity)),
  }),
  action<Opportunity>({
    key: "opportunities.update",
    labelKey: "opportunities.actions.update",
    icon: IconArrowRight,
    shortcut: "U",
    tone: "primary",
    right: "opportunities.write",
    when: ({ status, salesCycleCode }) => status === "inProgress" && salesCycleCode !== null,
    run: (opportunity, ui) => ui.openDialog("opportunities.move", subjectOf(opportunity)),
  }),
  action<Opportunity>({
    key: "opportunities.close",
    labelKey: "opportunities.actions.close",
    icon: IconFlag,
    shortcut: "E",
    right: "opportunities.write",
    when: ({ closed }) => !closed,
    run: (opportunity, ui) => ui.openDialog("opportunities.close", subjectOf(opportunity)),
  }),
  action<Opportunity>({
    key: "opportunities.reopen",
    labelKey: "opportunities.actions.reopen",
    icon: IconArrowBackUp,
    right: "opportunities.write",
    when: ({ closed }) => closed,
    run: reopen,
  }),
  logStepByStep<Opportunity>(({ no, contactNo }) => (contactNo === null ? null : { opportunityNo: no })),
  action<Opportunity>({
    key: "opportunities.newTask",
    labelKey: "opportunities.newTask",
    icon: IconListCheck,
    right: "tasks.write",
    run: (opportunity, ui) =>
      ui.openDialog("tasks.new", {
        contact: opportunity.contactNo
          ? { no: opportunity.contactNo, name: opportunity.contactName }
          : undefined,
        salespersonCode: opportunity.salespersonCode,
        campaignNo: opportunity.campaignNo,
        opportunityNo: opportunity.no,
      }),
  }),
  action<Opportunity>({
    key: "opportunities.interactions",
    labelKey: "opportunities.showInteractions",
    icon: IconMessages,
    right: "interactions.read",
    run: ({ no }, ui) => ui.go(logHref({ opportunityNo: no })),
  }),
  action<Opportunity>({
    key: "opportunities.delete",
    labelKey: "opportunities.delete",
    icon: IconTrash,
    tone: "danger",
    right: "opportunities.write",
    when: ({ status }) => refuseDelete(status) === null,
    run: remove,
  }),
];

async function reopen({ no, description, version }: Opportunity, ui: Ui): Promise<void> {
  const args = { params: { no }, ifMatch: version };
  const done = await ui.call(reopenOpportunity, args, changedByOpportunities);
  if (done) ui.showSuccess(ui.t("opportunities.reopened", { name: description }));
}

async function remove(opportunity: Opportunity, ui: Ui): Promise<void> {
  const name = opportunity.description;
  const isMeant = await ui.ask({
    title: ui.t("opportunities.deleteTitle", { name }),
    text: ui.t("opportunities.deleteText"),
    confirmLabel: ui.t("opportunities.delete"),
    tone: "danger",
  });
  if (!isMeant) return;
  const params = { no: opportunity.no };
  const done = await ui.call(
    deleteOpportunity,
    { params, ifMatch: opportunity.version },
    changedByOpportunities,
  );
  if (!done) return;
  ui.showSuccess(ui.t("opportunities.deleted", { name }));
  ui.go(opportunitiesPath);
}
