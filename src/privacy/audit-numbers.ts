import { sql } from "kysely";

/**
 * A recursive `with` item named `numbers`: under which numbers the audit trail tells of the contact, its duplicates
 * included; under one that it had before it was renumbered only up to the entry that says so.
 */
export function auditNumbersOf(contactId: number) {
  return sql`
    numbers (no, up_to) as (
      select no, null::bigint from contact_numbers where contact_id = ${contactId}
      union
      select a.resource_key, a.id
        from numbers join audit_entries a
          on a.resource = 'contacts' and a.changes #>> '{no,1}' = numbers.no
         and (numbers.up_to is null or a.id < numbers.up_to))`;
}
