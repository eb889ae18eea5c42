/**
 * What the demo company consists of, before anything has a number. Field names are those of the specifications;
 * `key` ties contacts, people and interactions together until the loader has drawn numbers for them.
 * Blank is `null`; dates are ISO days, times `HH:mm` in the organisation's time zone, money euros.
 */

import type { ProbabilityCalculation } from "#opportunities/estimates.rules.ts";

export type DemoLanguage = "en" | "fi";

export type CodedText = { code: string; description: string };

export type DemoCountry = {
  code: string;
  name: string;
  isoCode: string;
  isoNumericCode: string;
  /** `#` digit, `@` letter, anything else literal (contacts §1.1). */
  vatFormats: string[];
};

export type NamePart = "jobTitle" | "firstName" | "middleName" | "surname" | "initials" | "companyName";

export type DemoSalutationFormula = {
  languageCode: string | null;
  salutationType: "formal" | "informal";
  salutation: string;
  name1: NamePart | null;
  name2: NamePart | null;
  name3: NamePart | null;
  name4: NamePart | null;
  name5: NamePart | null;
};

export type DemoSalutation = CodedText & { formulas: DemoSalutationFormula[] };

export type DemoSalesperson = {
  code: string;
  name: string;
  jobTitle: string;
  email: string;
  phone: string;
  commission: number;
  /** To be set after the log is loaded: the log has entries from before. */
  blocked: boolean;
};

export type DemoNumberSeries = {
  code: string;
  description: string;
  allowAutomatic: boolean;
  allowManual: boolean;
  startingNo: string;
  endingNo: string;
  warningNo: string;
  incrementBy: number;
};

export type InformationFlow = "outbound" | "inbound";
export type InitiatedBy = "us" | "them";
export type CorrespondenceType = "hardCopy" | "email";
export type Evaluation = "veryPositive" | "positive" | "neutral" | "negative" | "veryNegative";

export type DemoInteractionTemplate = CodedText & {
  interactionGroupCode: string;
  unitCost: number;
  unitDurationMin: number;
  informationFlow: InformationFlow;
  initiatedBy: InitiatedBy;
  defaultCorrespondenceType: CorrespondenceType | null;
  ignoreContactCorrespondenceType: boolean;
};

export type DemoContact = {
  key: string;
  type: "company" | "person";
  name: string;
  firstName: string | null;
  middleName: string | null;
  surname: string | null;
  initials: string | null;
  jobTitle: string | null;
  companyKey: string | null;
  address: string;
  address2: string | null;
  postCode: string;
  city: string;
  countryCode: string;
  phoneNo: string | null;
  mobilePhoneNo: string | null;
  email: string | null;
  homePage: string | null;
  languageCode: string;
  formatRegion: string;
  territoryCode: string;
  salespersonCode: string;
  salutationCode: string;
  correspondenceType: CorrespondenceType | null;
  vatRegistrationNo: string | null;
  organizationalLevelCode: string | null;
  excludeFromSegment: boolean;
  privacyBlocked: boolean;
  mailingGroupCodes: string[];
  industryGroupCodes: string[];
  businessRelationCodes: string[];
  jobResponsibilityCodes: string[];
  webSources: { webSourceCode: string; searchWord: string }[];
};

export type DemoComment = { date: string; text: string };

export type DemoInteraction = {
  contactKey: string;
  interactionTemplateCode: string;
  date: string;
  time: string;
  /** When it was written down: minutes after it happened, sometimes the next working day. `YYYY-MM-DDTHH:mm`. */
  recordedAt: string;
  description: string;
  salespersonCode: string;
  /** The number or address used, for calls and e-mails. */
  contactVia: string | null;
  evaluation: Evaluation | null;
  attemptFailed: boolean;
  cost: number;
  durationMin: number;
  comments: DemoComment[];
  canceled: boolean;
  cancelReason: string | null;
  postponed: boolean;
};

/** A step of an opportunity on its way. */
export type DemoEntry = {
  stage: number;
  stageDescription: string | null;
  previousStage: number;
  actionTaken: "next" | "won" | "lost" | null;
  dateOfChange: string;
  dateClosed: string | null;
  estimatedValue: string;
  calcdCurrentValue: string;
  completed: number;
  chancesOfSuccess: number;
  probability: number;
  closeOpportunityCode: string | null;
  estimatedCloseDate: string;
};

