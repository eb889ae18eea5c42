/** Fields of a draft that nothing else follows from. */

import type { FieldError } from "#platform/errors.ts";
import { refuseLanguage, type Template } from "../derivations.rules.ts";
import type { Draft, DraftChange, DraftField } from "./draft.rules.ts";

/** Fields with consequences of their own, applied before. */
const choices: readonly DraftField[] = ["contactNo", "interactionTemplateCode"];

/** Takes over what was entered, and remembers that it was. `template` is that of the draft. */
export function changeTypedFields(
  draft: Draft,
  change: DraftChange,
  template: Template | null,
): { readonly draft: Draft; readonly errors: readonly FieldError[] } {
  const { step: _, ...fields } = change;
  const entered = (Object.keys(fields) as DraftField[]).filter(
    (field) => change[field] !== undefined && !choices.includes(field) && !draft.fixed.includes(field),
  );
  const values = Object.fromEntries(entered.map((field) => [field, change[field]]));
  return {
    draft: {
      ...draft,
      values: { ...draft.values, ...values },
      typed: [...new Set([...draft.typed, ...entered])],
    },
    errors: refuseEnteredLanguage(change.languageCode, template),
  };
}

function refuseEnteredLanguage(
  languageCode: string | null | undefined,
  template: Template | null,
): FieldError[] {
  const code = languageCode ? refuseLanguage(template, languageCode) : null;
  return code === null
    ? []
    : [{ path: "languageCode", code, values: { languageCode: languageCode ?? null } }];
}
