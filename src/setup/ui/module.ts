import { IconSettings } from "@tabler/icons-react";
import type { UiModule } from "#web/ui-module.ts";
import { setupPages } from "./setup-pages.ts";
import { setupPath } from "./setup-paths.ts";

/** The set-up in the navigation; each of its pages is found in the palette. */
export const setupUi: UiModule = {
  navigation: [
    {
      key: "setup",
      labelKey: "setup.overview.title",
      icon: IconSettings,
      to: setupPath,
      right: "setup.read",
      group: "main",
      shortcut: "G S",
    },
    ...setupPages
      .filter(({ isElsewhere }) => !isElsewhere)
      .map(({ to, titleKey, icon, right }) => ({
        key: `setup${to.replaceAll("/", ".")}`,
        labelKey: titleKey,
        icon,
        to,
        right,
        group: "hidden" as const,
      })),
  ],
};
