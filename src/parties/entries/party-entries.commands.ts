import { sql } from "kysely";
import type { Context, Db } from "#app/database.ts";
import { differences, recordChange } from "#platform/audit/audit.ts";
import { transactionAgain } from "#platform/db/again.ts";
import { inTransaction } from "#platform/db/transaction.ts";
import { refusingDuplicates } from "#platform/db/unique.ts";
import { Invalid, invalidField } from "#platform/errors.ts";
import type { LineOutcome } from "#platform/http/answer-lines.ts";
import { expectVersion } from "#platform/http/preconditions.ts";
import type { PartyKind } from "../party-kinds.rules.ts";
import type { NewPartyEntry, PartyEntry, PartyEntryChanges } from "./party-entries.contract.ts";
import { getEntryRow, presentEntry } from "./party-entries.queries.ts";
import { checkEntryAmounts } from "./party-entry.rules.ts";

const constraint = "party_entries_external_id_key";

/** Everything of an entry but whose it is. */
type EntryValues = Omit<Complete, "kind" | "partyNo">;

interface Complete {
  readonly kind: PartyKind;
  readonly partyNo: string;
  readonly externalId: string | null;
  readonly documentType: NonNullable<NewPartyEntry["documentType"]>;
  readonly documentNo: string | null;
  readonly postingDate: string;
  readonly dueDate: string | null;
  readonly closedDate: string | null;
  readonly amount: string;
  readonly profit: string;
  readonly discount: string;
}

function complete(input: NewPartyEntry): Complete {
  return {
    kind: input.kind,
    partyNo: input.partyNo,
    externalId: input.externalId ?? null,
    documentType: input.documentType ?? "invoice",
    documentNo: input.documentNo ?? null,
    postingDate: input.postingDate,
    dueDate: input.dueDate ?? null,
    closedDate: input.closedDate ?? null,
    amount: input.amount ?? "0",
    profit: input.profit ?? "0",
    discount: input.discount ?? "0",
  };
}

function refuseAmounts(values: EntryValues): Invalid | null {
  const errors = checkEntryAmounts(values);
  const [first] = errors;
  return first ? new Invalid(first.code, first.values ?? {}, errors) : null;
}

function columnsOf(values: EntryValues) {
  return {
    external_id: values.externalId,
    document_type: values.documentType,
    document_no: values.documentNo,
    posting_date: values.postingDate,
    due_date: values.dueDate,
    closed_date: values.closedDate,
    amount: values.amount,
    profit: values.profit,
    discount: values.discount,
  };
}

/** Ids of parties by kind and number; they stay as long as the transaction lasts. */
async function findPartyIds(
  db: Db,
  asked: readonly Pick<Complete, "kind" | "partyNo">[],
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ id: number; key: string }>`
    select p.id, p.kind || ' ' || p.no as key
      from parties p
      join (select distinct kind, no from unnest(${asked.map(({ kind }) => kind)}::text[],
              ${asked.map(({ partyNo }) => partyNo)}::text[]) as a(kind, no)) a on a.kind = p.kind and a.no = p.no
     order by p.id for key share of p`.execute(db);
  return new Map(rows.map(({ id, key }) => [key, id]));
}

const keyOf = ({ kind, partyNo }: Pick<Complete, "kind" | "partyNo">) => `${kind} ${partyNo}`;

/** @throws Invalid `party_not_found`, `party_entry_…`; Conflict `duplicate` */
export function createEntry(ctx: Context, input: NewPartyEntry): Promise<PartyEntry> {
  return inTransaction(ctx, async (tx) => {
    const values = complete(input);
    const refusal = refuseAmounts(values);
    if (refusal) throw refusal;
    const partyId = (await findPartyIds(tx.db, [values])).get(keyOf(values));
    if (partyId === undefined) throw invalidField("partyNo", "party_not_found", { no: values.partyNo });
    const { entry_no } = await refusingDuplicates(
      { constraint, key: values.externalId ?? "", path: "externalId" },
      () =>
        tx.db
          .insertInto("party_entries")
          .values({ party_id: partyId, ...columnsOf(values) })
          .returning("entry_no")
          .executeTakeFirstOrThrow(),
    );
    await recordChange(tx, {
      action: "partyEntry.created",
      resource: "party-entries",
      key: entry_no,
      changes: differences({}, values),
    });
    return presentEntry(await getEntryRow(tx.db, entry_no));
  });
}

