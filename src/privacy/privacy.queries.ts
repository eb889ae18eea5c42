import { sql } from "kysely";
import type { Context, Db } from "#app/database.ts";
import { countErasable } from "./erase/count-erasable.queries.ts";
import { findSubject } from "./erase/erasable-contact.ts";
import { findCopies } from "./erase/forget-copies.ts";
import { listExports } from "./export/exports.commands.ts";
import type { ContactPrivacy, Erasure } from "./privacy.contract.ts";

/** People of a company who are named; the others are counted. */
const namedPeople = 50;

interface Around {
  readonly openTasks: number;
  readonly openOpportunities: number;
  readonly parties: ContactPrivacy["parties"];
  readonly people: ContactPrivacy["people"];
  readonly peopleCount: number;
}

/** What whoever exports or erases a contact should know. @throws NotFound `contact_not_found`, `contact_merged` */
export async function getContactPrivacy(ctx: Context, no: string): Promise<ContactPrivacy> {
  const subject = await findSubject(ctx.db, no);
  const { id } = subject;
  const { rows } = await sql<Around>`
    select (select count(*) from tasks where contact_id = ${id} and not closed) as "openTasks",
           (select count(*) from opportunities where contact_id = ${id} and not closed) as "openOpportunities",
           (select coalesce(json_agg(json_build_object('kind', p.kind, 'no', p.no, 'name', p.name) order by p.kind, p.no), '[]')
              from contact_business_relations r join parties p on p.id = r.party_id where r.contact_id = ${id}) as parties,
           (select coalesce(json_agg(json_build_object('no', k.no, 'name', k.name)), '[]')
              from (select no, name from contacts
                     where company_id = ${id} and type = 'person' and erased_at is null order by id limit ${namedPeople}) k) as people,
           (select count(*) from contacts
             where company_id = ${id} and type = 'person' and erased_at is null) as "peopleCount"`.execute(
    ctx.db,
  );
  return {
    contactNo: no,
    erasure: await findErasure(ctx.db, id),
    exports: await listExports(ctx, id),
    counts: await countErasable(ctx.db, subject, await findCopies(ctx.db, subject)),
    ...rows[0]!,
  };
}

async function findErasure(db: Db, contactId: number): Promise<Erasure | null> {
  const { rows } = await sql<Erasure>`
    select contact_no as "contactNo", requested_by as "requestedBy", reason, erased_at as "erasedAt",
           erased_by as "erasedBy", counts
      from contact_erasures where contact_id = ${contactId} order by id desc limit 1`.execute(db);
  return rows[0] ?? null;
}
