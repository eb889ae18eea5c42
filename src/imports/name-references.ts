import type { Db } from "#app/database.ts";
import type { ParsedRow } from "./contacts/parse-row.rules.ts";
import { findMeantCodes } from "./name-references.queries.ts";
import { type NamedField, namedFields } from "./name-references.rules.ts";

/** The rows with codes where they named countries, salespeople and the like; what means nothing is an error. */
export async function nameReferences(db: Db, rows: readonly ParsedRow[]): Promise<readonly ParsedRow[]> {
  const texts = new Map<NamedField, Set<string>>();
  for (const { input } of rows) {
    for (const field of namedFields) {
      const text = input[field];
      // Nothing is called so, and PostgreSQL refuses to look.
      if (text === undefined || text.includes("\0")) continue;
      const others = texts.get(field);
      if (others) others.add(text);
      else texts.set(field, new Set([text]));
    }
  }
  if (texts.size === 0) return rows;

  const codeOf = await findMeantCodes(db, texts);
  return rows.map((row) => {
    const input = { ...row.input };
    const errors = [...row.errors];
    for (const field of namedFields) {
      const text = input[field];
      if (text === undefined) continue;
      const code = codeOf(field, text);
      if (code === null) errors.push({ path: field, code: "not_found" });
      else input[field] = code;
    }
    return { ...row, input, errors };
  });
}
