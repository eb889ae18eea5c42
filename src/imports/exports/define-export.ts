import { z } from "zod";
import type { Context } from "#app/database.ts";
import type { VCard } from "#platform/files/index.ts";
import { type Endpoint, endpoint, type Output, type Schema } from "#platform/http/endpoint.ts";
import { requiredCode } from "#platform/http/fields.ts";
import { columnsOfItem, type ExportColumn } from "./export-columns.ts";

/** One page of a list, as the list's own endpoint answers it. */
export interface ListPage {
  readonly items: readonly object[];
  readonly nextCursor: string | null;
}

/** Where what a card consists of is read. */
export interface CardSources {
  readonly ctx: Context;
  /** Absolute: `RAPPORT_DATA`. */
  readonly dataFolder: string;
}

/** The item as a vCard. */
type ToCard = (item: object, sources: CardSources) => Promise<VCard>;

/** A list that can be had as a file. */
export interface ListExport {
  readonly endpoint: ReturnType<typeof exportEndpoint>;
  /** Takes the numbers of certain records; `null` where that makes no sense. */
  readonly selection: ReturnType<typeof selectionEndpoint> | null;
  /** Plural kebab-case, as in the list's address. */
  readonly resource: string;
  /** Every field of the list's items that fits into a cell, in their order. */
  readonly columns: readonly ExportColumn[];
  readonly columnSets: Readonly<Record<string, readonly string[]>>;
  /** Headers that say nothing else: names of the API instead of captions. */
  readonly isForPrograms: boolean;
  readonly toCard: ToCard | null;
  page(ctx: Context, query: object): Promise<ListPage>;
}

interface Definition<P extends Schema, Q extends Schema, B extends Schema, R extends Schema> {
  /** The contract of the list: its address, right, filters, sort orders and fields are those of the export. */
  readonly list: Endpoint<P, Q, B, R>;
  /** Fetches a page of the list, as the list's own route does. */
  readonly page: (ctx: Context, query: Output<Q>) => Promise<ListPage>;
  /** Selections of columns that can be asked for by name, besides all of them. */
  readonly columnSets?: Readonly<Record<string, readonly string[]>>;
  /** All columns go under the names of the API, unless captions are asked for: the file can come back as it is. */
  readonly isForPrograms?: boolean;
  /** Where that makes sense. */
  readonly toCard?: ToCard;
  /** How many records, named by number, can be had at once; the list has a filter `no`. */
  readonly mostSelected?: number;
}

/** Declares the export of a list; `serveExport` makes it answer. */
export function defineExport<P extends Schema, Q extends Schema, B extends Schema, R extends Schema>({
  list,
  page,
  columnSets = {},
  isForPrograms = false,
  toCard,
  mostSelected,
}: Definition<P, Q, B, R>): ListExport {
  const item = (list.result as unknown as z.ZodObject<{ items: z.ZodArray<z.ZodObject> }>).shape.items
    .element;
  const sets = Object.keys(columnSets);
  const hasCards = toCard !== undefined;
  return {
    endpoint: exportEndpoint(list as unknown as Endpoint, sets, hasCards),
    selection:
      mostSelected === undefined
        ? null
        : selectionEndpoint(list as unknown as Endpoint, sets, hasCards, mostSelected),
    resource: list.path.slice(1),
    columns: columnsOfItem(item),
    columnSets,
    isForPrograms,
    toCard: toCard ?? null,
    page: (ctx, query) => page(ctx, query as Output<Q>),
  };
}

export const delimiters = { comma: ",", semicolon: ";", tab: "\t" } as const;

/** What is asked of an export besides the filters of its list. */
export interface ExportOptions {
  readonly format?: "csv" | "xlsx" | "vcard";
  readonly headers?: "captions" | "names";
  readonly columns?: string;
  readonly delimiter?: keyof typeof delimiters;
}

function exportEndpoint(list: Endpoint, columnSets: readonly string[], hasCards: boolean) {
  const filters = (list.query as z.ZodObject).omit({ limit: true, cursor: true, count: true });
  return endpoint({
    id: list.id.replace(/^list/, "export"),
    method: "GET",
    path: `/exports${list.path}`,
    access: list.access,
    summary: `The list ${list.path} as a file, with the list's own filters and sort orders.`,
    description: `All rows, streamed from one snapshot. ${aboutHeaders}`,
    query: filters.extend(fileOptions(columnSets, hasCards)),
    produces: producedTypes(hasCards),
    problems: ["file_too_many_rows"],
  });
}

/** The same for records that are named: more numbers than an address can hold. */
function selectionEndpoint(list: Endpoint, columnSets: readonly string[], hasCards: boolean, most: number) {
  const { sort } = (list.query as z.ZodObject).shape;
  return endpoint({
    id: `${list.id.replace(/^list/, "export")}Selection`,
    method: "POST",
    path: `/exports${list.path}/selection`,
    access: list.access,
    summary: `Certain records of the list ${list.path} as a file.`,
    description: `Up to ${most.toLocaleString("en")} numbers; each record comes once, numbers that mean none are passed over. Streamed from one snapshot, nothing is changed. ${aboutHeaders}`,
    body: z
      .strictObject({
        no: z.array(requiredCode(20)).min(1).max(most),
        ...(sort && { sort: sort as z.ZodType }),
        ...fileOptions(columnSets, hasCards),
      })
      .meta({ id: `${list.id.replace(/^list/, "")}Selection` }),
    produces: producedTypes(hasCards),
    isRepeatable: false,
    problems: ["file_too_many_rows"],
  });
}

const aboutHeaders =
  "`headers`: captions in the caller's language or the names of the API; CSV has the delimiter and the decimal sign of the language unless `delimiter` is given.";

function fileOptions(columnSets: readonly string[], hasCards: boolean) {
  return {
    format: z.enum(["csv", "xlsx", ...(hasCards ? (["vcard"] as const) : [])]).optional(),
    headers: z.enum(["captions", "names"]).optional(),
    delimiter: z.enum(["comma", "semicolon", "tab"]).optional(),
    ...(columnSets.length > 0 && { columns: z.enum(["all", ...columnSets]).optional() }),
  };
}

function producedTypes(hasCards: boolean): string[] {
  return [
    "text/csv",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ...(hasCards ? ["text/vcard"] : []),
  ];
}
