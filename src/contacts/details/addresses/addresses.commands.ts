import { sql } from "kysely";
import type { Context } from "#app/database.ts";
import { differences } from "#platform/audit/audit.ts";
import { inTransaction, type TransactionContext } from "#platform/db/transaction.ts";
import { Conflict } from "#platform/errors.ts";
import { expectVersion } from "#platform/http/preconditions.ts";
import { refuseUnknownReferences, resolveReferences } from "#setup/index.ts";
import { invalidContact } from "../../contact-errors.ts";
import { dropUnknownAltAddresses } from "../../on-segments.ts";
import { lockDetailed, recordDetail } from "../detailed-contact.ts";
import { findPostCodes } from "../post-codes/post-codes.queries.ts";
import { touchContacts } from "../touch.ts";
import { type AddressContent, addressColumns, addressFields, blankAddress } from "./address-fields.ts";
import type {
  AlternativeAddress,
  AlternativeAddressChange,
  NewAlternativeAddress,
} from "./addresses.contract.ts";
import { readAddress } from "./addresses.queries.ts";
import { writeAddress } from "./write-address.rules.ts";

/** @throws NotFound `contact_not_found`; Conflict `duplicate`; Invalid `contact_phone_letters`, `contact_email` … */
export function createAddress(
  ctx: Context,
  no: string,
  { code, ...supplied }: NewAlternativeAddress,
): Promise<AlternativeAddress> {
  return inTransaction(ctx, async (tx) => {
    const contact = await lockDetailed(tx.db, no);
    const { rows } = await sql`
      select from contact_alternative_addresses where contact_id = ${contact.id} and code = ${code}`.execute(
      tx.db,
    );
    if (rows.length > 0)
      throw new Conflict("duplicate", { key: code }, [
        { path: "code", code: "duplicate", values: { key: code } },
      ]);
    const written = await write(tx, blankAddress, supplied);
    const names = Object.keys(written.columns);
    await sql`
      insert into contact_alternative_addresses (contact_id, code, ${sql.join(names.map((name) => sql.ref(name)))})
      values (${contact.id}, ${code}, ${sql.join(Object.values(written.columns))})`.execute(tx.db);
    await touchContacts(tx.db, [contact.id]);
    await recordDetail(tx, contact, "alternativeAddress.added", {
      code,
      ...differences(blankAddress, written.content),
    });
    return readAddress(tx, contact.id, code);
  });
}

/** @throws NotFound `contact_not_found`, `not_found`; Stale; Invalid `contact_phone_letters`, `contact_email` … */
export function changeAddress(
  ctx: Context,
  no: string,
  code: string,
  supplied: AlternativeAddressChange,
  ifMatch: number | null,
): Promise<AlternativeAddress> {
  return inTransaction(ctx, async (tx) => {
    const contact = await lockDetailed(tx.db, no);
    const before = await readAddress(tx, contact.id, code);
    expectVersion(before, ifMatch);
    const { content, columns } = await write(tx, contentOf(before), supplied);
    const changes = differences(contentOf(before), content);
    if (Object.keys(changes).length === 0) return before;
    const assignments = Object.entries(columns).map(([name, value]) => sql`${sql.ref(name)} = ${value}`);
    await sql`
      update contact_alternative_addresses
         set ${sql.join(assignments)}, version = version + 1, last_modified_at = now()
       where contact_id = ${contact.id} and code = ${code}`.execute(tx.db);
    await touchContacts(tx.db, [contact.id]);
    await recordDetail(tx, contact, "alternativeAddress.changed", { code, ...changes });
    return readAddress(tx, contact.id, code);
  });
}

/** The date ranges go with it; segment lines that carry it fall back on the contact's own address. @throws NotFound `contact_not_found`, `not_found`; Stale */
export function deleteAddress(ctx: Context, no: string, code: string, ifMatch: number | null): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const contact = await lockDetailed(tx.db, no);
    expectVersion(await readAddress(tx, contact.id, code), ifMatch);
    await sql`
      delete from contact_alternative_addresses where contact_id = ${contact.id} and code = ${code}`.execute(
      tx.db,
    );
    await dropUnknownAltAddresses(tx.db, [contact.id]);
    await touchContacts(tx.db, [contact.id]);
    await recordDetail(tx, contact, "alternativeAddress.removed", { code });
  });
}

/** What the address becomes, by field and by column. */
async function write(tx: TransactionContext, current: AddressContent, supplied: AlternativeAddressChange) {
  const postCodes = await findPostCodes(tx.db, [supplied.postCode]);
  const { content, errors } = writeAddress(current, supplied, postCodes);
  if (errors.length > 0) throw invalidContact(errors);
  const { rows, notFound } = await resolveReferences(tx.db, { countryCode: "countries" }, content);
  refuseUnknownReferences(notFound);
  const columns: Record<string, string | number | null> = { country_id: rows.countryCode?.id ?? null };
  for (const field of addressFields) columns[addressColumns[field]] = content[field];
  return { content, columns };
}

function contentOf({
  code: _,
  active: _active,
  version,
  lastModifiedAt,
  ...content
}: AlternativeAddress): AddressContent {
  return content;
}
