import { lazy } from "react";
import type { UiModule } from "#web/ui-module.ts";

export const salespeopleUi: UiModule = {
  dialogs: {
    "salespeople.new": lazy(() => import("./NewSalespersonDialog.tsx")),
    "salespeople.delete": lazy(() => import("./DeleteSalespersonDialog.tsx")),
  },
};
