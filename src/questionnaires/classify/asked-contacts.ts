import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { QuestionnaireContactType } from "../questionnaire.rules.ts";

/** Whom a questionnaire is for, as its row says it. */
export interface Audience {
  readonly contact_type: QuestionnaireContactType | null;
  readonly business_relation_id: number | null;
}

/** Contacts `c` of a questionnaire's type. */
export function isOfType({ contact_type }: Pick<Audience, "contact_type">): RawBuilder<SqlBool> {
  if (contact_type === null) return sql<SqlBool>`true`;
  return sql<SqlBool>`c.type = ${sql.lit(contact_type === "companies" ? "company" : "person")}`;
}

/** Contacts `c` whose company, or who themselves without one, hold the questionnaire's business relation. */
export function holdsRelation({
  business_relation_id,
}: Pick<Audience, "business_relation_id">): RawBuilder<SqlBool> {
  if (business_relation_id === null) return sql<SqlBool>`true`;
  return sql<SqlBool>`exists (
    select from contact_business_relations r
     where r.business_relation_id = ${business_relation_id} and r.contact_id = coalesce(c.company_id, c.id))`;
}

/** Contacts `c` that a questionnaire is for. Minors have no profiles, with or without consent. */
export function isAsked(audience: Audience): RawBuilder<SqlBool> {
  return sql<SqlBool>`(${isOfType(audience)} and ${holdsRelation(audience)} and not c.minor)`;
}
