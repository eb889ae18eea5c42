import { useState } from "react";
import {
  discardDraft,
  finishDraft,
  getDraft,
  type InteractionDraft,
  postponeDraft,
} from "#interactions/drafts/drafts.contract.ts";
import { call, newIdempotencyKey } from "#web/api-client.ts";
import { fieldErrorsOf, ProblemError } from "#web/problem.ts";
import { queryKeyOf, refresh } from "#web/query.ts";
import { useUi } from "#web/ui.ts";
import { showProblem } from "#web/widgets/notify.tsx";
import { changedByInteractions } from "../resources.ts";
import { forgetFlow } from "./flow-memory.ts";
import { stepOfField } from "./flow-steps.rules.ts";
import { useDraft } from "./use-draft.ts";

type Step = InteractionDraft["step"];

/** The steps of a draft: on, back, log, later, discard. */
export function useFlow(begin: InteractionDraft, onClose: () => void) {
  const ui = useUi();
  const { t } = ui;
  const form = useDraft(begin, (error) => {
    showProblem(error);
    onClose();
  });
  const [isBusy, setIsBusy] = useState(false);
  const [finishKey] = useState(newIdempotencyKey);
  const { draft } = form;
  // A call enters its result before it is logged, the guided flow afterwards.
  const steps = draft.kind === "phoneCall" ? draft.steps : draft.steps.filter((step) => step !== "result");
  const position = Math.max(0, steps.indexOf(draft.step));
  const params = { id: draft.id };

  async function busily(work: () => Promise<void>): Promise<void> {
    setIsBusy(true);
    try {
      await work();
    } catch (error) {
      place(error);
    } finally {
      setIsBusy(false);
    }
  }

  /** Shows what the server objects to at its fields, on the step that has them. */
  function place(error: unknown): void {
    const byField = fieldErrorsOf(error);
    form.object(byField);
    const step = Object.keys(byField)
      .map((field) => stepOfField(field, draft.kind))
      .find((candidate) => candidate !== undefined);
    if (step !== undefined && step !== draft.step) form.enter({ step });
    if (step === undefined || !(error instanceof ProblemError)) showProblem(error);
    focusFirstError();
  }

  /** Goes on, once everything is saved; what the first step lacks is said there. */
  async function next(): Promise<void> {
    await busily(async () => {
      const following = steps[position + 1];
      if (following === undefined) return finish();
      const missing = missingOn(draft, t);
      form.object(missing);
      if (Object.keys(missing).length > 0) return focusFirstError();
      form.enter({ step: following });
      await form.flush();
    });
  }

  async function finish(input: { createOpportunity?: boolean } = {}): Promise<void> {
    if (!(await form.flush())) return focusFirstError();
    const entry = await call(finishDraft, { params, body: input, idempotencyKey: finishKey });
    forgetFlow(draft.id);
    await refresh(ui.queries, [...changedByInteractions, "interaction-drafts", "postponed-interactions"]);
    if (draft.kind === "phoneCall") {
      ui.showSuccess(t("interactions.quickLog.logged", { name: entry.contactName ?? entry.title }));
      return onClose();
    }
    const over = await call(getDraft, { params });
    ui.queries.setQueryData(queryKeyOf(getDraft, { params }), over);
  }

  async function later(): Promise<void> {
    await busily(async () => {
      await form.flush();
      const entry = await call(postponeDraft, { params });
      forgetFlow(draft.id);
      ui.showSuccess(t("interactions.flow.kept", { name: entry.contactName ?? "" }));
      onClose();
      await refresh(ui.queries, [...changedByInteractions, "interaction-drafts", "postponed-interactions"]);
    });
  }

  async function discard(): Promise<void> {
    await busily(async () => {
      await call(discardDraft, { params });
      forgetFlow(draft.id);
      onClose();
      await refresh(ui.queries, ["interaction-drafts"]);
    });
  }

  return {
    form,
    steps,
    isBusy: isBusy || form.isUploading,
    next,
    later,
    discard,
    finish: (input: { createOpportunity?: boolean }) => busily(() => finish(input)),
    goTo: (step: string) => form.enter({ step: step as Step }),
    /** Closing would lose something. */
    hasContent: position > 0 || form.status !== "saved" || hasContent(draft),
  };
}

export type Flow = ReturnType<typeof useFlow>;

/** Somebody chose or entered something. */
function hasContent({ kind, fixed, typed, comments, contactNo, interactionTemplateCode }: InteractionDraft) {
  const hasChosen = contactNo !== null && !fixed.includes("contactNo");
  const hasTemplate = kind === "interaction" && interactionTemplateCode !== null;
  return hasChosen || hasTemplate || typed.length > 0 || comments.length > 0;
}

type Translate = ReturnType<typeof useUi>["t"];

/** What the first step of the guided flow asks for. */
function missingOn(draft: InteractionDraft, t: Translate): Record<string, string> {
  if (draft.step !== "type") return {};
  return {
    ...(draft.contactNo === null && { contactNo: t("interactions.problems.contact_required") }),
    ...(draft.interactionTemplateCode === null && {
      interactionTemplateCode: t("interactions.problems.template_required"),
    }),
    ...(draft.description === null && { description: t("interactions.problems.description_required") }),
  };
}

function focusFirstError(): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>("[aria-invalid=true]")?.focus());
}
