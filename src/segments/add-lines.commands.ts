import { sql } from "kysely";
import type { Context, Tx } from "#app/database.ts";
import { activeOn, findChoices } from "#contacts/index.ts";
import { recordChange } from "#platform/audit/audit.ts";
import { inTransaction, type TransactionContext } from "#platform/db/transaction.ts";
import { type FieldError, Invalid } from "#platform/errors.ts";
import { checkLine, idsOf, type LineReferences, lineError, loadLineReferences } from "./line-references.ts";
import type {
  AddedSegmentLines,
  NewSegmentLine,
  NewSegmentLines,
  SegmentLine,
} from "./segment-lines.contract.ts";
import { readLines } from "./segment-lines.queries.ts";
import { lockSegment, type SegmentHead } from "./segments.queries.ts";
import { assignContact, lineStep, splitExisting } from "./segments.rules.ts";

/**
 * Puts one contact on a segment (segments §6.1).
 *
 * @throws NotFound; Invalid `not_found`, `salesperson_blocked`; Conflict `contact_privacy_blocked`
 */
export function addLine(ctx: Context, no: string, item: NewSegmentLine): Promise<SegmentLine> {
  return inTransaction(ctx, async (tx) => {
    const { items } = await add(tx, no, { items: [item] }, ([errors]) => lineError(errors!));
    return items[0]!;
  });
}

/**
 * Puts up to a thousand contacts on a segment with the same few statements: all of them or none, unless the wish says
 * that those who are on it already, or may not be on it, are left out.
 *
 * @throws NotFound; Invalid `segment_lines_refused` naming every line that breaks a rule
 */
export function addLines(ctx: Context, no: string, wish: NewSegmentLines): Promise<AddedSegmentLines> {
  return inTransaction(ctx, (tx) =>
    add(tx, no, wish, (all) => {
      const errors = all.flatMap((own, index) =>
        own.map((error) => ({ ...error, path: `items.${index}.${error.path}` })),
      );
      return new Invalid(
        "segment_lines_refused",
        { count: all.filter(({ length }) => length > 0).length },
        errors,
      );
    }),
  );
}

async function add(
  tx: TransactionContext,
  no: string,
  wish: NewSegmentLines,
  refusal: (errors: readonly (readonly FieldError[])[]) => Error,
): Promise<AddedSegmentLines> {
  const nos = [...new Set(wish.items.flatMap(({ contactNo }) => contactNo ?? []))];
  const contacts = await findChoices(tx.db, nos);
  const segment = await lockSegment(tx.db, no);
  const references = await loadLineReferences(tx.db, contacts, wish.items);
  const checked = wish.items.map((item) => {
    const contact = contactOf(item, references);
    return { item, contactId: contact?.id ?? null, errors: checkLine(item, references, contact) };
  });
  const refused = checked.filter(({ errors }) => errors.length > 0);
  if (refused.length > 0 && !wish.skipRefused) throw refusal(checked.map(({ errors }) => errors));

  const fine = checked.filter(({ errors }) => errors.length === 0);
  const { added, existing } =
    wish.allowExisting === false
      ? splitExisting(fine, await findPresent(tx.db, segment, fine))
      : { added: fine, existing: [] };
  return {
    items: await write(
      tx,
      segment,
      added.map(({ item }) => item),
      references,
    ),
    existing: existing.map(({ item }) => item.contactNo!),
    refused: refused.map(({ item, errors }) => ({
      contactNo: item.contactNo ?? null,
      code: errors[0]!.code,
    })),
  };
}

/** Those of the contacts that are on the segment; found by the key, which begins with the contact. */
async function findPresent(
  tx: Tx,
  { id }: SegmentHead,
  lines: readonly { readonly contactId: number | null }[],
): Promise<ReadonlySet<number>> {
  const ids = lines.flatMap(({ contactId }) => contactId ?? []);
  const { rows } = await sql<{ contact_id: number }>`
    select distinct contact_id from segment_lines
     where contact_id = any(${ids}::bigint[]) and segment_id = ${id}`.execute(tx);
  return new Set(rows.map(({ contact_id }) => contact_id));
}

async function write(
  tx: TransactionContext,
  segment: SegmentHead,
  items: readonly NewSegmentLine[],
  references: LineReferences,
): Promise<SegmentLine[]> {
  if (items.length === 0) return [];
  const { first, last } = await insertLines(tx, segment, items, references);
  await recordChange(tx, {
    action: "segment.linesAdded",
    resource: "segments",
    key: segment.no,
    changes: { count: items.length, firstLineNo: first, lastLineNo: last },
  });
  return readLines(tx.db, segment.id, first, last);
}

function contactOf({ contactNo }: NewSegmentLine, { contacts }: LineReferences) {
  return (contactNo && contacts.get(contactNo)) || null;
}

/** Writes the lines behind those that are there. */
async function insertLines(
  tx: TransactionContext,
  segment: SegmentHead,
  items: readonly NewSegmentLine[],
  references: LineReferences,
): Promise<{ readonly first: number; readonly last: number }> {
  const rows = items.map((item, index) => {
    const contact = contactOf(item, references);
    const line = assignContact(segment, contact, { ...item, ...idsOf(item, references) });
    return {
      place: index + 1,
      contact_id: contact?.id ?? 0,
      company_id: contact?.companyId ?? null,
      takes_active: item.contactAltAddressCode === undefined,
      alt_code: item.contactAltAddressCode ?? null,
      campaign_id: line.campaignId,
      salesperson_id: line.salespersonId,
      description: line.description,
      date: line.date,
    };
  });
  const written = await sql<{ first: number; last: number }>`
    with base as (
      select coalesce(max(line_no), 0) as line_no from segment_lines where segment_id = ${segment.id}),
    added as (
      insert into segment_lines (contact_id, segment_id, line_no, company_id, contact_alt_address_code, campaign_id,
        salesperson_id, description, date)
      select w.contact_id, ${segment.id}, base.line_no + w.place * ${lineStep}::bigint, w.company_id,
             case when w.takes_active then ${activeOn(sql`w.contact_id`, sql`w.date`)} else w.alt_code end,
             w.campaign_id, w.salesperson_id, w.description, w.date
        from base cross join jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as w(place integer, contact_id bigint,
          company_id bigint, takes_active boolean, alt_code text, campaign_id integer, salesperson_id integer,
          description text, date date)
      returning line_no)
    select min(line_no) as first, max(line_no) as last from added`.execute(tx.db);
  return written.rows[0]!;
}
