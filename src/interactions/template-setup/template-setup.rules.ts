/** Which template is used for what happens by itself (automatic recording §1). */

/** The events, in the groups and the order of their page. */
export const eventGroups = {
  general: ["emails", "emailDraft", "coverSheets", "outgCalls", "incCalls", "meetingInvitation"],
  sales: [
    "salesInvoices",
    "salesCrMemo",
    "salesOrdCnfrmn",
    "salesDraftInvoices",
    "salesQuotes",
    "salesBlnktOrd",
    "salesShptNote",
    "salesStatement",
    "salesRmdr",
    "salesReturnOrder",
    "salesReturnReceipt",
    "salesFinChargeMemo",
  ],
  purchases: [
    "purchInvoices",
    "purchCrMemos",
    "purchOrders",
    "purchQuotes",
    "purchBlnktOrd",
    "purchRcpt",
    "purchReturnShipment",
    "purchReturnOrdCnfrmn",
  ],
  service: ["servOrdCreate", "servOrdPost", "serviceContract", "serviceContractQuote", "serviceQuote"],
} as const;

export type EventGroup = keyof typeof eventGroups;
export type TemplateEvent = (typeof eventGroups)[EventGroup][number];
export type EventColumn = `${string}_id`;

export const templateEvents: readonly TemplateEvent[] = Object.values(eventGroups).flat();

/** The column of an event: `outgCalls` is `outg_calls_id`. */
export function columnOf(event: TemplateEvent): EventColumn {
  return `${event.replace(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`)}_id`;
}

/** Events whose template carries no file in its default language: all but meetings (V2). */
export function goesWithoutFile(event: TemplateEvent): boolean {
  return event !== "meetingInvitation";
}

/** Events that log documents: their template has no texts in languages (V3). */
export function logsDocuments(event: TemplateEvent): boolean {
  return event === "coverSheets" || !(eventGroups.general as readonly TemplateEvent[]).includes(event);
}
