import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { Db } from "#app/database.ts";
import { allOf, fetchPage } from "#platform/db/fetch-page.ts";
import { containsWords } from "#platform/db/search-words.ts";
import { NotFound } from "#platform/errors.ts";
import type { Output } from "#platform/http/endpoint.ts";
import { endOf, type TaskTimes } from "./task-times.rules.ts";
import type { listTasks as listEndpoint, Task } from "./tasks.contract.ts";
import type { TaskStatus, TaskType } from "./tasks.rules.ts";

/** A task with the numbers, codes and names behind its ids. */
export interface TaskRow {
  readonly id: number;
  readonly no: string;
  readonly description: string;
  readonly type: TaskType | null;
  readonly contact_no: string | null;
  readonly contact_name: string | null;
  readonly company_no: string | null;
  readonly company_name: string | null;
  readonly former_contact_no: string | null;
  readonly salesperson_code: string | null;
  readonly salesperson_name: string | null;
  readonly campaign_no: string | null;
  readonly opportunity_no: string | null;
  readonly date: string;
  readonly start_time: string | null;
  readonly duration_sec: number;
  readonly all_day: boolean;
  readonly location: string | null;
  readonly status: TaskStatus;
  readonly closed: boolean;
  readonly date_closed: string | null;
  readonly version: number;
  readonly last_modified_at: string;
}

const columns = sql`t.id, t.no, t.description, t.type, c.no as contact_no, c.name as contact_name,
  k.no as company_no, k.name as company_name, s.code as salesperson_code, s.name as salesperson_name,
  (select no from contacts where id = t.former_contact_id) as former_contact_no,
  (select no from campaigns where id = t.campaign_id) as campaign_no,
  (select no from opportunities where id = t.opportunity_id) as opportunity_no,
  t.date, t.start_time, t.duration_sec, t.all_day, t.location, t.status, t.closed, t.date_closed, t.version, t.last_modified_at`;
const from = sql`tasks t left join contacts c on c.id = t.contact_id left join contacts k on k.id = t.company_id
  left join salespeople s on s.id = t.salesperson_id`;

/** When the task of a row takes place. */
export function timesOf(row: TaskRow): TaskTimes {
  return {
    type: row.type,
    allDay: row.all_day,
    date: row.date,
    startTime: row.start_time,
    durationSec: row.duration_sec,
  };
}

export function presentTask(row: TaskRow): Task {
  return {
    no: row.no,
    description: row.description,
    type: row.type,
    contactNo: row.contact_no,
    contactName: row.contact_name,
    contactCompanyNo: row.company_no,
    contactCompanyName: row.company_name,
    formerContactNo: row.former_contact_no,
    salespersonCode: row.salesperson_code,
    salespersonName: row.salesperson_name,
    campaignNo: row.campaign_no,
    opportunityNo: row.opportunity_no,
    date: row.date,
    startTime: row.start_time,
    durationSec: row.duration_sec,
    ...endOf(timesOf(row)),
    allDay: row.all_day,
    location: row.location,
    status: row.status,
    closed: row.closed,
    dateClosed: row.date_closed,
    version: row.version,
    lastModifiedAt: row.last_modified_at,
  };
}

type ListQuery = Output<NonNullable<typeof listEndpoint.query>>;

const no = { expression: sql.ref("t.no"), type: "text" } as const;
const named = (expression: RawBuilder<unknown>) =>
  ({ expression, type: "text", collation: "fi-x-icu" }) as const;
const orders = {
  // Of a day first what has no time, then by the clock.
  date: [
    { expression: sql.ref("t.date"), type: "date" },
    { expression: sql`coalesce(t.start_time::text, '')`, type: "text" },
    no,
  ],
  no: [no],
  description: [named(sql.ref("t.description")), no],
  contactName: [named(sql`coalesce(c.name, '')`), no],
  salespersonCode: [{ expression: sql`coalesce(s.code, '')`, type: "text" }, no],
  status: [{ expression: sql.ref("t.status"), type: "text" }, no],
} as const;

export function listTasks(db: Db, query: ListQuery) {
  const source = { columns, from, where: matching(query), orders, defaultSort: "date" } as const;
  return fetchPage(db, source, query, presentTask);
}

function matching(filters: ListQuery): RawBuilder<SqlBool> {
  const conditions: (RawBuilder<unknown> | undefined | false)[] = [
    containsWords(sql`concat_ws(' ', t.no, t.description, c.name)`, filters.search),
    filters.no && sql`t.no = any(${filters.no}::text[])`,
    filters.type && sql`t.type = any(${filters.type}::text[])`,
    filters.contactNo && isContact("t.contact_id", filters.contactNo),
    filters.contactCompanyNo && isContact("t.company_id", filters.contactCompanyNo),
    filters.aboutContactNo &&
      sql`(${isContact("t.contact_id", filters.aboutContactNo)} or ${isContact("t.company_id", filters.aboutContactNo)})`,
    filters.salespersonCode && sql`s.code = any(${filters.salespersonCode}::text[])`,
    filters.campaignNo && isRecord("t.campaign_id", "campaigns", filters.campaignNo),
    filters.opportunityNo && isRecord("t.opportunity_id", "opportunities", filters.opportunityNo),
    filters.status && sql`t.status = any(${filters.status}::text[])`,
    filters.closed !== undefined && sql`t.closed = ${filters.closed}`,
    filters.dateFrom !== undefined && sql`t.date >= ${filters.dateFrom}::date`,
    filters.dateTo !== undefined && sql`t.date <= ${filters.dateTo}::date`,
  ];
  return allOf(conditions.filter((condition) => condition !== undefined && condition !== false));
}

function isContact(column: string, nos: readonly string[]): RawBuilder<unknown> {
  return sql`${sql.ref(column)} = any(array(select contact_id from contact_numbers where no = any(${nos}::text[])))`;
}

function isRecord(column: string, table: string, nos: readonly string[]): RawBuilder<unknown> {
  return sql`${sql.ref(column)} = any(array(select id from ${sql.table(table)} where no = any(${nos}::text[])))`;
}

/** @throws NotFound `not_found` */
export async function getTaskRow(db: Db, no: string, lock = false): Promise<TaskRow> {
  const { rows } = await sql<TaskRow>`
    select ${columns} from ${from} where t.no = ${no} ${lock ? sql`for update of t` : sql``}`.execute(db);
  if (!rows[0]) throw new NotFound("not_found", { key: no }, [{ path: "taskNo", code: "not_found" }]);
  return rows[0];
}

/** @throws NotFound `not_found` */
export async function getTask(db: Db, no: string): Promise<Task> {
  return presentTask(await getTaskRow(db, no));
}

/** Tasks by their ids. */
export async function listTasksById(db: Db, ids: readonly number[]): Promise<ReadonlyMap<number, Task>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<TaskRow>`
    select ${columns} from ${from} where t.id = any(${ids}::int[])`.execute(db);
  return new Map(rows.map((row) => [row.id, presentTask(row)]));
}
