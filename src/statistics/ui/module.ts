import { IconChartBar } from "@tabler/icons-react";
import type { UiModule } from "#web/ui-module.ts";
import { statisticsPath } from "./addresses.ts";

/** The way to the statistics. */
export const statisticsUi: UiModule = {
  navigation: [
    {
      key: "statistics",
      labelKey: "statistics.title",
      icon: IconChartBar,
      to: statisticsPath,
      right: "interactions.read",
      group: "main",
      shortcut: "G F",
    },
  ],
};
