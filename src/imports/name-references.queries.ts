import { sql } from "kysely";
import type { Db } from "#app/database.ts";
import { codeMeant, type NamedField, type NamedRow, namedFields } from "./name-references.rules.ts";
import { countryOfName, languageOfName } from "./world-names.ts";

interface KnownBy {
  readonly table: string;
  readonly code?: string;
  readonly label: string;
  readonly other?: string;
  readonly alias?: (text: string) => string | null;
}

/** The fields that refer to small tables, with what a row of each is known by. */
const lists: Readonly<Record<NamedField, KnownBy>> = {
  countryCode: { table: "countries", label: "name", other: "iso_code", alias: countryOfName },
  languageCode: { table: "languages", label: "name", other: "locale", alias: languageOfName },
  territoryCode: { table: "territories", label: "name" },
  currencyCode: { table: "currencies", label: "name" },
  salespersonCode: { table: "salespeople", label: "name", other: "email" },
  salutationCode: { table: "salutations", label: "description" },
  organizationalLevelCode: { table: "organizational_levels", label: "description" },
  interactionTemplateCode: { table: "interaction_templates", label: "description" },
  campaignNo: { table: "campaigns", code: "no", label: "description" },
};

/** What the texts of a batch mean, field by field. */
export type MeantCodes = (field: NamedField, text: string) => string | null;

/**
 * Finds in one statement which rows of set-up the texts of a batch may mean. The answering function gives the code
 * of a text, `null` where there is none or more than one.
 */
export async function findMeantCodes(
  db: Db,
  texts: ReadonlyMap<NamedField, ReadonlySet<string>>,
): Promise<MeantCodes> {
  const asked = namedFields.filter((field) => (texts.get(field)?.size ?? 0) > 0);
  const rows = new Map<NamedField, NamedRow[]>(asked.map((field) => [field, []]));
  if (asked.length > 0) {
    const found = await sql<NamedRow & { field: NamedField }>`${sql.join(
      asked.map((field) => mayMean(field, [...texts.get(field)!])),
      sql` union all `,
    )}`.execute(db);
    for (const { field, ...row } of found.rows) rows.get(field)!.push(row);
  }
  const meant = new Map<string, string | null>();
  return (field, text) => {
    const key = `${field}\n${text}`;
    let code = meant.get(key);
    if (code === undefined) {
      code = codeMeant(text, rows.get(field) ?? [], lists[field].alias?.(text) ?? null);
      meant.set(key, code);
    }
    return code;
  };
}

/** Rows that look like one of the texts; `codeMeant` looks closer. */
function mayMean(field: NamedField, texts: readonly string[]) {
  const { table, code = "code", label, other, alias } = lists[field];
  const aliases = alias ? texts.flatMap((text) => alias(text) ?? []) : [];
  const otherColumn = other ? sql.ref(other) : sql`null::text`;
  return sql`
    select ${sql.lit(field)} as field, ${sql.ref(code)} as code, ${sql.ref(label)} as label, ${otherColumn} as other
      from ${sql.table(table)}
     where array[fold_text(${sql.ref(code)}), fold_text(${sql.ref(label)}), fold_text(${otherColumn})]
             && array(select fold_text(text) from unnest(${texts}::text[]) as text)
        or lower(split_part(${otherColumn}, '-', 1)) = any(array(select lower(alias) from unnest(${aliases}::text[]) as alias))`;
}
