import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { Db } from "#app/database.ts";
import { lookUpCodes } from "#setup/index.ts";
import {
  contactIndustryGroups,
  contactJobResponsibilities,
  contactMailingGroups,
} from "./memberships.contract.ts";
import { placeOf } from "./memberships.queries.ts";

/** Filters of the list of contacts by what a contact is a member of; several codes of one list: any of them. */
export interface MembershipFilters {
  readonly mailingGroupCode?: readonly string[] | undefined;
  readonly industryGroupCode?: readonly string[] | undefined;
  readonly jobResponsibilityCode?: readonly string[] | undefined;
  readonly businessRelationCode?: readonly string[] | undefined;
}

const filters = {
  mailingGroupCode: placeOf(contactMailingGroups),
  industryGroupCode: placeOf(contactIndustryGroups),
  jobResponsibilityCode: placeOf(contactJobResponsibilities),
  businessRelationCode: {
    list: "business_relations",
    table: "contact_business_relations",
    column: "business_relation_id",
  },
} as const;

/**
 * Conditions on contacts `c`. The codes are looked up before, so that the plan knows how many members the groups have;
 * codes that do not exist match nothing.
 */
export async function isMember(db: Db, query: MembershipFilters): Promise<RawBuilder<SqlBool>[]> {
  const asked = Object.entries(filters).flatMap(([field, place]) => {
    const codes = query[field as keyof MembershipFilters];
    return codes ? [{ ...place, codes }] : [];
  });
  const directory = await lookUpCodes(db, Object.fromEntries(asked.map(({ list, codes }) => [list, codes])));
  return asked.map(({ list, table, column }) => {
    const ids = [...(directory[list]?.values() ?? [])].map(({ id }) => id);
    return sql<SqlBool>`exists (
      select from ${sql.table(table)} m where m.contact_id = c.id and m.${sql.ref(column)} = any(${ids}::int[]))`;
  });
}
