import { type RawBuilder, type SqlBool, sql } from "kysely";

/**
 * Whether every word of `search` occurs somewhere in the text, whatever its case and accents: "makinen" finds
 * Mäkinen. The text is folded by PostgreSQL; `true` without a word.
 */
export function containsWords(text: RawBuilder<unknown>, search: string | undefined): RawBuilder<SqlBool> {
  const words = (search ?? "").split(/\s+/).filter((word) => word !== "");
  if (words.length === 0) return sql<SqlBool>`true`;
  const patterns = words.map((word) => `%${word.replace(/[\\%_]/g, "\\$&")}%`);
  return sql<SqlBool>`fold_text(${text}) like all (select fold_text(word) from unnest(${patterns}::text[]) as word)`;
}
