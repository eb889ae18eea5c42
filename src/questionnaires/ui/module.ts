import { lazyDialog } from "#web/dialogs.ts";
import type { UiModule } from "#web/ui-module.ts";

export const questionnairesUi: UiModule = {
  dialogs: {
    "questionnaires.new": lazyDialog(() => import("./NewQuestionnaireDialog.tsx")),
    "questionnaires.rating": lazyDialog(() => import("./RatingWizard.tsx")),
    "questionnaires.classify": lazyDialog(() => import("./ClassifyDialog.tsx")),
  },
};
