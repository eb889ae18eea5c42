import { sql } from "kysely";
import type { Tx } from "#app/database.ts";
import type { FoundChoice } from "#contacts/index.ts";
import { type AppError, Conflict, type FieldError, Invalid } from "#platform/errors.ts";
import { refuseSalesperson, type SalespersonFlags } from "#salespeople/salespeople.rules.ts";
import type { NewSegmentLine } from "./segment-lines.contract.ts";

/** What lines name, by number and code; it stays until the transaction ends. */
export interface LineReferences {
  readonly contacts: ReadonlyMap<string, FoundChoice>;
  readonly campaigns: ReadonlyMap<string, number>;
  readonly salespeople: ReadonlyMap<string, SalespersonFlags & { readonly id: number }>;
  /** `<contact id> <code>` of the alternative addresses that exist. */
  readonly altAddresses: ReadonlySet<string>;
}

type Named = Pick<NewSegmentLine, "campaignNo" | "salespersonCode" | "contactAltAddressCode">;

/** Campaigns, salespeople and alternative addresses of the lines, a statement for each kind that is named. */
export async function loadLineReferences(
  tx: Tx,
  contacts: LineReferences["contacts"],
  items: readonly Named[],
): Promise<LineReferences> {
  const campaignNos = named(items, "campaignNo");
  const codes = named(items, "salespersonCode");
  const addressCodes = named(items, "contactAltAddressCode");
  const campaigns =
    campaignNos.length === 0
      ? []
      : (
          await sql<{ id: number; no: string }>`
            select id, no from campaigns where no = any(${campaignNos}::text[]) order by id for key share`.execute(
            tx,
          )
        ).rows;
  const salespeople =
    codes.length === 0
      ? []
      : (
          await sql<SalespersonFlags & { id: number; code: string }>`
            select id, code, blocked, privacy_blocked as "privacyBlocked" from salespeople
             where code = any(${codes}::text[]) order by id for key share`.execute(tx)
        ).rows;
  const addresses = addressCodes.length === 0 ? [] : await findAltAddresses(tx, contacts, addressCodes);
  return {
    contacts,
    campaigns: new Map(campaigns.map(({ no, id }) => [no, id])),
    salespeople: new Map(salespeople.map((salesperson) => [salesperson.code, salesperson])),
    altAddresses: new Set(addresses.map(({ contactId, code }) => `${contactId} ${code}`)),
  };
}

async function findAltAddresses(tx: Tx, contacts: LineReferences["contacts"], codes: readonly string[]) {
  const ids = [...contacts.values()].map(({ id }) => id);
  const { rows } = await sql<{ contactId: number; code: string }>`
    select contact_id as "contactId", code from contact_alternative_addresses
     where contact_id = any(${ids}::bigint[]) and code = any(${codes}::text[])`.execute(tx);
  return rows;
}

function named(items: readonly Named[], field: keyof Named): string[] {
  return [...new Set(items.flatMap((item) => item[field] ?? []))];
}

/**
 * Everything that is wrong with what a line names.
 *
 * @param contact whose line it is or becomes; `null` without one
 * @param salespersonBefore may stay although blocked since
 */
export function checkLine(
  { contactNo, campaignNo, salespersonCode, contactAltAddressCode }: NewSegmentLine,
  references: LineReferences,
  contact: { readonly id: number } | null,
  salespersonBefore: string | null = null,
): FieldError[] {
  const errors: FieldError[] = [];
  const unknown = (path: string) => errors.push({ path, code: "not_found" });
  const choice = contactNo ? references.contacts.get(contactNo) : undefined;
  if (contactNo && !choice) unknown("contactNo");
  if (choice?.privacyBlocked)
    errors.push({ path: "contactNo", code: "contact_privacy_blocked", values: { contactNo: choice.no } });
  if (contactAltAddressCode && !references.altAddresses.has(`${contact?.id} ${contactAltAddressCode}`))
    unknown("contactAltAddressCode");
  if (campaignNo && !references.campaigns.has(campaignNo)) unknown("campaignNo");
  if (salespersonCode) {
    const salesperson = references.salespeople.get(salespersonCode);
    const refusal =
      salesperson && salespersonCode !== salespersonBefore ? refuseSalesperson(salesperson) : null;
    if (!salesperson) unknown("salespersonCode");
    if (refusal) errors.push({ path: "salespersonCode", code: refusal, values: { salespersonCode } });
  }
  return errors;
}

/** The error of one line: 409 where a contact's state forbids it, 422 for everything else. */
export function lineError(errors: readonly FieldError[]): AppError {
  const { code, values = {} } = errors[0]!;
  const isState = errors.every((error) => error.code === "contact_privacy_blocked");
  return isState ? new Conflict(code, values, errors) : new Invalid(code, values, errors);
}

/** The ids behind what is named; what is left out stays out. */
export function idsOf({ campaignNo, salespersonCode }: Named, references: LineReferences) {
  return {
    campaignId: campaignNo == null ? campaignNo : references.campaigns.get(campaignNo)!,
    salespersonId:
      salespersonCode == null ? salespersonCode : references.salespeople.get(salespersonCode)!.id,
  };
}
