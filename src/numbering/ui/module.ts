import { lazyDialog } from "#web/dialogs.ts";
import type { UiModule } from "#web/ui-module.ts";

export const numberingUi: UiModule = {
  dialogs: { "numbering.new": lazyDialog(() => import("./NewNumberSeriesDialog.tsx")) },
};
