import { type RawBuilder, sql } from "kysely";
import type { Tx } from "#app/database.ts";
import {
  flagColumns,
  flagFields,
  plainColumns,
  plainFields,
  referenceColumns,
  referenceFields,
} from "./contact-fields.ts";
import type { ContactState } from "./contact-states.queries.ts";
import { searchEmailOf } from "./email.rules.ts";
import { learnNames } from "./name-words.ts";
import type { KnownReferences } from "./references-known.ts";

/** Columns that commands write, with their types; the key is apart. */
const writtenColumns: Readonly<Record<string, "text" | "integer" | "bigint" | "boolean">> = {
  no: "text",
  type: "text",
  company_id: "bigint",
  correspondence_type: "text",
  search_email: "text",
  ...Object.fromEntries(plainFields.map((field) => [plainColumns[field], "text"])),
  ...Object.fromEntries(referenceFields.map((field) => [referenceColumns[field].column, "integer"])),
  ...Object.fromEntries(flagFields.map((flag) => [flagColumns[flag], "boolean"])),
};
const names = Object.keys(writtenColumns);
const definitions = names.map((name) => `${name} ${writtenColumns[name]}`).join(", ");

/** The columns of a state that are not blank; references by the ids of the known rows. */
function toRow({ id, no, companyId, fields }: ContactState, references: KnownReferences) {
  const row: Record<string, unknown> = { id, no, type: fields.type };
  const set = (column: string, value: string | number | null) => {
    if (value !== null) row[column] = value;
  };
  set("company_id", companyId);
  set("correspondence_type", fields.correspondenceType);
  set("search_email", searchEmailOf(fields.email));
  for (const field of plainFields) set(plainColumns[field], fields[field]);
  for (const flag of flagFields) row[flagColumns[flag]] = fields[flag];
  for (const field of referenceFields) {
    const { list, column } = referenceColumns[field];
    set(column, references.idOf(list, fields[field]));
  }
  return row;
}

function asRecords(rows: readonly object[]): RawBuilder<unknown> {
  return sql`json_to_recordset(${JSON.stringify(rows)}::json) as r(id bigint, no_series_id integer, business_relation text, ${sql.raw(definitions)})`;
}

/**
 * Inserts contacts in one statement, however many; those with a series drew their number from `noSeriesId`.
 * Returns the moment they got as last modification.
 */
export async function insertContacts(
  tx: Tx,
  states: readonly ContactState[],
  noSeriesId: number | null,
  references: KnownReferences,
): Promise<string> {
  const rows = states.map((state) => ({
    ...toRow(state, references),
    no_series_id: state.noSeries === null ? null : noSeriesId,
    business_relation: state.businessRelation,
  }));
  const inserted = await sql<{ lastModifiedAt: string }>`
    with learned as (${learnNames(states.map(({ fields }) => fields.name))})
    insert into contacts (id, no_series_id, business_relation, ${sql.raw(names.join(", "))})
    select id, no_series_id, business_relation, ${sql.raw(names.join(", "))} from ${asRecords(rows)} order by id
    returning last_modified_at as "lastModifiedAt"`.execute(tx);
  return inserted.rows[0]!.lastModifiedAt;
}

/** Writes changed contacts in one statement; returns the moment they got as last modification. */
export async function updateContacts(
  tx: Tx,
  states: readonly ContactState[],
  references: KnownReferences,
): Promise<string> {
  const rows = states.map((state) => toRow(state, references));
  const updated = await sql<{ lastModifiedAt: string }>`
    with learned as (${learnNames(states.map(({ fields }) => fields.name))})
    update contacts c
       set ${sql.raw(names.map((name) => `${name} = r.${name}`).join(", "))},
           version = c.version + 1, last_modified_at = now()
      from ${asRecords(rows)}
     where c.id = r.id
    returning c.last_modified_at as "lastModifiedAt"`.execute(tx);
  return updated.rows[0]!.lastModifiedAt;
}
