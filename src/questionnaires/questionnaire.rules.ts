/** Words of questionnaires and whom they are for (contacts §8). */

/** From hidden to first. */
export const priorities = ["veryLow", "low", "normal", "high", "veryHigh"] as const;
export type Priority = (typeof priorities)[number];

/** Answers of this priority are not shown on the card. */
export const hiddenPriority: Priority = "veryLow";

export const questionnaireContactTypes = ["companies", "people"] as const;
export type QuestionnaireContactType = (typeof questionnaireContactTypes)[number];

export const lineTypes = ["question", "answer"] as const;
export type LineType = (typeof lineTypes)[number];

export const customerClassFields = [
  "sales",
  "profit",
  "salesFrequency",
  "avgInvoice",
  "discountPercent",
  "avgOverdue",
] as const;
export type CustomerClassField = (typeof customerClassFields)[number];

export const vendorClassFields = [
  "purchase",
  "purchaseFrequency",
  "avgTicket",
  "discountPercent",
  "avgOverdue",
] as const;
export type VendorClassField = (typeof vendorClassFields)[number];

export const contactClassFields = [
  "interactionQuantity",
  "interactionFrequency",
  "avgCost",
  "avgDuration",
  "opportunityWonPercent",
  "rating",
] as const;
export type ContactClassField = (typeof contactClassFields)[number];

export const classificationMethods = ["definedValue", "percentageOfValue", "percentageOfContacts"] as const;
export type ClassificationMethod = (typeof classificationMethods)[number];

export const sortingMethods = ["descending", "ascending"] as const;
export type SortingMethod = (typeof sortingMethods)[number];

/** Longest texts, in characters. */
export const questionnaireLengths = { code: 20, description: 250 } as const;

/** New lines are numbered in steps of this. */
export const lineStep = 10_000;

export interface AskedContact {
  readonly type: "company" | "person";
  /** Business relations of its company; a person without company has its own. */
  readonly businessRelationIds: readonly number[];
}

/** Whether a questionnaire is for such a contact. One that has answers keeps it anyway. */
export function isFor(
  questionnaire: {
    readonly contactType: QuestionnaireContactType | null;
    readonly businessRelationId: number | null;
  },
  contact: AskedContact,
): boolean {
  const { contactType, businessRelationId } = questionnaire;
  const fits = contactType === null || (contactType === "companies") === (contact.type === "company");
  return fits && (businessRelationId === null || contact.businessRelationIds.includes(businessRelationId));
}
