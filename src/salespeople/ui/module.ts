import { lazyDialog } from "#web/dialogs.ts";
import type { UiModule } from "#web/ui-module.ts";

export const salespeopleUi: UiModule = {
  dialogs: {
    "salespeople.new": lazyDialog(() => import("./NewSalespersonDialog.tsx")),
    "salespeople.delete": lazyDialog(() => import("./DeleteSalespersonDialog.tsx")),
  },
};
