import { describe, expect, test } from "vitest";
import type { Template } from "./derivations.rules.ts";
import {
  deriveInteraction,
  type InteractionContact,
  type InteractionFacts,
  type InteractionInput,
  type InteractionValues,
} from "./derive-interaction.rules.ts";

const contact: InteractionContact = {
  no: "C1",
  companyNo: "C1",
  languageCode: null,
  correspondenceType: null,
  email: null,
  privacyBlocked: false,
  company: null,
  altAddressRanges: [],
  altAddressEmails: {},
};
const template: Template = {
  code: "T",
  interactionGroupCode: "G",
  description: "Meeting",
  unitCost: "12.50",
  unitDurationMin: 30,
  informationFlow: "outbound",
  initiatedBy: "us",
  defaultCorrespondenceType: null,
  ignoreContactCorrespondenceType: false,
  defaultLanguageCode: null,
  wordTemplateCode: null,
  campaignNo: null,
  campaignTarget: false,
  campaignResponse: false,
  archived: false,
  languages: [],
};
const nobody = { supplied: null, dictated: null, users: null, contacts: null };
const anna = { code: "AH", blocked: false };
const facts: InteractionFacts = {
  contact,
  template,
  salespeople: { ...nobody, users: anna },
  sourceCampaignNo: null,
  now: { date: "2026-11-23", time: "14:05:30" },
};

function valuesOf(input: InteractionInput, changed: Partial<InteractionFacts> = {}): InteractionValues {
  const derived = deriveInteraction(input, { ...facts, ...changed });
  if (!derived.valid) throw new Error(JSON.stringify(derived.errors));
  return derived.values;
}

function errorsOf(input: InteractionInput, changed: Partial<InteractionFacts> = {}): string[] {
  const derived = deriveInteraction(input, { ...facts, ...changed });
  return derived.valid ? [] : derived.errors.map(({ path, code }) => `${path} ${code}`);
}

describe("what is left out", () => {
  test("INT-024 follows from contact, template and user", () => {
    expect(valuesOf({})).toEqual<InteractionValues>({
      contactNo: "C1",
      contactCompanyNo: "C1",
      contactAltAddressCode: null,
      interactionTemplateCode: "T",
      interactionGroupCode: "G",
      salespersonCode: "AH",
      date: "2026-11-23",
      time: "14:05:30",
      description: "Meeting",
      subject: "Meeting",
      languageCode: null,
      attachmentNo: null,
      wordTemplateCode: null,
      correspondenceType: null,
      informationFlow: "outbound",
      initiatedBy: "us",
      cost: "12.50",
      durationMin: 30,
      evaluation: null,
      attemptFailed: false,
      campaignNo: null,
      campaignTarget: false,
      campaignResponse: false,
    });
  });

  test("INT-045 the language is the contact's where the template has it", () => {
    const languages = [
      { languageCode: "ENU", attachmentNo: 1, wordTemplateCode: null },
      { languageCode: "DAN", attachmentNo: 2, wordTemplateCode: null },
    ];
    const inLanguage = (languageCode: string) =>
      valuesOf(
        {},
        {
          contact: { ...contact, languageCode },
          template: { ...template, languages, defaultLanguageCode: "ENU" },
        },
      );

    expect(inLanguage("DAN")).toMatchObject({ languageCode: "DAN", attachmentNo: 2 });
    expect(inLanguage("DEU")).toMatchObject({ languageCode: "ENU", attachmentNo: 1 });
  });

  test("the salesperson is dictated, the user's or the contact's", () => {
    const rolf = { code: "RL", blocked: false };
    expect(valuesOf({}, { salespeople: { ...nobody, dictated: rolf, users: anna } }).salespersonCode).toBe(
      "RL",
    );
    expect(valuesOf({}, { salespeople: { ...nobody, contacts: rolf } }).salespersonCode).toBe("RL");
  });

  test("the contact's wish counts outside the guided flow even with nothing to send", () => {
    const wishes = { ...contact, correspondenceType: "email", email: "a@x.com" } as const;
    expect(valuesOf({}, { contact: wishes }).correspondenceType).toBe("email");
  });

  test("the alternative address is the one active on the date", () => {
    const away: InteractionContact = {
      ...contact,
      correspondenceType: "email",
      altAddressRanges: [{ altAddressCode: "COTTAGE", startingDate: "2026-07-01", endingDate: "2026-07-31" }],
      altAddressEmails: { COTTAGE: "cottage@x.com" },
    };
    expect(valuesOf({ date: "2026-07-15" }, { contact: away })).toMatchObject({
      contactAltAddressCode: "COTTAGE",
      correspondenceType: "email",
    });
    expect(valuesOf({}, { contact: away })).toMatchObject({
      contactAltAddressCode: null,
      correspondenceType: null,
    });
    expect(valuesOf({ date: "2026-07-15", contactAltAddressCode: null }, { contact: away })).toMatchObject({
      contactAltAddressCode: null,
    });
  });

  test("the template's campaign comes before the source's", () => {
    const campaign = { ...template, campaignNo: "CP1", campaignTarget: true, campaignResponse: true };
    expect(valuesOf({}, { sourceCampaignNo: "CP2" }).campaignNo).toBe("CP2");
    expect(valuesOf({}, { template: campaign, sourceCampaignNo: "CP2" })).toMatchObject({
      campaignNo: "CP1",
      campaignTarget: true,
      campaignResponse: true,
    });
  });
});

