import { wizardActions } from "#interactions/attachments/wizard-action.rules.ts";
import {
  type InformationFlow,
  type InitiatedBy,
  informationFlows,
  initiators,
} from "#interactions/derivations.rules.ts";
import { type Evaluation, evaluations } from "#interactions/lifecycle.rules.ts";
import { correspondenceTypes } from "#interactions/log-entry.contract.ts";
import type { TextKey } from "#web/i18n.ts";

type CorrespondenceType = (typeof correspondenceTypes)[number];
type EnumValue = Evaluation | InformationFlow | InitiatedBy | CorrespondenceType;

/** The text of an enumeration's value. */
export function enumKey(value: EnumValue): TextKey {
  return `interactions.enums.${value}`;
}

function choicesOf<const Value extends EnumValue>(values: readonly Value[]) {
  return values.map((value) => ({ value, labelKey: enumKey(value) }));
}

export const evaluationChoices = choicesOf(evaluations);
export const informationFlowChoices = choicesOf(informationFlows);
export const initiatedByChoices = choicesOf(initiators);
export const correspondenceTypeChoices = choicesOf(correspondenceTypes);

/** The actions of the guided flow (R-WA). */
export const wizardActionChoices = wizardActions.map((value) => ({
  value,
  labelKey: `interactions.attachments.${value}` as const,
}));
