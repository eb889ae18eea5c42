import type { Selectable } from "kysely";
import type { Db } from "#app/database.ts";
import { NotFound } from "#platform/errors.ts";
import { codeNotFound } from "../lists/setup-lists.queries.ts";
import { codeOf } from "../references.ts";
import type { SetupTables } from "../setup.tables.ts";
import type { SalutationFormula, SalutationType } from "./salutation.rules.ts";

/** What a formula is known by, below its salutation. */
export interface FormulaKey {
  readonly languageCode: string | null;
  readonly salutationType: SalutationType;
}

export type FormulaRow = Selectable<SetupTables["salutation_formulas"]> & {
  readonly language_code: string | null;
};

export function selectFormulas(db: Db) {
  return db
    .selectFrom("salutation_formulas")
    .selectAll("salutation_formulas")
    .select(codeOf("languages", "salutation_formulas.language_id").as("language_code"));
}

export function presentFormula(row: FormulaRow) {
  return {
    languageCode: row.language_code,
    salutationType: row.salutation_type,
    salutation: row.salutation,
    name1: row.name1,
    name2: row.name2,
    name3: row.name3,
    name4: row.name4,
    name5: row.name5,
    version: row.version,
    lastModifiedAt: row.last_modified_at,
  } satisfies SalutationFormula & Record<string, unknown>;
}

/** @throws NotFound `not_found` */
export async function getSalutationId(db: Db, code: string): Promise<number> {
  const salutation = await db
    .selectFrom("salutations")
    .select("id")
    .where("code", "=", code)
    .executeTakeFirst();
  if (!salutation) throw codeNotFound(code);
  return salutation.id;
}

/** Formulas of a salutation, those without a language first. */
export async function listFormulas(db: Db, code: string) {
  const rows = await selectFormulas(db)
    .where("salutation_id", "=", await getSalutationId(db, code))
    .orderBy("language_code", (order) => order.asc().nullsFirst())
    .orderBy("salutation_type")
    .execute();
  return { items: rows.map(presentFormula), nextCursor: null };
}

/** @throws NotFound `not_found` */
export async function getFormula(db: Db, code: string, key: FormulaKey) {
  const row = await findFormula(db, await getSalutationId(db, code), key);
  if (!row) throw formulaNotFound(code, key);
  return presentFormula(row);
}

export function findFormula(db: Db, salutationId: number, { languageCode, salutationType }: FormulaKey) {
  return selectFormulas(db)
    .where("salutation_id", "=", salutationId)
    .where("salutation_type", "=", salutationType)
    .where(codeOf("languages", "salutation_formulas.language_id"), "is not distinct from", languageCode)
    .executeTakeFirst();
}

export function formulaNotFound(code: string, key: FormulaKey): NotFound {
  return new NotFound("not_found", { key: auditKeyOf(code, key) }, [
    { path: "languageCode", code: "not_found" },
  ]);
}

/** As in the address: `MS/FI/formal`. */
export function auditKeyOf(code: string, { languageCode, salutationType }: FormulaKey): string {
  return [code, languageCode ?? "-", salutationType].join("/");
}
