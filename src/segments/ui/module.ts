import { IconUsersGroup } from "@tabler/icons-react";
import { lazyDialog } from "#web/dialogs.ts";
import type { UiModule } from "#web/ui-module.ts";
import { segmentsPath } from "./addresses.ts";

export const segmentsUi: UiModule = {
  navigation: [
    {
      key: "segments",
      labelKey: "segments.title",
      icon: IconUsersGroup,
      to: segmentsPath,
      right: "segments.read",
      group: "main",
      shortcut: "G M",
    },
  ],
  dialogs: {
    "segments.new": lazyDialog(() => import("./NewSegmentDialog.tsx")),
    "segments.addContacts": lazyDialog(() => import("./AddToSegmentDialog.tsx")),
    "segments.line": lazyDialog(() => import("./lines/LineDialog.tsx")),
  },
};
