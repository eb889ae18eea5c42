import { IconListDetails, IconMessages, IconPlus, IconTrash, IconUsersGroup } from "@tabler/icons-react";
import { type Campaign, deleteCampaign } from "#campaigns/campaigns.contract.ts";
import { logHref, logStepByStep } from "#interactions/ui/index.ts";
import { segmentListHref } from "#segments/ui/index.ts";
import { action } from "#web/actions.ts";
import type { Ui } from "#web/ui.ts";
import { campaignEntriesHref, campaignsPath } from "./addresses.ts";

declare module "#web/dialogs.ts" {
  interface Dialogs {
    "campaigns.new": Record<never, never>;
  }
}

export function nameOf({ no, description }: Pick<Campaign, "no" | "description">): string {
  return description ?? no;
}

export const newCampaign = action({
  key: "campaigns.new",
  labelKey: "campaigns.new",
  icon: IconPlus,
  shortcut: "N",
  tone: "primary",
  right: "campaigns.write",
  run: (_, ui) => ui.openDialog("campaigns.new", {}),
});

export const campaignActions = [
  logStepByStep<Campaign>(({ no }) => ({ campaignNo: no })),
  action<Campaign>({
    key: "campaigns.entries",
    labelKey: "campaigns.showEntries",
    icon: IconListDetails,
    run: ({ no }, ui) => ui.go(campaignEntriesHref(no)),
  }),
  action<Campaign>({
    key: "campaigns.interactions",
    labelKey: "campaigns.showInteractions",
    icon: IconMessages,
    right: "interactions.read",
    run: ({ no }, ui) => ui.go(logHref({ campaignNo: no })),
  }),
  action<Campaign>({
    key: "campaigns.segments",
    labelKey: "campaigns.showSegments",
    icon: IconUsersGroup,
    right: "segments.read",
    run: ({ no }, ui) => ui.go(segmentListHref({ campaignNo: no })),
  }),
  action<Campaign>({
    key: "campaigns.delete",
    labelKey: "campaigns.delete",
    icon: IconTrash,
    tone: "danger",
    right: "campaigns.delete",
    run: remove,
  }),
];

async function remove(campaign: Campaign, ui: Ui): Promise<void> {
  const name = nameOf(campaign);
  const isMeant = await ui.ask({
    title: ui.t("campaigns.deleteTitle", { name }),
    text: ui.t("campaigns.deleteText"),
    confirmLabel: ui.t("campaigns.delete"),
    tone: "danger",
  });
  if (!isMeant) return;
  const params = { no: campaign.no };
  const done = await ui.call(deleteCampaign, { params, ifMatch: campaign.version }, ["campaign-entries"]);
  if (!done) return;
  ui.showSuccess(ui.t("campaigns.deleted", { name }));
  ui.go(campaignsPath);
}
