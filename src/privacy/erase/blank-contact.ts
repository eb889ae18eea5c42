import { sql } from "kysely";
import { forgetNames, plainColumns } from "#contacts/index.ts";
import type { TransactionContext } from "#platform/db/transaction.ts";
import type { SubjectContact } from "./erasable-contact.ts";

/** Which language and region a contact has says nothing of who it was; a person stays in its company. */
const keptColumns: ReadonlySet<string> = new Set([plainColumns.formatRegion, plainColumns.companyName]);

/** Columns of a contact that say who it is. */
export const personalColumns: readonly string[] = [
  ...Object.values(plainColumns).filter((column) => !keptColumns.has(column)),
  "search_email",
  "salutation_id",
  "country_id",
];

/** Blanks the contact and, of a company, its name at its people. It is blocked and out of segments from then on. */
export async function blankContact(
  { db, now }: TransactionContext,
  { id, type, name }: SubjectContact,
): Promise<void> {
  const blank = sql.join(personalColumns.map((column) => sql`${sql.ref(column)} = null`));
  await sql`
    update contacts
       set ${blank}, company_name = ${type === "company" ? null : sql.ref("company_name")},
           privacy_blocked = true, exclude_from_segment = true, minor = false, parental_consent_received = false,
           erased_at = ${now.toISOString()}::timestamptz, version = version + 1, last_modified_at = now()
     where id = ${id}`.execute(db);
  if (type === "company")
    await sql`
      update contacts set company_name = null, version = version + 1, last_modified_at = now()
       where company_id = ${id} and type = 'person'`.execute(db);
  await forgetNames(db, [name]);
}
