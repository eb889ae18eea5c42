import { IconUserCog } from "@tabler/icons-react";
import { lazy } from "react";
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
    "users.new": lazy(() => import("./NewUserDialog.tsx")),
    "users.link": lazy(() => import("./LinkDialog.tsx")),
    "users.newToken": lazy(() => import("./NewTokenDialog.tsx")),
  },
};
