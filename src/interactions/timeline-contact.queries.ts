import { sql } from "kysely";
import type { Context } from "#app/database.ts";
import { prepared } from "#platform/db/prepared.ts";
import { NotFound } from "#platform/errors.ts";

/** Whose timeline and figures are asked for. */
export interface TimelineContact {
  readonly id: number;
  readonly type: "company" | "person";
  readonly company_id: number | null;
}

/** @throws NotFound `not_found` */
export async function getTimelineContact(ctx: Context, no: string | null): Promise<TimelineContact> {
  const { rows } = await sql<TimelineContact>`${prepared}
    select c.id, c.type, c.company_id from contact_numbers n join contacts c on c.id = n.contact_id
     where n.no = ${no}`.execute(ctx.db);
  return foundContact(rows[0], no);
}

export function foundContact<Contact>(contact: Contact | undefined, no: string | null): Contact {
  if (!contact) throw new NotFound("not_found", { no }, [{ path: "contactNo", code: "not_found" }]);
  return contact;
}