describe("what is supplied", () => {
  test("is kept", () => {
    const input = {
      description: "Asked for a price list",
      subject: "Price list",
      date: "2026-01-02",
      time: "08:00:00",
      correspondenceType: "hardCopy",
      informationFlow: "inbound",
      initiatedBy: "them",
      cost: 8,
      durationMin: 0,
      evaluation: "positive",
      campaignNo: "CP9",
      campaignTarget: true,
      campaignResponse: true,
    } as const;
    expect(valuesOf(input)).toMatchObject(input);
  });

  test("is kept blank", () => {
    const blank = { informationFlow: null, initiatedBy: null, correspondenceType: null, campaignNo: null };
    const full: Template = { ...template, defaultCorrespondenceType: "hardCopy", campaignNo: "CP1" };

    expect(valuesOf(blank, { template: full })).toMatchObject(blank);
    expect(valuesOf({ cost: null, durationMin: null })).toMatchObject({ cost: 0, durationMin: 0 });
  });

  test("is a failed attempt when it was not successful", () => {
    expect(valuesOf({ wasSuccessful: false }).attemptFailed).toBe(true);
  });

  test("is another salesperson than the user's", () => {
    const supplied = { code: "RL", blocked: false };
    const values = valuesOf({ salespersonCode: "RL" }, { salespeople: { ...nobody, supplied, users: anna } });
    expect(values.salespersonCode).toBe("RL");
  });

  test("INT-053 is the description, and so the subject", () => {
    expect(valuesOf({ description: "Coffee" })).toMatchObject({ description: "Coffee", subject: "Coffee" });
    expect(valuesOf({ description: "Coffee", subject: null }).subject).toBe("Coffee");
  });
});

describe("what keeps it from being logged", () => {
  const missing = { contact: null, template: null, salespeople: nobody };

  test("INT-020 a contact is asked for first, then everything else that is missing", () => {
    expect(errorsOf({ date: null }, missing)).toEqual([
      "contactNo contact_required",
      "interactionTemplateCode template_required",
      "salespersonCode salesperson_required",
      "date date_required",
      "description description_required",
    ]);
  });

  test("INT-021 a template", () => {
    expect(errorsOf({ description: "Coffee" }, { template: null })).toEqual([
      "interactionTemplateCode template_required",
    ]);
  });

  test("INT-022 a salesperson from no source, or cleared", () => {
    expect(errorsOf({}, { salespeople: nobody })).toEqual(["salespersonCode salesperson_required"]);
    expect(errorsOf({ salespersonCode: null })).toEqual(["salespersonCode salesperson_required"]);
  });

  test("INT-023 a description neither typed nor on the template, or cleared", () => {
    expect(errorsOf({}, { template: { ...template, description: null } })).toEqual([
      "description description_required",
    ]);
    expect(errorsOf({ description: null })).toEqual(["description description_required"]);
  });

  test("INT-044 a language the template does not have", () => {
    const languages = [{ languageCode: "ENU", attachmentNo: null, wordTemplateCode: null }];
    expect(errorsOf({ languageCode: "FRA" }, { template: { ...template, languages } })).toEqual([
      "languageCode language_not_on_template",
    ]);
  });

  test("a blocked contact, or a person whose company is blocked", () => {
    const refused = ["contactNo contact_privacy_blocked"];
    expect(errorsOf({}, { contact: { ...contact, privacyBlocked: true } })).toEqual(refused);
    expect(errorsOf({}, { contact: { ...contact, company: { privacyBlocked: true } } })).toEqual(refused);
    expect(errorsOf({}, { contact: { ...contact, company: { privacyBlocked: false } } })).toEqual([]);
  });

  test("a blocked salesperson that was chosen; a blocked one nobody chose is passed over", () => {
    const blocked = { code: "RL", blocked: true };
    const chosen = { salespeople: { ...nobody, supplied: blocked, users: anna } };

    expect(errorsOf({ salespersonCode: "RL" }, chosen)).toEqual(["salespersonCode salesperson_blocked"]);
    expect(valuesOf({}, { salespeople: { ...nobody, users: blocked, contacts: anna } }).salespersonCode).toBe(
      "AH",
    );
  });

  test("an archived template", () => {
    expect(errorsOf({}, { template: { ...template, archived: true } })).toEqual([
      "interactionTemplateCode template_archived",
    ]);
  });

  test("what is missing is told before what is not allowed", () => {
    const changed = {
      contact: { ...contact, privacyBlocked: true },
      template: { ...template, archived: true, description: null },
    };
    expect(errorsOf({ languageCode: "FRA" }, changed)).toEqual([
      "description description_required",
      "contactNo contact_privacy_blocked",
      "interactionTemplateCode template_archived",
      "languageCode language_not_on_template",
    ]);
  });

  test("an e-mail to be delivered to nobody; merely recorded it has no type", () => {
    expect(errorsOf({ correspondenceType: "email", deliver: true })).toEqual([
      "contactNo contact_email_missing",
    ]);
    expect(valuesOf({ correspondenceType: "email" }).correspondenceType).toBeNull();
  });
});
