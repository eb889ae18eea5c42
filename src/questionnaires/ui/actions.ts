import { IconChartBar, IconPlus, IconRefresh, IconStars, IconTrash } from "@tabler/icons-react";
import { action } from "#web/actions.ts";
import { deleteQuestionnaire, type Questionnaire } from "../questionnaires.contract.ts";
import { distributionHref, questionnairesPath } from "./addresses.ts";

declare module "#web/dialogs.ts" {
  interface Dialogs {
    "questionnaires.new": Record<never, never>;
    "questionnaires.rating": { readonly code: string };
    /** `null`: all questionnaires. */
    "questionnaires.classify": { readonly code: string | null };
  }
}

export const newQuestionnaire = action({
  key: "questionnaires.new",
  labelKey: "questionnaires.new.title",
  icon: IconPlus,
  shortcut: "N",
  tone: "primary",
  right: "setup.write",
  run: (_, ui) => ui.openDialog("questionnaires.new", {}),
});

/** Of all questionnaires. */
export const classifyAll = action({
  key: "questionnaires.classifyAll",
  labelKey: "questionnaires.classify.label",
  icon: IconRefresh,
  right: "jobs.run",
  run: (_, ui) => ui.openDialog("questionnaires.classify", { code: null }),
});

export const classifyOne = action<Questionnaire>({
  key: "questionnaires.classify",
  labelKey: "questionnaires.classify.label",
  icon: IconRefresh,
  right: "jobs.run",
  run: ({ code }, ui) => ui.openDialog("questionnaires.classify", { code }),
});

export const showDistribution = action<Questionnaire>({
  key: "questionnaires.distribution",
  labelKey: "questionnaires.distribution.label",
  icon: IconChartBar,
  right: "contacts.read",
  run: ({ code }, ui) => ui.go(distributionHref(code)),
});

export const newRating = action<Questionnaire>({
  key: "questionnaires.rating",
  labelKey: "questionnaires.wizard.label",
  icon: IconStars,
  right: "setup.write",
  run: ({ code }, ui) => ui.openDialog("questionnaires.rating", { code }),
});

export const deleteQuestionnaireAction = action<Questionnaire>({
  key: "questionnaires.delete",
  labelKey: "questionnaires.delete.label",
  icon: IconTrash,
  tone: "danger",
  right: "setup.write",
  run: async ({ code, version }, ui) => {
    const isMeant = await ui.ask({
      title: ui.t("questionnaires.delete.title", { code }),
      text: ui.t("questionnaires.delete.text"),
      confirmLabel: ui.t("questionnaires.delete.label"),
      tone: "danger",
    });
    if (!isMeant) return false;
    const done = await ui.call(deleteQuestionnaire, { params: { code }, ifMatch: version }, [
      "questionnaire-answers",
    ]);
    if (!done) return false;
    ui.showSuccess(ui.t("questionnaires.delete.done", { code }));
    ui.go(questionnairesPath);
    return true;
  },
});
