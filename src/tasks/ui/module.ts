import { IconListCheck } from "@tabler/icons-react";
import { lazyDialog } from "#web/dialogs.ts";
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
  dialogs: { "tasks.new": lazyDialog(() => import("./NewTaskDialog.tsx")) },
};
