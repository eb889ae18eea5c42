import { sql } from "kysely";
import type { Context } from "#app/database.ts";
import { differences, recordChange } from "#platform/audit/audit.ts";
import { inTransaction, type TransactionContext } from "#platform/db/transaction.ts";
import { expectVersion } from "#platform/http/preconditions.ts";
import { codeNotFound } from "../lists/setup-lists.queries.ts";
import { refuseUnknownReferences, resolveReferences } from "../references.ts";
import {
  auditKeyOf,
  type FormulaKey,
  findFormula,
  formulaNotFound,
  presentFormula,
} from "./formulas.queries.ts";
import type { FormulaText } from "./salutation.rules.ts";

/** Name parts that are left out are blank. */
export type FormulaInput = Pick<FormulaText, "salutation"> & {
  readonly [Name in Exclude<keyof FormulaText, "salutation">]?: FormulaText[Name] | undefined;
};

const resource = "salutation-formulas";

/**
 * Writes a formula, whether it existed or not (contacts §1.3).
 *
 * @throws NotFound `not_found` (salutation), Invalid `not_found` (language), Stale `stale_version`
 */
export function putFormula(
  ctx: Context,
  code: string,
  key: FormulaKey,
  input: FormulaInput,
  ifMatch: number | null,
) {
  return inTransaction(ctx, async (tx) => {
    const salutationId = await lockSalutation(tx, code);
    const { rows, notFound } = await resolveReferences(tx.db, { languageCode: "languages" }, key);
    refuseUnknownReferences(notFound);
    const existing = await findFormula(tx.db, salutationId, key);
    expectVersion(existing ?? { version: 0 }, ifMatch);

    const blank = { name1: null, name2: null, name3: null, name4: null, name5: null };
    const content: FormulaText = { ...blank, ...withoutUndefined(input) };
    const changes = differences(existing ?? {}, content, []);
    if (existing && Object.keys(changes).length === 0)
      return { formula: presentFormula(existing), isNew: false };

    const written = await tx.db
      .insertInto("salutation_formulas")
      .values({
        salutation_id: salutationId,
        language_id: rows.languageCode?.id ?? null,
        salutation_type: key.salutationType,
        ...content,
      })
      .onConflict((conflict) =>
        conflict.constraint("salutation_formulas_key").doUpdateSet({
          ...content,
          version: sql`salutation_formulas.version + 1`,
          last_modified_at: sql`now()`,
        }),
      )
      .returningAll()
      .executeTakeFirstOrThrow();
    const action = existing ? "salutationFormula.changed" : "salutationFormula.created";
    await recordChange(tx, { action, resource, key: auditKeyOf(code, key), changes });
    return { formula: presentFormula({ ...written, language_code: key.languageCode }), isNew: !existing };
  });
}

/** @throws NotFound `not_found`, Stale `stale_version` */
export function deleteFormula(
  ctx: Context,
  code: string,
  key: FormulaKey,
  ifMatch: number | null,
): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const existing = await findFormula(tx.db, await lockSalutation(tx, code), key);
    if (!existing) throw formulaNotFound(code, key);
    expectVersion(existing, ifMatch);
    await tx.db.deleteFrom("salutation_formulas").where("id", "=", existing.id).execute();
    await recordChange(tx, { action: "salutationFormula.deleted", resource, key: auditKeyOf(code, key) });
  });
}

/** Formulas of one salutation are written one after another. */
async function lockSalutation(tx: TransactionContext, code: string): Promise<number> {
  const salutation = await tx.db
    .selectFrom("salutations")
    .select("id")
    .where("code", "=", code)
    .forUpdate()
    .executeTakeFirst();
  if (!salutation) throw codeNotFound(code);
  return salutation.id;
}

function withoutUndefined<T extends object>(values: T): { [Name in keyof T]: Exclude<T[Name], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as never;
}
