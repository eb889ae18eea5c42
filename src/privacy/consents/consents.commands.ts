import { sql } from "kysely";
import type { Context, Db } from "#app/database.ts";
import { askedChannels, findDetailed, lockDetailed, recordDetail, touchContacts } from "#contacts/index.ts";
import { differences } from "#platform/audit/audit.ts";
import { inTransaction } from "#platform/db/transaction.ts";
import { NotFound } from "#platform/errors.ts";
import { expectVersion } from "#platform/http/preconditions.ts";
import { localMoment } from "#platform/moment.rules.ts";
import { type ConsentChannel, consentChannels } from "./consent-warnings.rules.ts";
import type { Consent, ConsentInput } from "./consents.contract.ts";

const columns = sql.raw(
  'channel, purpose, granted, date, given_by as "givenBy", evidence, version, last_modified_at as "lastModifiedAt"',
);

export interface ConsentKey {
  readonly no: string;
  readonly channel: ConsentChannel;
  readonly purpose: string;
}

/** @throws NotFound `contact_not_found` */
export async function listConsents(
  db: Db,
  no: string,
): Promise<{ items: Consent[]; askedChannels: ConsentChannel[] }> {
  const { id } = await findDetailed(db, no);
  const { rows } = await sql<Consent>`
    select ${columns} from contact_consents where contact_id = ${id}
     order by purpose, array_position(${[...consentChannels]}::text[], channel)`.execute(db);
  const asked = await sql<{ channels: ConsentChannel[] }>`select ${askedChannels} as channels`.execute(db);
  return { items: rows, askedChannels: asked.rows[0]!.channels };
}

/** @throws NotFound `contact_not_found`; Conflict `contact_erased`; Stale */
export function putConsent(
  ctx: Context,
  { no, channel, purpose }: ConsentKey,
  input: ConsentInput,
  ifMatch: number | null,
): Promise<Consent> {
  return inTransaction(ctx, async (tx) => {
    const contact = await lockDetailed(tx.db, no);
    const before = await findConsent(tx.db, contact.id, channel, purpose);
    if (before) expectVersion(before, ifMatch);
    const date = input.date ?? localMoment(tx.now, tx.timeZone).date;
    const { rows } = await sql<Consent>`
      insert into contact_consents as k (contact_id, channel, purpose, granted, date, given_by, evidence)
      values (${contact.id}, ${channel}, ${purpose}, ${input.granted}, ${date}::date, ${input.givenBy ?? null}, ${input.evidence ?? null})
      on conflict on constraint contact_consents_pkey do update
        set granted = excluded.granted, date = excluded.date, given_by = excluded.given_by,
            evidence = excluded.evidence, version = k.version + 1, last_modified_at = now()
      returning ${columns}`.execute(tx.db);
    const after = rows[0]!;
    const changes = differences<Partial<Consent>>(before ?? {}, after, ["version", "lastModifiedAt"]);
    await recordDetail(tx, contact, "contact.consentRecorded", { ...changes, channel, purpose });
    await touchContacts(tx.db, [contact.id]);
    return after;
  });
}

/** @throws NotFound `contact_not_found`, `not_found`; Conflict `contact_erased`; Stale */
export function deleteConsent(
  ctx: Context,
  { no, channel, purpose }: ConsentKey,
  ifMatch: number | null,
): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const contact = await lockDetailed(tx.db, no);
    const before = await findConsent(tx.db, contact.id, channel, purpose);
    if (!before) throw new NotFound("not_found", { key: `${channel} ${purpose}` });
    expectVersion(before, ifMatch);
    await sql`
      delete from contact_consents
       where contact_id = ${contact.id} and channel = ${channel} and purpose = ${purpose}`.execute(tx.db);
    await recordDetail(tx, contact, "contact.consentDeleted", {
      channel,
      purpose,
      granted: [before.granted, null],
    });
    await touchContacts(tx.db, [contact.id]);
  });
}

async function findConsent(db: Db, contactId: number, channel: ConsentChannel, purpose: string) {
  const { rows } = await sql<Consent>`
    select ${columns} from contact_consents
     where contact_id = ${contactId} and channel = ${channel} and purpose = ${purpose}`.execute(db);
  return rows[0];
}
