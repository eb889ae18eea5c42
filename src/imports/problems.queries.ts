import { type RawBuilder, sql } from "kysely";
import type { Context } from "#app/database.ts";
import type { Language } from "#platform/context.ts";
import type { Output } from "#platform/http/endpoint.ts";
import { cappedCount, countCap, planPage, type SortOrders } from "#platform/http/lists.ts";
import type { Translator } from "#platform/i18n/translate.ts";
import type {
  ImportRowProblem,
  listImportProblems as listContract,
  listImportReasons as reasonsContract,
} from "./imports.contract.ts";
import { getVisibleImport } from "./imports.queries.ts";
import type { RowIssue } from "./row-reports.ts";

const orders = {
  rowNumber: [
    { expression: sql`p.row_number`, type: "bigint" },
    { expression: sql`p.problem_no`, type: "integer" },
  ],
} satisfies SortOrders;

type ProblemsQuery = Output<NonNullable<(typeof listContract)["query"]>>;

/** A page of what the latest run of an import found, in the caller's language. */
export async function listImportProblems(
  ctx: Context,
  importId: string,
  query: ProblemsQuery,
  translate: Translator,
) {
  const { items, ...page } = await findProblems(ctx, importId, query);
  return { items: items.map((found) => presentProblem(found, ctx.language, translate)), ...page };
}

/** The same as it is stored: codes and their values. */
export async function findProblems(ctx: Context, importId: string, query: ProblemsQuery) {
  await getVisibleImport(ctx, importId);
  const page = planPage(orders, query, "rowNumber");
  const filtered = sql`p.import_id = ${importId} and ${
    query.isWarning === undefined ? sql`true` : sql`p.is_warning = ${query.isWarning}`
  } and ${query.code === undefined ? sql`true` : sql`p.code = ${query.code}`}`;
  const { rows } = await sql<RowIssue & { rowNumber: number; sort_values: unknown }>`
    select p.row_number as "rowNumber", p.is_warning as "isWarning", p.field, p.code, p.code_values as "values",
           p.excerpt, ${page.sortValues} as sort_values
      from import_row_problems p
     where ${filtered} and ${page.after} order by ${page.orderBy} limit ${page.limit}`.execute(ctx.db);
  const { rows: items, nextCursor } = page.finish(rows);
  return { items, nextCursor, ...(query.count && (await countProblems(ctx, filtered))) };
}

async function countProblems({ db }: Context, filtered: RawBuilder<unknown>) {
  const { rows } = await sql<{ counted: number }>`
    select count(*) as counted
      from (select from import_row_problems p where ${filtered} limit ${countCap + 1}) capped`.execute(db);
  return cappedCount(rows[0]!.counted);
}

/** What the latest run found by what it is, in the caller's language. */
export async function listImportReasons(
  ctx: Context,
  importId: string,
  translate: Translator,
): Promise<Output<(typeof reasonsContract)["result"] & {}>> {
  const { reasons } = await getVisibleImport(ctx, importId);
  return {
    items: reasons.map(({ isWarning, field, code, count, values }) => ({
      isWarning,
      field,
      code,
      count,
      example: messageOf({ field, code, values }, ctx.language, translate),
    })),
  };
}

export function presentProblem(
  { rowNumber, isWarning, field, code, values, excerpt }: RowIssue & { readonly rowNumber: number },
  language: Language,
  translate: Translator,
): ImportRowProblem {
  const message = messageOf({ field, code, values }, language, translate);
  return { rowNumber, isWarning, field, code, message, excerpt };
}

function messageOf(
  { field, code, values }: Pick<RowIssue, "field" | "code" | "values">,
  language: Language,
  translate: Translator,
): string {
  const caption =
    field === null ? translate(language, "imports.words.wholeRow") : translate(language, `fields.${field}`);
  return translate(language, `problems.${code}`, { ...values, field: caption });
}
