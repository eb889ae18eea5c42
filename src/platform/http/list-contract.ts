import { z } from "zod";
import { flag, integerParameter } from "./fields.ts";

/**
 * Query of a list: `limit`, `cursor`, `count`, `sort` (a leading `-` descends) and the list's own filters.
 * Unknown parameters are refused.
 */
export function listQuery<const Sorts extends readonly [string, ...string[]], Filters extends z.ZodRawShape>(
  sorts: Sorts,
  filters: Filters,
) {
  return z.strictObject({
    limit: integerParameter(1, 200).optional(),
    cursor: z.string().max(2_000).optional(),
    count: flag().optional(),
    sort: z.enum(sorts.flatMap((sort) => [sort, `-${sort}`]) as [string, ...string[]]).optional(),
    ...filters,
  });
}

/** Answer of a list. `totalCount` comes with `count=true`: exact up to 10,000, then capped. */
export function listOf<Item extends z.ZodType>(item: Item) {
  return z.object({
    items: z.array(item),
    nextCursor: z.string().nullable(),
    totalCount: z.number().int().optional(),
    totalCountIsCapped: z.boolean().optional(),
  });
}
