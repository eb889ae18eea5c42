import { sql, type Updateable } from "kysely";
import type { Context, Tx } from "#app/database.ts";
import { type ChosenContact, chooseContact, holdContact } from "#contacts/index.ts";
import { giveRecordNo, refuseManualNo, resolveNumbers } from "#numbering/index.ts";
import { differences, recordChange } from "#platform/audit/audit.ts";
import { inTransaction, type TransactionContext } from "#platform/db/transaction.ts";
import { refusingDuplicates } from "#platform/db/unique.ts";
import { Invalid } from "#platform/errors.ts";
import { expectVersion } from "#platform/http/preconditions.ts";
import { localMoment } from "#platform/moment.rules.ts";
import { findUsersSalespersonCode, refuseNewlyChosen } from "#salespeople/index.ts";
import { getMarketingSetup, refuseUnknownReferences, resolveReferences } from "#setup/index.ts";
import { arrangeTimes, beginTimes, type TaskTimes, type WrittenTimes } from "./task-times.rules.ts";
import type { NewTask, Task, TaskChanges } from "./tasks.contract.ts";
import { getTask, getTaskRow, presentTask, timesOf } from "./tasks.queries.ts";
import {
  dateClosedAfter,
  type RequiredValues,
  refuseLocation,
  refuseType,
  refuseValues,
  statusAfter,
  type TaskType,
} from "./tasks.rules.ts";
import type { TasksTables } from "./tasks.tables.ts";

const constraint = "tasks_no_key";
const numberFields = { campaignNo: "campaigns", opportunityNo: "opportunities" } as const;
const ignored = ["version", "lastModifiedAt", "contactName", "contactCompanyName", "salespersonName"];

/**
 * @throws Invalid `date_required`, `task_date`, `description_required`, `salesperson_required`, what `arrangeTimes` and
 * `refuseLocation` object to, `not_found`, `salesperson_blocked`; Conflict `contact_privacy_blocked`, `duplicate`, `manual_no`, `setup_missing`
 */
export function createTask(ctx: Context, input: NewTask): Promise<Task> {
  return inTransaction(ctx, async (tx) => {
    const today = localMoment(tx.now, tx.timeZone).date;
    const origin = input.opportunityNo ? await findOrigin(tx.db, input.opportunityNo) : null;
    const contactNo = input.contactNo === undefined ? (origin?.contactNo ?? null) : input.contactNo;
    const contact = contactNo === null ? null : await chooseContact(tx.db, contactNo);
    const complete = {
      ...input,
      date: input.date === undefined ? today : input.date,
      campaignNo: input.campaignNo === undefined ? (origin?.campaignNo ?? null) : input.campaignNo,
      salespersonCode:
        input.salespersonCode === undefined
          ? (origin?.salespersonCode ?? (await salespersonOf(tx, contact)))
          : input.salespersonCode,
    };
    const begun = complete.date === null ? null : await beginTask(tx.db, complete.date, input);
    const times = checkedTimes(
      {
        date: complete.date,
        description: complete.description ?? null,
        salespersonCode: complete.salespersonCode,
        type: input.type ?? null,
        location: input.location ?? null,
      },
      begun,
      input,
    );
    const columns = await columnsOf(tx.db, complete, null);
    const status = statusAfter("notStarted", input);
    const no = await giveRecordNo(tx, "tasks", input.no);
    const values = {
      location: input.location ?? null,
      salesperson_id: null,
      campaign_id: null,
      opportunity_id: null,
      ...columns,
      ...timeColumns(times),
      no,
      description: complete.description!,
      contact_id: contact?.id ?? null,
      company_id: contact?.companyId ?? null,
      status,
      date_closed: dateClosedAfter({ status: "notStarted", dateClosed: null }, status, today),
    };
    await refusingDuplicates({ constraint, key: no, path: "no" }, () =>
      tx.db.insertInto("tasks").values(values).execute(),
    );
    const task = await getTask(tx.db, no);
    await recordChange(tx, {
      action: "task.created",
      resource: "tasks",
      key: no,
      changes: differences({}, task, ignored),
    });
    return task;
  });
}

/** @throws NotFound, Stale, Invalid `task_type_fixed`, and what creating throws */
export function changeTask(
  ctx: Context,
  no: string,
  input: TaskChanges,
  ifMatch: number | null,
): Promise<Task> {
  return inTransaction(ctx, async (tx) => {
    if (input.contactNo) await holdContact(tx.db, input.contactNo);
    const row = await getTaskRow(tx.db, no, true);
    expectVersion(row, ifMatch);
    const before = presentTask(row);
    const written = changedFields(before, input);
    if (Object.keys(written).length === 0) return before;
    const refusal = written.type === undefined ? null : refuseType(before.type, written.type);
    if (refusal) throw new Invalid(refusal, {}, [{ path: "type", code: refusal }]);
    const times = checkedTimes({ ...before, ...written } as CheckedValues, timesOf(row), written);
    if (written.no !== undefined) await refuseManualNo(tx.db, "tasks");
    const contact = written.contactNo ? await chooseContact(tx.db, written.contactNo) : null;
    const status = statusAfter(before.status, written);
    const today = localMoment(tx.now, tx.timeZone).date;
    const change: Updateable<TasksTables["tasks"]> = {
      ...(await columnsOf(tx.db, written, before)),
      ...timeColumns(times),
      ...(written.contactNo !== undefined && {
        contact_id: contact?.id ?? null,
        company_id: contact?.companyId ?? null,
        former_contact_id: null,
      }),
      ...(status !== before.status && { status, date_closed: dateClosedAfter(before, status, today) }),
    };
    await refusingDuplicates({ constraint, key: written.no ?? no, path: "no" }, () =>
      tx.db
        .updateTable("tasks")
        .set({ ...change, version: row.version + 1, last_modified_at: sql`now()` })
        .where("id", "=", row.id)
        .execute(),
    );
    const after = await getTask(tx.db, written.no ?? no);
    await recordChange(tx, {
      action: "task.changed",
      resource: "tasks",
      key: no,
      changes: differences(before, after, ignored),
    });
    return after;
  });
}

