/** Fields of a past interaction that a column may hold, in the order in which forms offer them. */
export const interactionFields = [
  "dateTime",
  "date",
  "time",
  "contactNo",
  "contactExternalId",
  "contactEmail",
  "contactPhone",
  "contactName",
  "companyName",
  "interactionTemplateCode",
  "description",
  "subject",
  "comments",
  "salespersonCode",
  "informationFlow",
  "initiatedBy",
  "correspondenceType",
  "contactVia",
  "durationMin",
  "durationSec",
  "cost",
  "evaluation",
  "attemptFailed",
  "campaignNo",
  "opportunityNo",
  "externalId",
] as const;
export type InteractionField = (typeof interactionFields)[number];

/** Any of these names the contact that a row is about. */
export const contactClues = [
  "contactNo",
  "contactExternalId",
  "contactEmail",
  "contactPhone",
  "contactName",
  "companyName",
] as const satisfies readonly InteractionField[];
export type ContactClue = (typeof contactClues)[number];
