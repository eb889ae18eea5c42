import { IconTargetArrow } from "@tabler/icons-react";
import { lazyDialog } from "#web/dialogs.ts";
import type { UiModule } from "#web/ui-module.ts";
import { opportunitiesPath } from "./addresses.ts";

export const opportunitiesUi: UiModule = {
  navigation: [
    {
      key: "opportunities",
      labelKey: "opportunities.title",
      icon: IconTargetArrow,
      to: opportunitiesPath,
      right: "opportunities.read",
      group: "main",
      shortcut: "G O",
    },
  ],
  dialogs: {
    "opportunities.new": lazyDialog(() => import("./NewOpportunityDialog.tsx")),
    "opportunities.move": lazyDialog(() => import("./MoveDialog.tsx")),
    "opportunities.close": lazyDialog(() => import("./CloseDialog.tsx")),
  },
};
