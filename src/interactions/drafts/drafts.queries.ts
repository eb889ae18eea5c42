import { sql } from "kysely";
import type { Context } from "#app/database.ts";
import { countRows } from "#platform/db/fetch-page.ts";
import { Invalid, NotFound } from "#platform/errors.ts";
import { planPage } from "#platform/http/lists.ts";
import { presentDraft } from "./draft.presenter.ts";
import { draftColumns, getOwnDraft, loadDraftFacts, ownerOf, toDraft } from "./draft-rows.ts";
import type { InteractionDraft } from "./drafts.contract.ts";
import type { EmailAddress, PhoneNumber } from "./phone-numbers.rules.ts";
import { waysToReach } from "./reach-contact.ts";

const orders = {
  lastModifiedAt: [
    { expression: sql.ref("d.last_modified_at"), type: "timestamptz" },
    { expression: sql`d.id::text`, type: "text" },
  ],
} as const;

interface DraftsQuery {
  readonly limit?: number | undefined;
  readonly cursor?: string | undefined;
  readonly count?: boolean | undefined;
  readonly sort?: string | undefined;
}

/** The caller's open drafts, the latest first. */
export async function listDrafts(ctx: Context, query: DraftsQuery) {
  const page = planPage(orders, query, "-lastModifiedAt");
  const where = sql`d.owner = ${ownerOf(ctx)} and d.outcome is null`;
  const found = await sql<Parameters<typeof toDraft>[0] & { sort_values: unknown }>`
    select ${draftColumns}, ${page.sortValues} as sort_values from interaction_drafts d
     where ${where} and ${page.after} order by ${page.orderBy} limit ${page.limit}`.execute(ctx.db);
  const { rows, nextCursor } = page.finish(found.rows);
  const drafts = rows.map(toDraft);
  const facts = await loadDraftFacts(
    ctx,
    drafts.map(({ values }) => values),
  );
  return {
    items: drafts.map((draft) => presentDraft(ctx, draft, facts)),
    nextCursor,
    ...(query.count && (await countRows(ctx.db, sql`interaction_drafts d`, where))),
  };
}

export async function getDraft(ctx: Context, id: string): Promise<InteractionDraft> {
  const draft = await getOwnDraft(ctx, id, { lock: false });
  return presentDraft(ctx, draft, await loadDraftFacts(ctx, [draft.values]));
}

/**
 * The numbers a contact can be called at (R-PHONE).
 *
 * @throws NotFound `not_found`; Invalid `no_phone_numbers`
 */
export async function listPhoneNumbers(
  ctx: Context,
  no: string | null,
  altAddressCode: string | null,
): Promise<PhoneNumber[]> {
  const { numbers } = await reach(ctx, no, altAddressCode);
  if (numbers.length === 0) throw new Invalid("no_phone_numbers", { contactNo: no });
  return numbers;
}

/**
 * The addresses a contact can be written to (contacts §9).
 *
 * @throws NotFound `not_found`; Invalid `no_email_addresses`
 */
export async function listEmailAddresses(
  ctx: Context,
  no: string | null,
  altAddressCode: string | null,
): Promise<EmailAddress[]> {
  const { emails } = await reach(ctx, no, altAddressCode);
  if (emails.length === 0) throw new Invalid("no_email_addresses", { contactNo: no });
  return emails;
}

async function reach(ctx: Context, no: string | null, altAddressCode: string | null) {
  const facts = await loadDraftFacts(ctx, [{ contactNo: no }]);
  const contact = facts.contacts.get(no ?? "");
  if (!contact) throw new NotFound("not_found", { no }, [{ path: "no", code: "not_found" }]);
  return waysToReach(ctx, contact, altAddressCode);
}
