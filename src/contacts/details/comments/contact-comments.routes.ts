import { sql } from "kysely";
import type { Db } from "#app/database.ts";
import { type Commented, serveCommentsOf } from "#comments/index.ts";
import { NotFound } from "#platform/errors.ts";
import type { Api } from "#platform/http/serve.ts";
import { findDetailed, lockDetailed } from "../detailed-contact.ts";
import { touchContacts } from "../touch.ts";
import { contactComments, webSourceComments } from "./contact-comments.contract.ts";

/** Comments of contacts and of web sources. */
export function serveComments(api: Api): void {
  serveCommentsOf(api, contactComments, ofContact);
  serveCommentsOf(api, webSourceComments, ofWebSource);
}

const ofContact: Commented = {
  resource: "contacts",
  table: "contact_comments",
  column: "contact_id",
  find: async (db, no) => (await findDetailed(db, no)).id,
  lock: async ({ db }, no) => (await lockDetailed(db, no)).id,
  touch: ({ db }, id) => touchContacts(db, [id]),
};

const ofWebSource: Commented = {
  resource: "web-sources",
  table: "web_source_comments",
  column: "web_source_id",
  find: (db, code) => webSourceOf(db, code, false),
  lock: ({ db }, code) => webSourceOf(db, code, true),
  touch: async () => {},
};

async function webSourceOf(db: Db, code: string, isLocked: boolean): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    select id from web_sources where code = ${code} ${isLocked ? sql`for no key update` : sql``}`.execute(db);
  if (!rows[0])
    throw new NotFound("not_found", { key: code }, [
      { path: "code", code: "not_found", values: { key: code } },
    ]);
  return rows[0].id;
}
