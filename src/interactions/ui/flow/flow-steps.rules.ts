import type { DraftKind, DraftStep } from "#interactions/drafts/draft.rules.ts";

const onRelations = ["campaignNo", "campaignTarget", "campaignResponse", "opportunityNo"];
const onCallResult = ["evaluation", "wasSuccessful", "cost", "durationMin"];
const elsewhere = ["taskNo"];

/** On which step a field of the flow stands; none has a field that is not entered there. */
export function stepOfField(field: string, kind: DraftKind): DraftStep | undefined {
  const name = field.split(".")[0] ?? field;
  if (elsewhere.includes(name) || name === "") return undefined;
  if (onRelations.includes(name)) return "relations";
  if (kind === "phoneCall") return onCallResult.includes(name) ? "result" : "call";
  return "type";
}
