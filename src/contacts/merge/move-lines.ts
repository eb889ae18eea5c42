import { type RawBuilder, sql } from "kysely";
import type { Tx } from "#app/database.ts";
import { dropUnknownAltAddresses } from "../on-segments.ts";
import type { Journal, MergeStep } from "./journal.ts";
import type { Pair } from "./lock-pair.ts";
import type { KeptByUndo } from "./merge.contract.ts";
import type { Parting } from "./parting.ts";

/** Lines of unlogged segments: what they name follows the contact, their company is always that of the contact. */

const lines = "segment_lines";

interface MovedLine {
  readonly key: { readonly segment_id: number; readonly line_no: number };
  readonly before: { readonly contact_alt_address_code: string | null };
  readonly after: { readonly contact_alt_address_code: string | null };
}

/** The duplicate's lines are the survivor's; an alternative address is called as the merge called it. */
export async function moveLines(
  tx: Tx,
  { survivor, duplicate }: Pair,
  peopleIds: readonly number[],
  journal: Journal,
): Promise<void> {
  const moved = await journal.write(
    lines,
    "changed",
    [
      sql`old as (
        select segment_id, line_no, contact_alt_address_code as code, ${codeAfter(survivor.id, journal)} as new_code
          from segment_lines l where contact_id = ${duplicate.id})`,
      sql`updated as (
        update segment_lines l
           set contact_id = ${survivor.id}, contact_alt_address_code = old.new_code, version = version + 1,
               last_modified_at = now()
          from old
         where l.contact_id = ${duplicate.id} and l.segment_id = old.segment_id and l.line_no = old.line_no)`,
    ],
    sql`(select coalesce(jsonb_agg(jsonb_build_object(
           'key', jsonb_build_object('segment_id', segment_id, 'line_no', line_no),
           'before', jsonb_build_object('contact_alt_address_code', code),
           'after', jsonb_build_object('contact_alt_address_code', new_code))), '[]') from old)`,
  );
  journal.count("segmentLines", moved);
  await followContacts(tx, [survivor.id, ...peopleIds]);
}

/** The survivor's name of the alternative address that line `l` carries; blank where it has none of that name. */
function codeAfter(survivorId: number, { mergeId }: Journal): RawBuilder<unknown> {
  return sql`(
    select a.code from contact_alternative_addresses a
     where a.contact_id = ${survivorId} and a.code = coalesce(
       (select m -> 'to' ->> 'code' from contact_merge_steps s cross join jsonb_array_elements(s.details) m
         where s.merge_id = ${mergeId} and s.table_name = 'contact_alternative_addresses' and s.action = 'moved'
           and m -> 'from' ->> 'code' = l.contact_alt_address_code), l.contact_alt_address_code))`;
}

/** Gives the duplicate's lines back that still are the survivor's; contacts and addresses are where they were by now. */
export async function returnLines(
  tx: Tx,
  { survivorId, duplicateId }: Parting,
  steps: readonly MergeStep[],
  peopleIds: readonly number[],
): Promise<readonly KeptByUndo[]> {
  const moved = steps.flatMap(({ table, details }) =>
    table === lines ? (details as readonly MovedLine[]) : [],
  );
  const { rows } = await sql`
    update segment_lines l
       set contact_id = ${duplicateId}, version = version + 1, last_modified_at = now(),
           contact_alt_address_code = case when l.contact_alt_address_code is not distinct from m.after_code
             then m.before_code else l.contact_alt_address_code end
      from (select (m -> 'key' ->> 'segment_id')::integer as segment_id, (m -> 'key' ->> 'line_no')::bigint as line_no,
                   m -> 'before' ->> 'contact_alt_address_code' as before_code,
                   m -> 'after' ->> 'contact_alt_address_code' as after_code
              from jsonb_array_elements(${JSON.stringify(moved)}::jsonb) m) m
     where l.contact_id = ${survivorId} and l.segment_id = m.segment_id and l.line_no = m.line_no
    returning l.line_no`.execute(tx);
  const ids = [survivorId, duplicateId, ...peopleIds];
  await followContacts(tx, ids);
  await dropUnknownAltAddresses(tx, ids);
  const count = moved.length - rows.length;
  return count > 0 ? [{ reason: "goneSince", list: "segmentLines", fields: [], count }] : [];
}

/** Lines of contacts whose company became another one by merging or parting. */
async function followContacts(tx: Tx, ids: readonly number[]): Promise<void> {
  await sql`
    update segment_lines l set company_id = c.company_id, version = l.version + 1, last_modified_at = now()
      from contacts c
     where c.id = l.contact_id and l.contact_id = any(${ids}::bigint[])
       and l.company_id is distinct from c.company_id`.execute(tx);
}
