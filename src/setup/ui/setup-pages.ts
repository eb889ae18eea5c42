import {
  IconAddressBook,
  IconAdjustmentsHorizontal,
  IconBriefcase,
  IconBuilding,
  IconBuildingFactory2,
  IconCategory,
  IconClipboardList,
  IconCoins,
  IconFileImport,
  IconFlag,
  IconHistory,
  IconHourglass,
  IconKey,
  IconLanguage,
  IconListNumbers,
  IconMail,
  IconMailbox,
  IconMapPin,
  IconSearch,
  IconSignature,
  IconSpeakerphone,
  IconStairs,
  IconTargetArrow,
  IconTemplate,
  IconTrophy,
  IconUserCheck,
  IconUsers,
  IconUsersGroup,
  type TablerIcon,
} from "@tabler/icons-react";
import type { Right } from "#users/rights.rules.ts";
import type { TextKey } from "#web/i18n.ts";
import { type SetupListName, setupListNames } from "./setup-list-names.ts";
import { setupPath } from "./setup-paths.ts";

export type SetupTheme = "contacts" | "interactions" | "people" | "organisation";

/** A page of the set-up, as the overview and the palette show it. */
export interface SetupPage {
  readonly theme: SetupTheme;
  readonly to: string;
  readonly titleKey: TextKey;
  /** One sentence: what it is for. */
  readonly textKey: TextKey;
  readonly icon: TablerIcon;
  readonly right: Right;
  /** Another module brings it into the navigation. */
  readonly isElsewhere?: boolean;
}

const themeOfList: Readonly<Partial<Record<SetupListName, SetupTheme>>> = {
  languages: "organisation",
  countries: "organisation",
  territories: "organisation",
  currencies: "organisation",
  campaignStatuses: "interactions",
  salesCycles: "interactions",
  closeOpportunityCodes: "interactions",
};

const iconOfList: Readonly<Record<SetupListName, TablerIcon>> = {
  mailingGroups: IconMail,
  industryGroups: IconBuildingFactory2,
  businessRelations: IconBriefcase,
  jobResponsibilities: IconUserCheck,
  organizationalLevels: IconStairs,
  webSources: IconSearch,
  salutations: IconSignature,
  languages: IconLanguage,
  countries: IconFlag,
  territories: IconMapPin,
  currencies: IconCoins,
  campaignStatuses: IconSpeakerphone,
  salesCycles: IconTargetArrow,
  closeOpportunityCodes: IconTrophy,
};

const listNames = Object.keys(setupListNames) as SetupListName[];
const isOfContacts = (name: SetupListName) => listNames.indexOf(name) < listNames.indexOf("languages");

function listPage(name: SetupListName): SetupPage {
  return {
    theme: themeOfList[name] ?? "contacts",
    to: `${setupPath}/${setupListNames[name]}`,
    titleKey: `setup.lists.${name}`,
    textKey: `setup.lists.${name}Text`,
    icon: iconOfList[name],
    right: "setup.read",
  };
}

/** Every page of the set-up, in the order of the overview. */
export const setupPages: readonly SetupPage[] = [
  {
    theme: "contacts",
    to: "/setup/contact-defaults",
    titleKey: "setup.pages.marketing",
    textKey: "setup.pages.marketingText",
    icon: IconAdjustmentsHorizontal,
    right: "setup.read",
  },
  {
    theme: "contacts",
    to: "/setup/duplicate-search-strings",
    titleKey: "setup.pages.duplicates",
    textKey: "setup.pages.duplicatesText",
    icon: IconSearch,
    right: "setup.read",
  },
  {
    theme: "contacts",
    to: "/imports",
    titleKey: "setup.pages.imports",
    textKey: "setup.pages.importsText",
    icon: IconFileImport,
    right: "contacts.write",
  },
  ...listNames.filter(isOfContacts).map(listPage),
  {
    theme: "contacts",
    to: "/setup/party-templates",
    titleKey: "setup.pages.partyTemplates",
    textKey: "setup.pages.partyTemplatesText",
    icon: IconTemplate,
    right: "setup.read",
  },
  {
    theme: "contacts",
    to: "/questionnaires",
    titleKey: "setup.pages.questionnaires",
    textKey: "setup.pages.questionnairesText",
    icon: IconClipboardList,
    right: "setup.read",
  },
  {
    theme: "contacts",
    to: "/setup/retention-rules",
    titleKey: "setup.pages.retention",
    textKey: "setup.pages.retentionText",
    icon: IconHourglass,
    right: "setup.read",
  },
  {
    theme: "interactions",
    to: "/interaction-templates",
    titleKey: "setup.pages.templates",
    textKey: "setup.pages.templatesText",
    icon: IconTemplate,
    right: "setup.read",
    isElsewhere: true,
  },
  {
    theme: "interactions",
    to: "/interaction-groups",
    titleKey: "setup.pages.groups",
    textKey: "setup.pages.groupsText",
    icon: IconCategory,
    right: "setup.read",
    isElsewhere: true,
  },
  {
    theme: "interactions",
    to: "/setup/interaction-templates",
    titleKey: "interactions.templateSetup.title",
    textKey: "interactions.templateSetup.text",
    icon: IconTemplate,
    right: "interactionSetup.read",
  },
  {
    theme: "people",
    to: "/users",
    titleKey: "setup.pages.users",
    textKey: "setup.pages.usersText",
    icon: IconUsers,
    right: "users.admin",
  },
  {
    theme: "people",
    to: "/salespeople",
    titleKey: "setup.pages.salespeople",
    textKey: "setup.pages.salespeopleText",
    icon: IconUsersGroup,
    right: "setup.read",
  },
  {
    theme: "people",
    to: "/tokens",
    titleKey: "setup.pages.tokens",
    textKey: "setup.pages.tokensText",
    icon: IconKey,
    right: "users.admin",
  },
  {
    theme: "people",
    to: "/audit-trail",
    titleKey: "setup.pages.audit",
    textKey: "setup.pages.auditText",
    icon: IconHistory,
    right: "users.admin",
  },
  {
    theme: "organisation",
    to: "/setup/company",
    titleKey: "setup.pages.company",
    textKey: "setup.pages.companyText",
    icon: IconBuilding,
    right: "setup.read",
  },
  {
    theme: "organisation",
    to: "/number-series",
    titleKey: "setup.pages.series",
    textKey: "setup.pages.seriesText",
    icon: IconListNumbers,
    right: "setup.read",
  },
  ...listNames.filter((name) => !isOfContacts(name)).map(listPage),
  {
    theme: "organisation",
    to: "/setup/post-codes",
    titleKey: "setup.pages.postCodes",
    textKey: "setup.pages.postCodesText",
    icon: IconMailbox,
    right: "setup.read",
  },
  {
    theme: "organisation",
    to: "/jobs",
    titleKey: "setup.pages.jobs",
    textKey: "setup.pages.jobsText",
    icon: IconHourglass,
    right: "setup.read",
  },
];

export const themes: readonly { readonly key: SetupTheme; readonly icon: TablerIcon }[] = [
  { key: "contacts", icon: IconAddressBook },
  { key: "interactions", icon: IconTemplate },
  { key: "people", icon: IconUsers },
  { key: "organisation", icon: IconBuilding },
];
