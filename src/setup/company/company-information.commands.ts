import { sql } from "kysely";
import type { Context, Tx } from "#app/database.ts";
import { differences, recordChange } from "#platform/audit/audit.ts";
import { inTransaction } from "#platform/db/transaction.ts";
import { invalidField } from "#platform/errors.ts";
import { expectVersion } from "#platform/http/preconditions.ts";
import { refuseUnknownReferences, resolveReferences } from "../references.ts";
import type { CompanyInformation, CompanyInformationChanges } from "./company-information.contract.ts";
import { getCompanyInformation } from "./company-information.queries.ts";

/** @throws Invalid `not_found` at `countryCode`, `time_zone_unknown`; Stale `stale_version` */
export function changeCompanyInformation(
  ctx: Context,
  input: CompanyInformationChanges,
  ifMatch: number | null,
): Promise<CompanyInformation> {
  return inTransaction(ctx, async (tx) => {
    await tx.db.selectFrom("company_information").select("only_row").forUpdate().execute();
    const before = await getCompanyInformation(tx.db);
    expectVersion(before, ifMatch);
    const after = { ...before, ...withoutUndefined(input) };
    const changes = differences(before, after);
    if (Object.keys(changes).length === 0) return before;

    if (changes.timeZone) await refuseUnknownTimeZone(tx.db, after.timeZone);
    const { rows, notFound } = await resolveReferences(tx.db, { countryCode: "countries" }, after);
    refuseUnknownReferences(notFound);
    await tx.db
      .updateTable("company_information")
      .set({
        name: after.name,
        currency_code: after.currencyCode,
        time_zone: after.timeZone,
        language: after.language,
        country_id: rows.countryCode?.id ?? null,
        assistant_completed: after.assistantCompleted,
        version: before.version + 1,
        last_modified_at: sql`now()`,
      })
      .execute();
    await recordChange(tx, {
      action: "companyInformation.changed",
      resource: "company-information",
      key: "company-information",
      changes,
    });
    return getCompanyInformation(tx.db);
  });
}

/** PostgreSQL brings its own list of time zones and computes with them, so it has to know the name too. */
async function refuseUnknownTimeZone(tx: Tx, timeZone: string): Promise<void> {
  const { rows } = await sql<{ is_known: boolean }>`
    select exists (select from pg_timezone_names where lower(name) = lower(${timeZone})) as is_known`.execute(
    tx,
  );
  if (!rows[0]!.is_known) throw invalidField("timeZone", "time_zone_unknown");
}

function withoutUndefined(input: CompanyInformationChanges): Partial<CompanyInformation> {
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
}
