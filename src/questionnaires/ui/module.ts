import { lazy } from "react";
import type { UiModule } from "#web/ui-module.ts";

export const questionnairesUi: UiModule = {
  dialogs: {
    "questionnaires.new": lazy(() => import("./NewQuestionnaireDialog.tsx")),
    "questionnaires.rating": lazy(() => import("./RatingWizard.tsx")),
    "questionnaires.classify": lazy(() => import("./ClassifyDialog.tsx")),
  },
};
