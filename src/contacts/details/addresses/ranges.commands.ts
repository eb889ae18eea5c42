import { sql } from "kysely";
import type { Context } from "#app/database.ts";
import { differences } from "#platform/audit/audit.ts";
import { inTransaction, type TransactionContext } from "#platform/db/transaction.ts";
import { Conflict, Invalid, invalidField, NotFound } from "#platform/errors.ts";
import { expectVersion } from "#platform/http/preconditions.ts";
import { lockDetailed, recordDetail } from "../detailed-contact.ts";
import { touchContacts } from "../touch.ts";
import type { AddressRange, AddressRangeChange, NewAddressRange } from "./addresses.contract.ts";
import { rangeColumns } from "./addresses.queries.ts";
import { refuseRange } from "./write-address.rules.ts";

type Content = Pick<AddressRange, "startingDate" | "endingDate" | "altAddressCode">;

/** @throws NotFound `contact_not_found`; Invalid `not_found`, `alt_range_order`; Conflict `alt_range_exists` */
export function createRange(ctx: Context, no: string, input: NewAddressRange): Promise<AddressRange> {
  return inTransaction(ctx, async (tx) => {
    const contact = await lockDetailed(tx.db, no);
    const range: Content = { ...input, endingDate: input.endingDate ?? null };
    await refuse(tx, contact.id, range, null);
    const { rows } = await sql<AddressRange>`
      insert into contact_alternative_address_ranges (contact_id, starting_date, ending_date, code)
      values (${contact.id}, ${range.startingDate}, ${range.endingDate}, ${range.altAddressCode})
      returning ${rangeColumns}`.execute(tx.db);
    await touchContacts(tx.db, [contact.id]);
    await recordDetail(tx, contact, "alternativeAddressRange.added", { ...range });
    return rows[0]!;
  });
}

/** @throws NotFound `contact_not_found`, `not_found`; Stale; Invalid `alt_range_order`; Conflict `alt_range_exists` */
export function changeRange(
  ctx: Context,
  no: string,
  startingDate: string,
  change: AddressRangeChange,
  ifMatch: number | null,
): Promise<AddressRange> {
  return inTransaction(ctx, async (tx) => {
    const contact = await lockDetailed(tx.db, no);
    const before = await readRange(tx, contact.id, startingDate);
    expectVersion(before, ifMatch);
    const range: Content = {
      startingDate: change.startingDate ?? before.startingDate,
      endingDate: change.endingDate === undefined ? before.endingDate : change.endingDate,
      altAddressCode: change.altAddressCode ?? before.altAddressCode,
    };
    const changes = differences<Content>(before, range);
    if (Object.keys(changes).length === 0) return before;
    await refuse(tx, contact.id, range, startingDate);
    const { rows } = await sql<AddressRange>`
      update contact_alternative_address_ranges
         set starting_date = ${range.startingDate}, ending_date = ${range.endingDate}, code = ${range.altAddressCode},
             version = version + 1, last_modified_at = now()
       where contact_id = ${contact.id} and starting_date = ${startingDate}
      returning ${rangeColumns}`.execute(tx.db);
    await touchContacts(tx.db, [contact.id]);
    await recordDetail(tx, contact, "alternativeAddressRange.changed", { range: startingDate, ...changes });
    return rows[0]!;
  });
}

/** @throws NotFound `contact_not_found`, `not_found`; Stale */
export function deleteRange(
  ctx: Context,
  no: string,
  startingDate: string,
  ifMatch: number | null,
): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const contact = await lockDetailed(tx.db, no);
    const { altAddressCode, ...range } = await readRange(tx, contact.id, startingDate);
    expectVersion(range, ifMatch);
    await sql`
      delete from contact_alternative_address_ranges
       where contact_id = ${contact.id} and starting_date = ${startingDate}`.execute(tx.db);
    await touchContacts(tx.db, [contact.id]);
    await recordDetail(tx, contact, "alternativeAddressRange.removed", { startingDate, altAddressCode });
  });
}

/** `former`: the starting date of the range that is changed. */
async function refuse(
  tx: TransactionContext,
  contactId: number,
  { startingDate, endingDate, altAddressCode }: Content,
  former: string | null,
): Promise<void> {
  const refusal = refuseRange(startingDate, endingDate);
  if (refusal !== null) throw new Invalid(refusal.code, {}, [refusal]);
  const { rows } = await sql<{ known: boolean; taken: boolean }>`
    select exists (select from contact_alternative_addresses
                    where contact_id = ${contactId} and code = ${altAddressCode}) as known,
           exists (select from contact_alternative_address_ranges
                    where contact_id = ${contactId} and starting_date = ${startingDate}
                      and starting_date is distinct from ${former}::date) as taken`.execute(tx.db);
  const { known, taken } = rows[0]!;
  if (!known) throw invalidField("altAddressCode", "not_found", { key: altAddressCode });
  if (taken)
    throw new Conflict("alt_range_exists", { startingDate }, [
      { path: "startingDate", code: "alt_range_exists", values: { startingDate } },
    ]);
}

async function readRange(
  tx: TransactionContext,
  contactId: number,
  startingDate: string,
): Promise<AddressRange> {
  const { rows } = await sql<AddressRange>`
    select ${rangeColumns} from contact_alternative_address_ranges
     where contact_id = ${contactId} and starting_date = ${startingDate}`.execute(tx.db);
  if (!rows[0])
    throw new NotFound("not_found", { key: startingDate }, [
      { path: "startingDate", code: "not_found", values: { key: startingDate } },
    ]);
  return rows[0];
}