/** Campaigns, and what may come of talking to a contact: opportunities, and tasks that follow from them. */
export type DemoDeals = {
  campaignStatuses: CodedText[];
  salesCycles: (CodedText & { probabilityCalculation: ProbabilityCalculation })[];
  salesCycleStages: {
    salesCycleCode: string;
    stage: number;
    description: string;
    completed: number;
    chancesOfSuccess: number;
    dateFormula: string;
    allowSkip: boolean;
    quoteRequired: boolean;
  }[];
  closeOpportunityCodes: (CodedText & { type: "won" | "lost" })[];
  campaigns: {
    description: string;
    statusCode: string;
    startingDate: string;
    endingDate: string | null;
    salespersonCode: string;
  }[];
  opportunities: {
    contactKey: string;
    description: string;
    salespersonCode: string;
    /** Position among the campaigns. */
    campaignIndex: number | null;
    salesCycleCode: string;
    status: "notStarted" | "inProgress" | "won" | "lost";
    creationDate: string;
    dateClosed: string | null;
    entries: DemoEntry[];
  }[];
  tasks: {
    contactKey: string;
    description: string;
    type: "meeting" | "phoneCall" | null;
    salespersonCode: string;
    /** Position among the opportunities. */
    opportunityIndex: number;
    date: string;
    startTime: string | null;
    durationSec: number;
    allDay: boolean;
    location: string | null;
  }[];
};

/** A segment that is still being prepared. */
export type DemoSegment = {
  description: string;
  /** Position among the campaigns. */
  campaignIndex: number | null;
  salespersonCode: string | null;
  date: string;
  lines: { contactKey: string; salespersonCode: string }[];
};

/** Answers that follow from a figure: each with its bounds, `null` for none. */
type DemoRanges = {
  description: string;
  answers: { description: string; fromValue: number | null; toValue: number | null }[];
};

export type DemoQuestionnaire = {
  code: string;
  description: string;
  contactType: "companies" | "people";
  /** Questions whose answers are ticked, each answer with its points in the rating. */
  manual: {
    description: string;
    multipleAnswers: boolean;
    answers: { description: string; points: number }[];
  }[];
  /** The question that the interactions of the last year answer. */
  talked: DemoRanges | null;
  rating: DemoRanges | null;
};

/** Questionnaires, and what was ticked: questions and answers by their position among the manual ones. */
export type DemoProfiles = {
  questionnaires: DemoQuestionnaire[];
  answers: {
    contactKey: string;
    questionnaireCode: string;
    questionIndex: number;
    answerIndex: number;
    date: string;
  }[];
};

export type DemoCompany = {
  home: {
    name: string;
    address: string;
    postCode: string;
    city: string;
    countryCode: string;
    phoneNo: string;
    email: string;
    homePage: string;
    vatRegistrationNo: string;
    baseCurrency: string;
    timeZone: string;
  };
  languages: { code: string; name: string; locale: string }[];
  countries: DemoCountry[];
  territories: { code: string; name: string }[];
  salutations: DemoSalutation[];
  mailingGroups: CodedText[];
  industryGroups: CodedText[];
  businessRelations: CodedText[];
  jobResponsibilities: CodedText[];
  organizationalLevels: CodedText[];
  webSources: (CodedText & { url: string })[];
  numberSeries: DemoNumberSeries[];
  marketingSetup: {
    contactNos: string;
    campaignNos: string;
    segmentNos: string;
    taskNos: string;
    opportunityNos: string;
    customerNos: string;
    vendorNos: string;
    bankAccountNos: string;
    employeeNos: string;
    busRelCodeForCustomers: string;
    busRelCodeForVendors: string;
    busRelCodeForBankAccs: string;
    busRelCodeForEmployees: string;
    defaultCountry: string;
    defaultLanguage: string;
    defaultCompanySalutation: string;
    defaultPersonSalutation: string;
  };
  /** Which template records what by itself (automatic-recording §1). */
  interactionTemplateSetup: {
    emails: string;
    outgCalls: string;
    incCalls: string;
    meetingInvitation: string;
    salesQuotes: string;
    salesOrdCnfrmn: string;
    salesShptNote: string;
    salesInvoices: string;
    salesRmdr: string;
  };
  salespeople: DemoSalesperson[];
  interactionGroups: CodedText[];
  interactionTemplates: DemoInteractionTemplate[];
  /** Companies first, then people; a person's company always precedes it. */
  contacts: DemoContact[];
  /** In the order they happened. */
  interactions: DemoInteraction[];
  deals: DemoDeals;
  segments: DemoSegment[];
  profiles: DemoProfiles;
};
