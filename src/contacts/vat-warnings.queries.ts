import { sql } from "kysely";
import type { Db } from "#app/database.ts";
import type { FieldError } from "#platform/errors.ts";
import type { ContactState } from "./contact-states.queries.ts";

/** Warnings by contact id: another contact has the same VAT registration number. Costs nothing without numbers. */
export async function warnOfVatNumbers(
  db: Db,
  states: readonly ContactState[],
): Promise<ReadonlyMap<number, readonly FieldError[]>> {
  const numbered = states.filter(({ fields }) => fields.vatRegistrationNo !== null);
  if (numbered.length === 0) return new Map();
  const { rows } = await sql<{ id: number; no: string; name: string }>`
    select distinct on (w.id) w.id, c.no, coalesce(c.name, '') as name
      from unnest(${numbered.map(({ id }) => id)}::bigint[],
                  ${numbered.map(({ fields }) => fields.vatRegistrationNo)}::text[]) as w(id, vat_registration_no)
      join contacts c on c.vat_registration_no = w.vat_registration_no and c.id <> w.id
     order by w.id, c.id`.execute(db);
  return new Map(
    rows.map(({ id, no, name }) => [
      id,
      [{ path: "vatRegistrationNo", code: "contact_vat_registration_no_shared", values: { no, name } }],
    ]),
  );
}