/** @throws NotFound `not_found`, Stale, Invalid `party_entry_…`, Conflict `duplicate` */
export function changeEntry(
  ctx: Context,
  entryNo: number,
  input: PartyEntryChanges,
  ifMatch: number | null,
): Promise<PartyEntry> {
  return inTransaction(ctx, async (tx) => {
    const before = await getEntryRow(tx.db, entryNo, true);
    expectVersion(before, ifMatch);
    const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
    const after = { ...before, ...given };
    const changes = differences(presentEntry(before), presentEntry(after));
    if (Object.keys(changes).length === 0) return presentEntry(before);
    const refusal = refuseAmounts(after);
    if (refusal) throw refusal;
    await refusingDuplicates({ constraint, key: after.externalId ?? "", path: "externalId" }, () =>
      tx.db
        .updateTable("party_entries")
        .set({ ...columnsOf(after), version: before.version + 1, last_modified_at: sql`now()` })
        .where("entry_no", "=", entryNo)
        .execute(),
    );
    await recordChange(tx, {
      action: "partyEntry.changed",
      resource: "party-entries",
      key: entryNo,
      changes,
    });
    return presentEntry(await getEntryRow(tx.db, entryNo));
  });
}

/** @throws NotFound `not_found`, Stale */
export function deleteEntry(ctx: Context, entryNo: number, ifMatch: number | null): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const row = await getEntryRow(tx.db, entryNo, true);
    expectVersion(row, ifMatch);
    await tx.db.deleteFrom("party_entries").where("entry_no", "=", entryNo).execute();
    await recordChange(tx, {
      action: "partyEntry.deleted",
      resource: "party-entries",
      key: entryNo,
      changes: { partyNo: [row.partyNo, null], amount: [row.amount, null] },
    });
  });
}

/** Records or replaces entries by their external ids, however many with the same statements; answers in order. */
export function upsertEntries(
  ctx: Context,
  inputs: readonly NewPartyEntry[],
): Promise<readonly LineOutcome[]> {
  return transactionAgain(ctx, async (tx) => {
    const all = inputs.map(complete);
    const partyIds = await findPartyIds(tx.db, all);
    const sound = all.filter((values) => refuseAmounts(values) === null && partyIds.has(keyOf(values)));
    const written = await writeEntries(tx.db, sound, partyIds);
    if (written.size > 0)
      await recordChange(tx, {
        action: "partyEntries.written",
        resource: "party-entries",
        key: [...written.values()][0]!.entryNo,
        changes: { count: written.size },
      });
    return all.map((values): LineOutcome => {
      const refusal = refuseAmounts(values);
      if (refusal) return { error: refusal };
      if (!partyIds.has(keyOf(values)))
        return { error: invalidField("partyNo", "party_not_found", { no: values.partyNo }) };
      const { externalId } = values;
      return { answer: { status: "unchanged", ...written.get(externalId!), externalId } };
    });
  });
}

interface WrittenEntry {
  readonly status: "created" | "changed" | "unchanged";
  readonly entryNo: number;
}

const columns = "document_type, document_no, posting_date, due_date, closed_date, amount, profit, discount";

async function writeEntries(
  db: Db,
  entries: readonly Complete[],
  partyIds: ReadonlyMap<string, number>,
): Promise<ReadonlyMap<string, WrittenEntry>> {
  if (entries.length === 0) return new Map();
  const records = entries.map((values) => ({ party_id: partyIds.get(keyOf(values)), ...columnsOf(values) }));
  const { rows } = await sql<WrittenEntry & { externalId: string }>`
    with given as (
      select * from json_to_recordset(${JSON.stringify(records)}::json) as r(
        party_id bigint, external_id text, document_type text, document_no text, posting_date date, due_date date,
        closed_date date, amount numeric, profit numeric, discount numeric)
    ), written as (
      insert into party_entries as e (party_id, external_id, ${sql.raw(columns)})
      select party_id, external_id, ${sql.raw(columns)} from given order by external_id
          on conflict (external_id) do update
         set party_id = excluded.party_id, version = e.version + 1, last_modified_at = now(),
             ${sql.raw(
               columns
                 .split(", ")
                 .map((column) => `${column} = excluded.${column}`)
                 .join(", "),
             )}
       where (e.party_id, ${sql.raw(prefixed("e"))}) is distinct from (excluded.party_id, ${sql.raw(prefixed("excluded"))})
      returning e.entry_no, e.external_id, e.version
    )
    select coalesce(w.entry_no, o.entry_no) as "entryNo", g.external_id as "externalId",
           case when w.entry_no is null then 'unchanged' when w.version = 1 then 'created' else 'changed' end as status
      from given g
      left join written w on w.external_id = g.external_id
      left join party_entries o on o.external_id = g.external_id`.execute(db);
  return new Map(rows.map(({ externalId, ...entry }) => [externalId, entry]));
}

function prefixed(table: string): string {
  return columns
    .split(", ")
    .map((column) => `${table}.${column}`)
    .join(", ");
}
