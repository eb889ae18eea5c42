import { type RawBuilder, sql } from "kysely";

/** Figures of a contact about its own rows (contacts §1.1, computed). */
export interface DetailFigures {
  readonly noOfMailingGroups: number;
  /** Of its company: a person shows those of the company it belongs to. */
  readonly noOfIndustryGroups: number;
  readonly noOfJobResponsibilities: number;
  /** Its own and those of its company. */
  readonly noOfBusinessRelations: number;
  /** Possible duplicates that nobody has marked separate. */
  readonly noOfDuplicates: number;
  readonly hasComment: boolean;
}

/** Columns with the figures, for a statement that knows the ids; `companyId` of a company is its own. */
export function detailFigures({
  id,
  companyId,
}: {
  readonly id: number;
  readonly companyId: number | null;
}): RawBuilder<unknown> {
  return sql`
    (select count(*) from contact_mailing_groups where contact_id = ${id}) as "noOfMailingGroups",
    (select count(*) from contact_industry_groups where contact_id = ${companyId}) as "noOfIndustryGroups",
    (select count(*) from contact_job_responsibilities where contact_id = ${id}) as "noOfJobResponsibilities",
    (select count(*) from contact_business_relations
      where contact_id in (${id}, ${companyId})) as "noOfBusinessRelations",
    (select count(*) from contact_duplicates
      where (contact_id = ${id} or duplicate_id = ${id}) and not separate) as "noOfDuplicates",
    exists (select from contact_comments where contact_id = ${id}) as "hasComment"`;
}
