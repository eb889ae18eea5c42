import { type AnyMembership, defineMembership, defineWebSources } from "./define-membership.contract.ts";

/** The lists a contact can be a member of (contacts §1.2). */

export const contactMailingGroups = defineMembership({
  child: "mailingGroup",
  resource: "mailing-groups",
  singular: "MailingGroup",
  summary: "Mailing groups of a contact.",
});

export const contactIndustryGroups = defineMembership({
  child: "industryGroup",
  resource: "industry-groups",
  singular: "IndustryGroup",
  summary: "Industry groups of a company.",
});

export const contactJobResponsibilities = defineMembership({
  child: "jobResponsibility",
  resource: "job-responsibilities",
  singular: "JobResponsibility",
  summary: "Job responsibilities of a person.",
});

export const contactWebSources = defineWebSources();

export const memberships: readonly AnyMembership[] = [
  contactMailingGroups,
  contactIndustryGroups,
  contactJobResponsibilities,
  contactWebSources,
];
