import { IconListDetails, IconSpeakerphone } from "@tabler/icons-react";
import { lazyDialog } from "#web/dialogs.ts";
import type { UiModule } from "#web/ui-module.ts";
import { campaignEntriesPath, campaignsPath } from "./addresses.ts";

export const campaignsUi: UiModule = {
  navigation: [
    {
      key: "campaigns",
      labelKey: "campaigns.title",
      icon: IconSpeakerphone,
      to: campaignsPath,
      right: "campaigns.read",
      group: "main",
      shortcut: "G K",
    },
    {
      key: "campaigns.entries",
      labelKey: "campaigns.entries",
      icon: IconListDetails,
      to: campaignEntriesPath,
      right: "campaigns.read",
      group: "hidden",
    },
  ],
  dialogs: { "campaigns.new": lazyDialog(() => import("./NewCampaignDialog.tsx")) },
};
