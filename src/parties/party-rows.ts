import { type RawBuilder, sql } from "kysely";
import type { Tx } from "#app/database.ts";
import { referenceColumns, textColumns } from "./party-columns.ts";
import { type PartyFields, partyReferenceFields, partyTextFields } from "./party-fields.rules.ts";
import type { PartyKind } from "./party-kinds.rules.ts";
import type { KnownCodes } from "./party-setup.queries.ts";

/** A party to store. */
export interface WrittenParty {
  readonly id: number;
  readonly kind: PartyKind;
  readonly no: string;
  readonly fields: PartyFields;
  readonly primaryContactId: number | null;
  readonly noSeriesId: number | null;
}

/** Columns that commands write, with their types; the key is apart. */
const writtenColumns: Readonly<Record<string, "text" | "integer" | "bigint" | "boolean">> = {
  no: "text",
  contact_type: "text",
  privacy_blocked: "boolean",
  primary_contact_id: "bigint",
  image_no: "bigint",
  ...Object.fromEntries(partyTextFields.map((field) => [textColumns[field], "text"])),
  ...Object.fromEntries(partyReferenceFields.map((field) => [referenceColumns[field].column, "integer"])),
};
const names = Object.keys(writtenColumns);
const definitions = names.map((name) => `${name} ${writtenColumns[name]}`).join(", ");

function toRow({ id, kind, no, fields, primaryContactId, noSeriesId }: WrittenParty, codes: KnownCodes) {
  return {
    id,
    kind,
    no,
    no_series_id: noSeriesId,
    contact_type: fields.contactType,
    privacy_blocked: fields.privacyBlocked,
    primary_contact_id: primaryContactId,
    image_no: fields.imageNo,
    ...Object.fromEntries(partyTextFields.map((field) => [textColumns[field], fields[field]])),
    ...Object.fromEntries(
      partyReferenceFields.map((field) => [referenceColumns[field].column, codes.idOf(field, fields[field])]),
    ),
  };
}

function asRecords(rows: readonly object[]): RawBuilder<unknown> {
  return sql`json_to_recordset(${JSON.stringify(rows)}::json) as r(id bigint, kind text, no_series_id integer, ${sql.raw(definitions)})`;
}

/** Inserts parties in one statement; answers the ids of those whose number and external id were free. */
export async function insertParties(
  tx: Tx,
  parties: readonly WrittenParty[],
  codes: KnownCodes,
): Promise<ReadonlySet<number>> {
  if (parties.length === 0) return new Set();
  const { rows } = await sql<{ id: number }>`
    insert into parties (id, kind, no_series_id, ${sql.raw(names.join(", "))})
    select id, kind, no_series_id, ${sql.raw(names.join(", "))}
      from ${asRecords(parties.map((party) => toRow(party, codes)))} order by id
        on conflict do nothing
    returning id`.execute(tx);
  return new Set(rows.map(({ id }) => id));
}

/** Writes changed parties in one statement. */
export async function updateParties(
  tx: Tx,
  parties: readonly WrittenParty[],
  codes: KnownCodes,
): Promise<void> {
  if (parties.length === 0) return;
  await sql`
    update parties p
       set ${sql.raw(names.map((name) => `${name} = r.${name}`).join(", "))},
           version = p.version + 1, last_modified_at = now()
      from ${asRecords(parties.map((party) => toRow(party, codes)))}
     where p.id = r.id`.execute(tx);
}
