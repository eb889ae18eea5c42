import { IconListCheck } from "@tabler/icons-react";
import { lazy } from "react";
import type { UiModule } from "#web/ui-module.ts";
import { tasksPath } from "./addresses.ts";

export const tasksUi: UiModule = {
  navigation: [
    {
      key: "tasks",
      labelKey: "tasks.title",
      icon: IconListCheck,
      to: tasksPath,
      right: "tasks.read",
      group: "main",
      shortcut: "G T",
    },
  ],
  dialogs: { "tasks.new": lazy(() => import("./NewTaskDialog.tsx")) },
};
