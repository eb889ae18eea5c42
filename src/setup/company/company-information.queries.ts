import type { Db } from "#app/database.ts";
import { codeOf } from "../references.ts";
import type { CompanyInformation } from "./company-information.contract.ts";

/** What is known of the organisation. */
export async function getCompanyInformation(db: Db): Promise<CompanyInformation> {
  const row = await db
    .selectFrom("company_information")
    .select([
      "name",
      "currency_code",
      "time_zone",
      "language",
      "assistant_completed",
      "version",
      "last_modified_at",
    ])
    .select(codeOf("countries", "company_information.country_id").as("country_code"))
    .executeTakeFirstOrThrow();
  return {
    name: row.name,
    currencyCode: row.currency_code,
    timeZone: row.time_zone,
    language: row.language,
    countryCode: row.country_code,
    assistantCompleted: row.assistant_completed,
    version: row.version,
    lastModifiedAt: row.last_modified_at,
  };
}
