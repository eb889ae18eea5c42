import { sql } from "kysely";
import type { Context, Tx } from "#app/database.ts";
import { activeOn, findChoices, rederivedOn } from "#contacts/index.ts";
import { differences, recordChange } from "#platform/audit/audit.ts";
import { inTransaction } from "#platform/db/transaction.ts";
import { expectVersion } from "#platform/http/preconditions.ts";
import { checkLine, idsOf, type LineReferences, lineError, loadLineReferences } from "./line-references.ts";
import type { SegmentLine, SegmentLineChanges } from "./segment-lines.contract.ts";
import { getLineRow, getSegmentLine, type LineRow, presentLine } from "./segment-lines.queries.ts";
import { lockSegment, type SegmentHead } from "./segments.queries.ts";
import { assignContact } from "./segments.rules.ts";

/** Texts of a line are no matter of the trail: they are gone with the contact. */
const audited = ["contactNo", "contactAltAddressCode", "campaignNo", "salespersonCode", "date"] as const;

/**
 * Changes a line; a contact that is named is assigned (segments §6.1), a date takes the alternative address along (§6.4).
 *
 * @throws NotFound, Stale, Invalid `not_found`, `salesperson_blocked`; Conflict `contact_privacy_blocked`
 */
export function changeLine(
  ctx: Context,
  no: string,
  lineNo: number,
  input: SegmentLineChanges,
  ifMatch: number | null,
): Promise<SegmentLine> {
  return inTransaction(ctx, async (tx) => {
    const contacts = await findChoices(tx.db, input.contactNo ? [input.contactNo] : []);
    await holdContactOf(tx.db, no, lineNo);
    const segment = await lockSegment(tx.db, no);
    const row = await getLineRow(tx.db, segment.no, lineNo, true);
    expectVersion(row, ifMatch);
    const before = presentLine(row);
    const isAssigned = input.contactNo !== undefined;
    const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
    if (!isAssigned && Object.keys(differences<object>(before, given)).length === 0) return before;

    const contact = isAssigned
      ? (input.contactNo && contacts.get(input.contactNo)) || null
      : { id: row.contact_id };
    const references = await loadLineReferences(tx.db, contacts, [input]);
    const complete = isAssigned ? references : await withOwnAddresses(tx.db, references, row, input);
    const errors = checkLine(input, complete, contact, before.salespersonCode);
    if (errors.length > 0) throw lineError(errors);

    if (isAssigned) await assign(tx.db, segment, row, input, complete);
    else await change(tx.db, row, input, complete);
    const after = await getSegmentLine(tx.db, segment.no, lineNo);
    await recordChange(tx, {
      action: "segment.lineChanged",
      resource: "segments",
      key: segment.no,
      changes: { lineNo, ...differences(facts(before), facts(after)) },
    });
    return after;
  });
}

function facts(line: SegmentLine) {
  return Object.fromEntries(audited.map((field) => [field, line[field]]));
}

/** Contacts are locked before what refers to them: the addresses of the line's contact stay as they are. */
async function holdContactOf(tx: Tx, no: string, lineNo: number): Promise<void> {
  await sql`
    select from contacts c
     where c.id in (select l.contact_id from segment_lines l join segments g on g.id = l.segment_id
                     where g.no = ${no} and l.line_no = ${lineNo}) for share of c`.execute(tx);
}

/** The addresses of the contact that the line has already. */
async function withOwnAddresses(
  tx: Tx,
  references: LineReferences,
  { contact_id }: LineRow,
  { contactAltAddressCode }: SegmentLineChanges,
): Promise<LineReferences> {
  if (!contactAltAddressCode) return references;
  const { rows } = await sql`
    select from contact_alternative_addresses
     where contact_id = ${contact_id} and code = ${contactAltAddressCode}`.execute(tx);
  const own = rows.length > 0 ? [`${contact_id} ${contactAltAddressCode}`] : [];
  return { ...references, altAddresses: new Set(own) };
}

/** The line by its whole key, which begins with the contact. */
export function isLine({ contact_id, segment_id, line_no }: LineRow) {
  return sql`contact_id = ${contact_id} and segment_id = ${segment_id} and line_no = ${line_no}`;
}

/** The line begins anew: everything that is not given is the segment's or the contact's. */
async function assign(
  tx: Tx,
  segment: SegmentHead,
  row: LineRow,
  input: SegmentLineChanges,
  references: LineReferences,
): Promise<void> {
  const contact = (input.contactNo && references.contacts.get(input.contactNo)) || null;
  const line = assignContact(segment, contact, { ...input, ...idsOf(input, references) });
  const contactId = contact?.id ?? 0;
  const address =
    input.contactAltAddressCode === undefined
      ? activeOn(sql`${contactId}::bigint`, line.date)
      : sql`${input.contactAltAddressCode}::text`;
  await sql`
    update segment_lines
       set contact_id = ${contactId}, company_id = ${contact?.companyId ?? null}, contact_alt_address_code = ${address},
           campaign_id = ${line.campaignId}, salesperson_id = ${line.salespersonId}, description = ${line.description},
           date = ${line.date}, version = version + 1, last_modified_at = now()
     where ${isLine(row)}`.execute(tx);
}

async function change(
  tx: Tx,
  row: LineRow,
  input: SegmentLineChanges,
  references: LineReferences,
): Promise<void> {
  const { campaignId, salespersonId } = idsOf(input, references);
  const assignments = [
    ...(input.description === undefined ? [] : [sql`description = ${input.description}`]),
    ...(campaignId === undefined ? [] : [sql`campaign_id = ${campaignId}`]),
    ...(salespersonId === undefined ? [] : [sql`salesperson_id = ${salespersonId}`]),
    ...(input.date === undefined ? [] : [sql`date = ${input.date}`]),
  ];
  if (input.contactAltAddressCode !== undefined)
    assignments.push(sql`contact_alt_address_code = ${input.contactAltAddressCode}`);
  else if (input.date !== undefined) {
    const address = rederivedOn(sql`l.contact_id`, sql`l.contact_alt_address_code`, sql`l.date`, input.date);
    assignments.push(sql`contact_alt_address_code = ${address}`);
  }
  await sql`
    update segment_lines l set ${sql.join(assignments)}, version = version + 1, last_modified_at = now()
     where ${isLine(row)}`.execute(tx);
}
