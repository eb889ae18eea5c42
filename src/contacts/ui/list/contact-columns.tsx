import type { ReactNode } from "react";
import type { Contact } from "#contacts/contacts.contract.ts";
import { answerSource } from "#questionnaires/ui/index.ts";
import type { Filter } from "#web/filter/filters.ts";
import { dayAndTimeOf } from "#web/format.ts";
import type { Column } from "#web/grid/columns.ts";
import { useT } from "#web/i18n.ts";
import { correspondenceChoices, relationChoices, relationKey, typeChoices, typeKey } from "../choices.ts";
import { EmailLinks, PhoneLink } from "../links.tsx";
import {
  businessRelationSource,
  companySource,
  countrySource,
  industryGroupSource,
  jobResponsibilitySource,
  languageSource,
  mailingGroupSource,
  salespersonSource,
  territorySource,
} from "../lookups.ts";
import { ContactName } from "./ContactName.tsx";

function Relation({ contact }: { readonly contact: Contact }) {
  const t = useT();
  return contact.businessRelation === "none" ? null : t(relationKey(contact.businessRelation));
}

function TypeWord({ contact }: { readonly contact: Contact }) {
  const t = useT();
  return t(typeKey(contact.type));
}

function Blocked({ contact }: { readonly contact: Contact }) {
  const t = useT();
  return contact.privacyBlocked ? t("contacts.card.privacyYes") : null;
}

const phoneOf = (phoneNo: string | null) => phoneNo && <PhoneLink phoneNo={phoneNo} isInGrid />;

function Dimmed({ children }: { readonly children: ReactNode }) {
  return <span style={{ color: "var(--mantine-color-dimmed)" }}>{children}</span>;
}

/** Everything but the name, which is drawn in two ways. */
const otherColumns: readonly Column<Contact>[] = [
  {
    key: "companyName",
    headerKey: "contacts.new.company",
    render: (contact) =>
      contact.type === "person" && contact.companyName ? <Dimmed>{contact.companyName}</Dimmed> : null,
    width: 150,
    isSortable: true,
    onCard: "subtitle",
    filter: { kind: "code", key: "companyNo", labelKey: "contacts.new.company", source: companySource },
  },
  {
    key: "phoneNo",
    headerKey: "fields.phoneNo",
    render: ({ phoneNo, mobilePhoneNo }) => phoneOf(phoneNo ?? mobilePhoneNo),
    width: 146,
    grow: 0,
  },
  {
    key: "email",
    headerKey: "fields.email",
    render: ({ email }) => email && <EmailLinks email={email} isInGrid />,
    width: 170,
    grow: 1.2,
  },
  {
    key: "city",
    headerKey: "fields.city",
    render: ({ city }) => city,
    width: 100,
    grow: 0.6,
    isSortable: true,
    filter: { kind: "text", key: "city", labelKey: "fields.city" },
    onCard: "aside",
  },
  {
    key: "salespersonCode",
    headerKey: "fields.salespersonCode",
    render: ({ salespersonCode, salespersonName }) => salespersonName ?? salespersonCode,
    width: 130,
    grow: 0.6,
    filter: {
      kind: "code",
      key: "salespersonCode",
      labelKey: "fields.salespersonCode",
      source: salespersonSource,
    },
    onCard: "none",
  },
  {
    key: "businessRelation",
    headerKey: "fields.businessRelation",
    render: (contact) => <Relation contact={contact} />,
    width: 112,
    grow: 0,
    startsHidden: true,
    onCard: "none",
    filter: {
      kind: "enum",
      key: "businessRelation",
      labelKey: "fields.businessRelation",
      choices: relationChoices,
    },
  },
  {
    key: "lastModifiedAt",
    headerKey: "fields.lastModifiedAt",
    render: ({ lastModifiedAt }, format) => format.date(dayAndTimeOf(lastModifiedAt, format.timeZone).day),
    width: 118,
    grow: 0,
    align: "end",
    isSortable: true,
    onCard: "none",
    filter: { kind: "dateRange", key: "lastModified", labelKey: "fields.lastModifiedAt" },
  },
  {
    key: "no",
    headerKey: "fields.no",
    render: ({ no }) => no,
    width: 100,
    grow: 0,
    isSortable: true,
    startsHidden: true,
    onCard: "none",
  },
  {
    key: "type",
    headerKey: "fields.type",
    render: (contact) => <TypeWord contact={contact} />,
    width: 90,
    grow: 0,
    startsHidden: true,
    onCard: "none",
    filter: { kind: "enum", key: "type", labelKey: "fields.type", choices: typeChoices },
  },
  {
    key: "address",
    headerKey: "fields.address",
    render: ({ address }) => address,
    startsHidden: true,
    onCard: "none",
  },
  {
    key: "postCode",
    headerKey: "fields.postCode",
    render: ({ postCode }) => postCode,
    width: 96,
    grow: 0,
    startsHidden: true,
    onCard: "none",
    filter: { kind: "text", key: "postCode", labelKey: "fields.postCode" },
  },
  {
    key: "countryCode",
    headerKey: "fields.countryCode",
    render: ({ countryCode }) => countryCode,
    width: 100,
    grow: 0,
    startsHidden: true,
    onCard: "none",
    filter: { kind: "code", key: "countryCode", labelKey: "fields.countryCode", source: countrySource },
  },
  {
    key: "territoryCode",
    headerKey: "fields.territoryCode",
    render: ({ territoryCode }) => territoryCode,
    width: 90,
    grow: 0,
    startsHidden: true,
    onCard: "none",
    filter: { kind: "code", key: "territoryCode", labelKey: "fields.territoryCode", source: territorySource },
  },
  {
    key: "languageCode",
    headerKey: "fields.languageCode",
    render: ({ languageCode }) => languageCode,
    width: 80,
    grow: 0,
    startsHidden: true,
    onCard: "none",
    filter: { kind: "code", key: "languageCode", labelKey: "fields.languageCode", source: languageSource },
  },
  {
    key: "mobilePhoneNo",
    headerKey: "fields.mobilePhoneNo",
    render: ({ mobilePhoneNo }) => phoneOf(mobilePhoneNo),
    width: 146,
    grow: 0,
    startsHidden: true,
    onCard: "none",
  },
  {
    key: "vatRegistrationNo",
    headerKey: "fields.vatRegistrationNo",
    render: ({ vatRegistrationNo }) => vatRegistrationNo,
    startsHidden: true,
    onCard: "none",
  },
  {
    key: "privacyBlocked",
    headerKey: "fields.privacyBlocked",
    render: (contact) => <Blocked contact={contact} />,
    width: 130,
    grow: 0,
    startsHidden: true,
    onCard: "none",
    filter: { kind: "flag", key: "privacyBlocked", labelKey: "fields.privacyBlocked" },
  },
];

