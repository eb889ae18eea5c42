import type { Db } from "#app/database.ts";
import { lookUpCodes, type ReferenceFields, type ReferenceList } from "#setup/index.ts";
import type { ListParameters } from "./views.tables.ts";

/** Parameters that name codes of set-up lists. */
const codeParameters: ReferenceFields = {
  businessRelationCode: "business_relations",
  closeOpportunityCode: "close_opportunity_codes",
  countryCode: "countries",
  currencyCode: "currencies",
  industryGroupCode: "industry_groups",
  interactionGroupCode: "interaction_groups",
  interactionTemplateCode: "interaction_templates",
  jobResponsibilityCode: "job_responsibilities",
  languageCode: "languages",
  mailingGroupCode: "mailing_groups",
  salesCycleCode: "sales_cycles",
  salespersonCode: "salespeople",
  statusCode: "campaign_statuses",
  territoryCode: "territories",
};

export interface MissingCode {
  readonly parameter: string;
  readonly value: string;
}

/** Codes that no record has any more, query by query; one statement for all of them. */
export async function findMissingCodes(db: Db, queries: readonly ListParameters[]): Promise<MissingCode[][]> {
  const asked: Partial<Record<ReferenceList, string[]>> = {};
  const named = queries.map(codesIn);
  for (const { list, value } of named.flat()) asked[list] = [...(asked[list] ?? []), value];
  const directory = await lookUpCodes(db, asked);
  return named.map((codes) =>
    codes
      .filter(({ list, value }) => !directory[list]?.has(value))
      .map(({ parameter, value }) => ({ parameter, value })),
  );
}

function codesIn(query: ListParameters) {
  return Object.entries(codeParameters).flatMap(([parameter, list]) =>
    (query[parameter] ?? "")
      .split(",")
      .map((code) => code.trim().toUpperCase())
      .filter((code) => code !== "")
      .map((value) => ({ parameter, list, value })),
  );
}
