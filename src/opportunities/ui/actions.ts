import { IconListCheck, IconMessages, IconPlus, IconTrash } from "@tabler/icons-react";
import { logHref, logStepByStep } from "#interactions/ui/index.ts";
import { deleteOpportunity, type Opportunity } from "#opportunities/opportunities.contract.ts";
import { refuseDelete } from "#opportunities/opportunities.rules.ts";
import { action } from "#web/actions.ts";
import type { Ui } from "#web/ui.ts";
import { opportunitiesPath } from "./addresses.ts";

/** What a new opportunity begins with. */
export interface OpportunityStart {
  readonly contact?: { readonly no: string; readonly name: string | null } | undefined;
  readonly salespersonCode?: string | null | undefined;
}

declare module "#web/dialogs.ts" {
  interface Dialogs {
    "opportunities.new": OpportunityStart;
  }
}

/** Resources whose answers are stale once an opportunity is created, changed or deleted. */
export const changedByOpportunities = ["opportunities", "tasks", "interaction-log-entries", "contacts"];

export const newOpportunity = action({
  key: "opportunities.new",
  labelKey: "opportunities.new",
  icon: IconPlus,
  shortcut: "N",
  tone: "primary",
  right: "opportunities.write",
  run: (_, ui) => ui.openDialog("opportunities.new", {}),
});

export const opportunityActions = [
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