function withName(isGrouped: boolean): readonly Column<Contact>[] {
  return [
    {
      key: "name",
      headerKey: "fields.name",
      render: (contact) => <ContactName contact={contact} isGrouped={isGrouped} />,
      width: 250,
      grow: 1.6,
      isSortable: true,
      onCard: "title",
    },
    ...otherColumns,
  ];
}

/** In the list's own order: companies stand out, their people below them are indented. */
export const groupedColumns = withName(true);
/** In any other order every row stands for itself. */
export const plainColumns = withName(false);

/** Filters that have no column. */
export const moreFilters: readonly Filter[] = [
  {
    kind: "enum",
    key: "correspondenceType",
    labelKey: "fields.correspondenceType",
    choices: correspondenceChoices,
  },
  { kind: "flag", key: "hasOpenOpportunities", labelKey: "fields.hasOpenOpportunities" },
  {
    kind: "code",
    key: "mailingGroupCode",
    labelKey: "fields.mailingGroupCode",
    source: mailingGroupSource,
  },
  {
    kind: "code",
    key: "industryGroupCode",
    labelKey: "fields.industryGroupCode",
    source: industryGroupSource,
  },
  {
    kind: "code",
    key: "jobResponsibilityCode",
    labelKey: "fields.jobResponsibilityCode",
    source: jobResponsibilitySource,
  },
  {
    kind: "code",
    key: "businessRelationCode",
    labelKey: "fields.businessRelationCode",
    source: businessRelationSource,
  },
  {
    kind: "code",
    key: "profileAnswer",
    labelKey: "questionnaires.fields.profileAnswer",
    source: answerSource,
  },
  { kind: "text", key: "externalId", labelKey: "fields.externalId" },
];
