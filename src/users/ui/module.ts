import { IconUserCog } from "@tabler/icons-react";
import { lazyDialog } from "#web/dialogs.ts";
import type { UiModule } from "#web/ui-module.ts";
import { ownSettingsPath } from "./addresses.ts";

export const usersUi: UiModule = {
  navigation: [
    {
      key: "users.own",
      labelKey: "web.account.settings",
      icon: IconUserCog,
      to: ownSettingsPath,
      group: "hidden",
    },
  ],
  dialogs: {
    "users.new": lazyDialog(() => import("./NewUserDialog.tsx")),
    "users.link": lazyDialog(() => import("./LinkDialog.tsx")),
    "users.newToken": lazyDialog(() => import("./NewTokenDialog.tsx")),
    "users.newDevice": lazyDialog(() => import("./NewDeviceDialog.tsx")),
  },
};
