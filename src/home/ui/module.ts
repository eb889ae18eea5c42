import { IconHome } from "@tabler/icons-react";
import type { UiModule } from "#web/ui-module.ts";

/** The way to the first page. */
export const homeUi: UiModule = {
  navigation: [
    {
      key: "home",
      labelKey: "home.title",
      icon: IconHome,
      to: "/",
      group: "main",
      onPhoneBar: true,
      shortcut: "G H",
    },
  ],
};
