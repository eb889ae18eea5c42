import { useState } from "react";
import type { DialogFrame } from "#web/dialogs.ts";
import { useT } from "#web/i18n.ts";
import { useAction } from "#web/query.ts";
import { showSuccess } from "#web/widgets/notify.tsx";
import { WizardFrame } from "#web/widgets/WizardFrame.tsx";
import { createRating } from "../ratings.contract.ts";
import { AnswersStep } from "./rating/AnswersStep.tsx";
import { PointsStep } from "./rating/PointsStep.tsx";
import {
  blankRating,
  canLeave,
  type RatingDraft,
  type RatingStep,
  ratingSteps,
  toBody,
} from "./rating/rating-draft.ts";
import { WhatStep } from "./rating/WhatStep.tsx";

/** A new rating in three steps, written in one call. */
export default function RatingWizard({ code, onClose, onDone }: { readonly code: string } & DialogFrame) {
  const t = useT();
  const [draft, setDraft] = useState<RatingDraft>(blankRating);
  const [step, setStep] = useState<RatingStep>("what");
  /** Somebody wanted to go on and could not: what is missing shows. */
  const [isPressed, setIsPressed] = useState(false);
  const create = useAction(createRating, {
    alsoChanges: ["questionnaire-answers"],
    onDone: () => {
      showSuccess(t("questionnaires.wizard.created", { name: draft.description ?? "" }));
      onDone();
    },
  });

  function next(): void {
    const isWhole = canLeave(step, draft);
    setIsPressed(!isWhole);
    if (!isWhole) return;
    const following = ratingSteps[ratingSteps.indexOf(step) + 1];
    if (following) setStep(following);
    else create.mutate({ params: { code }, body: toBody(draft) });
  }

  const change = (part: Partial<RatingDraft>) => setDraft((old) => ({ ...old, ...part }));
  const props = { draft, change, isPressed };
  return (
    <WizardFrame
      title={t("questionnaires.wizard.title")}
      steps={[
        { key: "what", labelKey: "questionnaires.wizard.stepWhat", isDone: canLeave("what", draft) },
        { key: "answers", labelKey: "questionnaires.wizard.stepAnswers", isDone: canLeave("answers", draft) },
        { key: "points", labelKey: "questionnaires.wizard.stepPoints" },
      ]}
      current={step}
      onStep={(key) => setStep(key as RatingStep)}
      onNext={next}
      finishLabel={t("questionnaires.wizard.finish")}
      onDiscard={onClose}
      hasContent={draft.description !== null}
      isBusy={create.isPending}
    >
      {step === "what" && <WhatStep {...props} />}
      {step === "answers" && <AnswersStep {...props} />}
      {step === "points" && <PointsStep {...props} />}
    </WizardFrame>
  );
}