/** @throws NotFound, Stale */
export function deleteTask(ctx: Context, no: string, ifMatch: number | null): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const row = await getTaskRow(tx.db, no, true);
    expectVersion(row, ifMatch);
    // The log's own door: what the program itself may not change of a logged fact.
    await sql`select entries_outlive_task(${row.id})`.execute(tx.db);
    await tx.db.deleteFrom("tasks").where("id", "=", row.id).execute();
    await recordChange(tx, {
      action: "task.deleted",
      resource: "tasks",
      key: no,
      changes: { description: [row.description, null] },
    });
  });
}

/** T-3: where a new task begins before anything is said of its times. */
async function beginTask(db: Tx, date: string, { type, allDay }: NewTask): Promise<TaskTimes> {
  const kind = { type: type ?? null, allDay: type === "meeting" && allDay === true };
  return beginTimes(kind, date, (await getMarketingSetup(db)).defaultTaskDateCalculation);
}

interface CheckedValues extends RequiredValues {
  readonly type: TaskType | null;
  readonly location: string | null;
}

/**
 * When the task takes place, once nothing is wrong with it.
 *
 * @throws Invalid with everything that is wrong
 */
function checkedTimes(values: CheckedValues, before: TaskTimes | null, written: WrittenTimes): TaskTimes {
  const errors = refuseValues(values);
  const isDateFine = !errors.some(({ path }) => path === "date");
  const arranged = before === null || !isDateFine ? null : arrangeTimes(before, written);
  if (arranged?.isFine === false) errors.push(...arranged.errors);
  errors.push(...refuseLocation(values.type, values.location));
  const [first] = errors;
  if (first || !arranged?.isFine) throw new Invalid(first?.code ?? "date_required", first?.values, errors);
  return arranged.times;
}

function timeColumns({ type, date, startTime, durationSec, allDay }: TaskTimes) {
  return { type, date, start_time: startTime, duration_sec: durationSec, all_day: allDay };
}

/** The fields that become something else than they are. */
function changedFields(before: Task, input: TaskChanges): TaskChanges {
  const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
  const changed = Object.keys(differences<object>(before, given));
  return Object.fromEntries(changed.map((field) => [field, given[field]]));
}

/** What a task takes from its opportunity (T-3). */
interface Origin {
  readonly contactNo: string | null;
  readonly campaignNo: string | null;
  readonly salespersonCode: string | null;
}

async function findOrigin(db: Tx, opportunityNo: string): Promise<Origin | null> {
  const { rows } = await sql<Origin>`
    select (select no from contacts where id = coalesce(o.contact_id, o.company_id)) as "contactNo",
           (select no from campaigns where id = o.campaign_id) as "campaignNo",
           (select code from salespeople
             where id = o.salesperson_id and not blocked and not privacy_blocked) as "salespersonCode"
      from opportunities o where o.no = ${opportunityNo}`.execute(db);
  return rows[0] ?? null;
}

/** The user's salesperson, else the contact's (T-3). */
async function salespersonOf(tx: TransactionContext, contact: ChosenContact | null): Promise<string | null> {
  return (await findUsersSalespersonCode(tx)) ?? contact?.salespersonCode ?? null;
}

/** The plain columns of the fields that are given. */
async function columnsOf(
  db: Tx,
  input: NewTask | TaskChanges,
  before: Task | null,
): Promise<Updateable<TasksTables["tasks"]>> {
  const setup = await resolveReferences(db, { salespersonCode: "salespeople" }, input);
  const records = await resolveNumbers(db, numberFields, input);
  refuseUnknownReferences([...setup.notFound, ...records.notFound]);
  refuseNewlyChosen(setup.rows.salespersonCode, before?.salespersonCode ?? null);
  return {
    ...(input.no != null && { no: input.no }),
    ...(input.description != null && { description: input.description }),
    ...(input.location !== undefined && { location: input.location }),
    ...(input.salespersonCode !== undefined && { salesperson_id: setup.rows.salespersonCode?.id ?? null }),
    ...(input.campaignNo !== undefined && { campaign_id: records.ids.campaignNo }),
    ...(input.opportunityNo !== undefined && { opportunity_id: records.ids.opportunityNo }),
  };
}
