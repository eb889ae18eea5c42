/** The steps of the guided flow and the phone call (interactions §6, §7). */

import type { FieldError } from "#platform/errors.ts";
import type { Draft, DraftKind, DraftStep, StepTemplate } from "./draft.rules.ts";

/** The steps of a draft, in their order; without a wizard action there is no content to see to. */
export function stepsOf(kind: DraftKind, template: StepTemplate | null): readonly DraftStep[] {
  if (kind === "phoneCall") return ["call", "result", "relations"];
  return template === null || template.wizardAction === null
    ? ["type", "relations", "result"]
    : ["type", "content", "relations", "result"];
}

export function firstStep(kind: DraftKind): DraftStep {
  return kind === "phoneCall" ? "call" : "type";
}

/**
 * Goes to a step, past one that is skipped; `undefined` stays. The guided flow leaves its first step with template
 * and description only, and its result is entered once the interaction is logged. What is refused stays where it is.
 */
export function takeStep(
  draft: Draft,
  step: DraftStep | undefined,
  template: StepTemplate | null,
): { readonly draft: Draft; readonly errors: readonly FieldError[] } {
  const steps = stepsOf(draft.kind, template);
  const wanted = step ?? draft.step;
  const taken = wanted === "content" && !steps.includes(wanted) ? "relations" : wanted;
  const errors = step === undefined ? [] : refuseStep(draft, taken, steps);
  return { draft: errors.length > 0 ? draft : { ...draft, step: taken }, errors };
}

function refuseStep({ kind, values }: Draft, step: DraftStep, steps: readonly DraftStep[]): FieldError[] {
  const allowed = kind === "interaction" ? steps.slice(0, -1) : steps;
  if (!allowed.includes(step)) return [{ path: "step", code: "not_allowed_value", values: { allowed } }];
  if (kind === "phoneCall" || step === "type") return [];
  return [
    ...(values.interactionTemplateCode === null
      ? [{ path: "interactionTemplateCode", code: "template_required" }]
      : []),
    ...(values.description === null ? [{ path: "description", code: "description_required" }] : []),
  ];
}
