import { type ContactChild, refuseChild } from "#contacts/contact.rules.ts";
import type { Contact } from "#contacts/contacts.contract.ts";
import {
  contactIndustryGroups,
  contactJobResponsibilities,
  contactMailingGroups,
} from "#contacts/details/memberships/memberships.contract.ts";
import { CardGroup } from "#web/card/CardGroup.tsx";
import type { ContactSectionProps } from "../card-parts.ts";
import { industryGroupSource, jobResponsibilitySource, mailingGroupSource } from "../lookups.ts";
import { MembershipPart } from "./MembershipPart.tsx";
import { WebSourcesPart } from "./WebSourcesPart.tsx";

const parts = [
  { membership: contactMailingGroups, source: mailingGroupSource },
  { membership: contactIndustryGroups, source: industryGroupSource },
  { membership: contactJobResponsibilities, source: jobResponsibilitySource },
] as const;

/** What a contact is a member of: each kind of contact shows what it can have (contacts §1.2). */
export default function MembershipsSection({ contact }: ContactSectionProps) {
  return (
    <CardGroup name="contacts.memberships" titleKey="contacts.details.memberships.title" layout="plain">
      {parts
        .filter(({ membership }) => suits(contact, membership.child))
        .map((part) => (
          <MembershipPart key={part.membership.resource} no={contact.no} {...part} />
        ))}
      {suits(contact, "webSource") && <WebSourcesPart no={contact.no} />}
    </CardGroup>
  );
}

function suits({ type }: Contact, child: ContactChild): boolean {
  return refuseChild(type, child) === null;
}
