import { lazy } from "react";
import type { UiModule } from "#web/ui-module.ts";

export const numberingUi: UiModule = {
  dialogs: { "numbering.new": lazy(() => import("./NewNumberSeriesDialog.tsx")) },
};
