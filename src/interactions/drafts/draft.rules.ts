/** The working copy behind the guided flow and the phone call, as values (interactions §2.6). */

import type { AltAddressRange } from "#contacts/alternative-address.rules.ts";
import type { CorrespondenceType } from "#contacts/contact.rules.ts";
import type { FieldError } from "#platform/errors.ts";
import type { TemplateContact } from "../choose-template.rules.ts";
import type {
  Amount,
  InformationFlow,
  InitiatedBy,
  Moment,
  SalespersonChoice,
  Template,
} from "../derivations.rules.ts";
import type { Evaluation } from "../lifecycle.rules.ts";
import type { Phones } from "./phone-numbers.rules.ts";

export const draftKinds = ["interaction", "phoneCall"] as const;
export type DraftKind = (typeof draftKinds)[number];

export const draftSteps = ["type", "call", "content", "relations", "result"] as const;
export type DraftStep = (typeof draftSteps)[number];

/** Everything a person enters. */
export interface DraftValues {
  readonly contactNo: string | null;
  readonly contactAltAddressCode: string | null;
  readonly interactionTemplateCode: string | null;
  readonly description: string | null;
  readonly subject: string | null;
  readonly salespersonCode: string | null;
  readonly languageCode: string | null;
  readonly date: string | null;
  readonly time: string | null;
  readonly correspondenceType: CorrespondenceType | null;
  readonly informationFlow: InformationFlow | null;
  readonly initiatedBy: InitiatedBy | null;
  readonly contactVia: string | null;
  /** The number is dialled, so that there has to be one. */
  readonly dialContact: boolean;
  readonly cost: Amount | null;
  readonly durationMin: number | null;
  readonly evaluation: Evaluation | null;
  readonly wasSuccessful: boolean;
  readonly campaignNo: string | null;
  readonly campaignTarget: boolean;
  readonly campaignResponse: boolean;
  readonly opportunityNo: string | null;
  readonly taskNo: string | null;
  /** A file of one's own, or none, where it is among the typed fields; else the template's stands for it. */
  readonly attachmentNo: number | null;
}

export type DraftField = keyof DraftValues;

export interface Draft {
  readonly kind: DraftKind;
  /** It is written on a phone: the mobile number is proposed first. */
  readonly isOnPhone: boolean;
  readonly step: DraftStep;
  /** Dictated by where the flow was started; not to be changed. */
  readonly fixed: readonly DraftField[];
  /** Entered by somebody: not derived again where a rule says so. */
  readonly typed: readonly DraftField[];
  readonly values: DraftValues;
}

export interface DraftContact extends TemplateContact {
  readonly no: string;
  readonly companyNo: string | null;
  readonly privacyBlocked: boolean;
  /** The company of a person; `null` for companies and standalone persons. */
  readonly company: { readonly privacyBlocked: boolean } | null;
  readonly phones: Phones;
  readonly altAddressRanges: readonly AltAddressRange[];
}

/** What about a template decides the steps. */
export interface StepTemplate {
  readonly wizardAction: "open" | "import" | "merge" | null;
}

export type DraftTemplate = Template & StepTemplate;

/** What the rules look at beside the draft. Contact and template are those of the draft as it will be. */
export interface DraftFacts {
  readonly contact: DraftContact | null;
  readonly template: DraftTemplate | null;
  readonly salespeople: {
    /** The one the context or the change names. */
    readonly named: SalespersonChoice | null;
    readonly users: SalespersonChoice | null;
    readonly contacts: SalespersonChoice | null;
  };
  readonly now: Moment;
}

export type DraftDecision =
  | { readonly allowed: true; readonly draft: Draft }
  | { readonly allowed: false; readonly errors: readonly [FieldError, ...FieldError[]] };

/** Where the flow is started from. */
export interface DraftContext {
  readonly kind: DraftKind;
  readonly isOnPhone: boolean;
  /** What the context fills in; contact and salesperson are in the facts as well. */
  readonly values: Partial<DraftValues>;
  readonly fixed: readonly DraftField[];
}

/** What is to change; `undefined` stays, `null` clears. */
export type DraftChange = { readonly [Field in DraftField]?: DraftValues[Field] | undefined } & {
  readonly step?: DraftStep | undefined;
};

export const blankValues: DraftValues = {
  contactNo: null,
  contactAltAddressCode: null,
  interactionTemplateCode: null,
  description: null,
  subject: null,
  salespersonCode: null,
  languageCode: null,
  date: null,
  time: null,
  correspondenceType: null,
  informationFlow: null,
  initiatedBy: null,
  contactVia: null,
  dialContact: true,
  cost: null,
  durationMin: null,
  evaluation: null,
  wasSuccessful: true,
  campaignNo: null,
  campaignTarget: false,
  campaignResponse: false,
  opportunityNo: null,
  taskNo: null,
  attachmentNo: null,
};
