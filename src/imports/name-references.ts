import type { Db } from "#app/database.ts";
import { findMeantCodes } from "./name-references.queries.ts";
import { type NamedField, namedFields } from "./name-references.rules.ts";
import type { RowFinding } from "./row-reports.ts";

type NamingInput = { readonly [Field in NamedField]?: string };

/** A row whose input may name rows of set-up. */
interface NamingRow {
  readonly input: NamingInput;
  readonly errors: readonly RowFinding[];
}

/** The rows with codes where they named countries, salespeople and the like; what means nothing is an error. */
export async function nameReferences<Row extends NamingRow>(
  db: Db,
  rows: readonly Row[],
): Promise<readonly Row[]> {
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
    const input: { -readonly [Field in NamedField]?: string } = { ...row.input };
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
