import { describe, expect, test } from "vitest";
import { changeDraft, refuseCall, resumeDraft, startDraft } from "./change-draft.rules.ts";
import {
  blankValues,
  type Draft,
  type DraftChange,
  type DraftContact,
  type DraftContext,
  type DraftFacts,
  type DraftTemplate,
  type DraftValues,
} from "./draft.rules.ts";
import { replaceComments } from "./draft-comments.rules.ts";
import { stepsOf } from "./draft-steps.rules.ts";
import { proposedNumber, selectableNumbers } from "./phone-numbers.rules.ts";

const aino = { code: "AH", blocked: false };
const reijo = { code: "RL", blocked: false };

function aTemplate(given: Partial<DraftTemplate> = {}): DraftTemplate {
  return {
    code: "CALL",
    interactionGroupCode: "PHONE",
    description: "Phone call",
    unitCost: "8",
    unitDurationMin: 5,
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
    wizardAction: null,
    ...given,
  };
}

function aContact(given: Partial<DraftContact> = {}): DraftContact {
  return {
    no: "C1",
    companyNo: "C1",
    languageCode: null,
    correspondenceType: null,
    privacyBlocked: false,
    company: null,
    phones: { phoneNo: "1234", mobilePhoneNo: "9876" },
    altAddressRanges: [],
    ...given,
  };
}

function factsWith(
  given: Partial<Omit<DraftFacts, "salespeople">> & Partial<DraftFacts["salespeople"]> = {},
) {
  const { named = null, users = null, contacts = null, ...others } = given;
  return {
    contact: null,
    template: null,
    now: { date: "2026-11-23", time: "14:00:07" },
    ...others,
    salespeople: { named, users, contacts },
  } satisfies DraftFacts;
}

function started(context: Partial<DraftContext> = {}, facts: DraftFacts = factsWith()): Draft {
  const decision = startDraft(
    { kind: "interaction", isOnPhone: false, values: {}, fixed: [], ...context },
    facts,
  );
  if (!decision.allowed) throw new Error(decision.errors[0].code);
  return decision.draft;
}

function changed(draft: Draft, change: DraftChange, facts: DraftFacts = factsWith()): Draft {
  const decision = changeDraft(draft, change, facts);
  if (!decision.allowed) throw new Error(decision.errors[0].code);
  return decision.draft;
}

function refused(draft: Draft, change: DraftChange, facts: DraftFacts = factsWith()): string[] {
  const decision = changeDraft(draft, change, facts);
  return decision.allowed ? [] : decision.errors.map(({ code }) => code);
}

const fromContact: Partial<DraftContext> = { values: { contactNo: "C1" }, fixed: ["contactNo"] };

describe("starting", () => {
  test("R-DATE the guided flow begins at the next full minute, a call at once", () => {
    expect(started().values).toMatchObject({ date: "2026-11-23", time: "14:01:00" });
    expect(started({ kind: "phoneCall" }).values.time).toBe("14:00:07");
  });

  test("R-SALES the context's salesperson, else the user's, else the contact's", () => {
    const contact = aContact();
    const dictated = {
      values: { contactNo: "C1", salespersonCode: "RL" },
      fixed: ["salespersonCode"],
    } as const;

    expect(started(dictated, factsWith({ contact, named: reijo, users: aino })).values.salespersonCode).toBe(
      "RL",
    );
    expect(
      started(fromContact, factsWith({ contact, users: aino, contacts: reijo })).values.salespersonCode,
    ).toBe("AH");
    expect(started(fromContact, factsWith({ contact, contacts: reijo })).values.salespersonCode).toBe("RL");
    expect(started({}, factsWith({ users: aino })).values.salespersonCode).toBe("AH");
  });

  test("INT-052 a privacy-blocked contact refuses", () => {
    const contact = aContact({ company: { privacyBlocked: true } });

    expect(
      startDraft({ kind: "interaction", isOnPhone: false, values: {}, fixed: [] }, factsWith({ contact })),
    ).toMatchObject({ allowed: false, errors: [{ code: "contact_privacy_blocked" }] });
  });

  test("a call has its template and proposes a number, with a contact or before there is one", () => {
    const facts = factsWith({ contact: aContact(), template: aTemplate() });
    const call = started({ ...fromContact, kind: "phoneCall" }, facts);
    const nobody = started({ kind: "phoneCall" }, factsWith({ template: aTemplate() }));

    expect(call.values).toMatchObject({
      interactionTemplateCode: "CALL",
      description: "Phone call",
      durationMin: 5,
      contactVia: "1234",
      dialContact: true,
    });
    expect(nobody.values).toMatchObject({ interactionTemplateCode: "CALL", contactVia: null });
    expect(changed(nobody, { contactNo: "C1" }, facts).values.contactVia).toBe("1234");
  });
});

describe("another contact", () => {
  test("INT-031 a fixed one stays, and may be sent along", () => {
    const draft = started(fromContact, factsWith({ contact: aContact() }));

    expect(refused(draft, { contactNo: "C2" })).toEqual(["field_fixed"]);
    expect(refused(draft, { contactNo: null })).toEqual(["field_fixed"]);
    expect(changed(draft, { contactNo: "C1", subject: "Prices" }).values.subject).toBe("Prices");
  });

  test("brings its salesperson, unless one is fixed or was typed", () => {
    const facts = factsWith({ contact: aContact({ no: "C2" }), contacts: reijo });
    const free = started();
    const typed = changed(free, { salespersonCode: "AH" }, factsWith({ named: aino }));
    const fixed = started(
      { values: { salespersonCode: "AH" }, fixed: ["salespersonCode"] },
      factsWith({ named: aino }),
    );

    expect(changed(free, { contactNo: "C2" }, facts).values.salespersonCode).toBe("RL");
    expect(changed(typed, { contactNo: "C2" }, facts).values.salespersonCode).toBe("AH");
    expect(changed(fixed, { contactNo: "C2" }, facts).values.salespersonCode).toBe("AH");
  });

  test("R-LANG brings its language where the template has it, else the template's default", () => {
    const template = aTemplate({
      defaultLanguageCode: "ENU",
      languages: ["ENU", "DAN"].map((languageCode) => ({
        languageCode,
        attachmentNo: null,
        wordTemplateCode: null,
      })),
    });
    const dane = aContact({ languageCode: "DAN" });
    const draft = changed(
      started(fromContact, factsWith({ contact: dane })),
      { interactionTemplateCode: "CALL" },
      factsWith({ contact: dane, template }),
    );
    const free = { ...draft, fixed: [] };

    expect(draft.values.languageCode).toBe("DAN");
    const german = factsWith({ contact: aContact({ no: "C2", languageCode: "DEU" }), template });
    expect(changed(free, { contactNo: "C2" }, german).values.languageCode).toBe("ENU");
    expect(refused(free, { languageCode: "FRA" }, german)).toEqual(["language_not_on_template"]);
    expect(refused(started(), { languageCode: "DAN" })).toEqual(["template_required"]);
  });

  test("clearing it clears company, language and a salesperson that is not fixed", () => {
    const facts = factsWith({ contact: aContact(), contacts: reijo });
    const typed = changed(
      changed(started(), { contactNo: "C1" }, facts),
      { salespersonCode: "AH", opportunityNo: "OP1" },
      factsWith({ contact: aContact(), named: aino }),
    );

    const cleared = changed(typed, { contactNo: null });

    expect(cleared.values).toMatchObject({
      contactNo: null,
      languageCode: null,
      salespersonCode: null,
      opportunityNo: null,
    });
    expect(changed(cleared, { contactNo: "C1" }, facts).values.salespersonCode).toBe("RL");
  });
});

describe("another template", () => {
  const contact = aContact();
  const facts = factsWith({ contact, template: aTemplate() });

  test("needs a contact and must not be archived", () => {
    const change = { interactionTemplateCode: "CALL" };

    expect(refused(started(), change, factsWith({ template: aTemplate() }))).toEqual(["contact_required"]);
    expect(
      refused(started(), change, factsWith({ contact, template: aTemplate({ archived: true }) })),
    ).toEqual(["template_archived"]);
  });

  test("INT-033 INT-034 the description is the template's when blank or after another template", () => {
    const draft = started(fromContact, facts);
    const first = changed(draft, { interactionTemplateCode: "CALL" }, facts);
    const typed = changed(draft, { description: "Prices" }, facts);
    const golf = factsWith({ contact, template: aTemplate({ code: "GOLF", description: "Golf event" }) });

    expect(first.values.description).toBe("Phone call");
    expect(changed(typed, { interactionTemplateCode: "CALL" }, facts).values.description).toBe("Prices");
    expect(changed(first, { interactionTemplateCode: "GOLF" }, golf).values.description).toBe("Golf event");
  });

  test("fills cost, duration and flow anew and clears the subject", () => {
    const first = changed(started(fromContact, facts), { interactionTemplateCode: "CALL" }, facts);
    const typed = changed(
      first,
      { subject: "Prices", cost: "17", durationMin: 9, initiatedBy: "them" },
      facts,
    );
    const other = factsWith({
      contact,
      template: aTemplate({ code: "VISIT", unitCost: "40", unitDurationMin: 60 }),
    });

    expect(changed(typed, { interactionTemplateCode: "VISIT" }, other).values).toMatchObject({
      subject: null,
      cost: "40",
      durationMin: 60,
      initiatedBy: "us",
    });
  });

  test("INT-054 R-CAMP takes its campaign along, not a campaign that somebody supplied", () => {
    const withCampaign = factsWith({ contact, template: aTemplate({ code: "T1", campaignNo: "X" }) });
    const without = factsWith({ contact, template: aTemplate({ code: "T2" }) });
    const draft = started(fromContact, facts);
    const first = changed(draft, { interactionTemplateCode: "T1" }, withCampaign);
    const supplied = changed(draft, { campaignNo: "K" }, facts);

    expect(first.values.campaignNo).toBe("X");
    expect(changed(first, { interactionTemplateCode: "T2" }, without).values.campaignNo).toBeNull();
    expect(changed(supplied, { interactionTemplateCode: "T2" }, without).values.campaignNo).toBe("K");
    expect(
      changed({ ...supplied, fixed: ["campaignNo"] }, { interactionTemplateCode: "T1" }, withCampaign).values,
    ).toMatchObject({ campaignNo: "K" });
  });

  test("none at all: what hung on it is gone, what was typed stays", () => {
    const first = changed(started(fromContact, facts), { interactionTemplateCode: "CALL" }, facts);
    const without = factsWith({ contact });

    expect(changed(first, { interactionTemplateCode: null }, without).values).toMatchObject({
      interactionTemplateCode: null,
      description: null,
      cost: null,
      durationMin: null,
      informationFlow: null,
    });
    const typed = changed(first, { description: "Prices" }, facts);
    expect(changed(typed, { interactionTemplateCode: null }, without).values.description).toBe("Prices");
  });
});

describe("steps", () => {
  const facts = factsWith({ contact: aContact(), template: aTemplate() });
  const draft = changed(started(fromContact, facts), { interactionTemplateCode: "CALL" }, facts);

  test("without a wizard action there is no content step, and it is skipped", () => {
    expect(stepsOf("interaction", { wizardAction: null })).toEqual(["type", "relations", "result"]);
    expect(stepsOf("interaction", { wizardAction: "merge" })).toEqual([
      "type",
      "content",
      "relations",
      "result",
    ]);
    expect(changed(draft, { step: "content" }, facts).step).toBe("relations");
  });

  test("the first one is left with template and description only", () => {
    expect(refused(started(), { step: "relations" })).toEqual(["template_required", "description_required"]);
    expect(refused(draft, { description: null, step: "relations" }, facts)).toEqual(["description_required"]);
    expect(changed(draft, { step: "relations" }, facts).step).toBe("relations");
  });

  test("the result of a guided interaction comes after logging, of a call before", () => {
    expect(refused(draft, { step: "result" }, facts)).toEqual(["not_allowed_value"]);
    expect(changed(started({ kind: "phoneCall" }), { step: "result" }).step).toBe("result");
  });
});

describe("resuming", () => {
  const values: DraftValues = {
    ...blankValues,
    contactNo: "C1",
    date: "2026-10-01",
    time: "09:00:00",
    description: "Prices",
  };
  const now = { date: "2026-11-23", time: "14:00:07" };

  test("INT-039 INT-040 fixes the entry's own references and nothing else", () => {
    const full = { ...values, taskNo: "T1", salespersonCode: "AH", campaignNo: "K", opportunityNo: "OP1" };

    expect(resumeDraft(full, { contact: null, template: null, step: "type", now }).fixed).toEqual([
      "taskNo",
      "contactNo",
      "salespersonCode",
      "campaignNo",
      "opportunityNo",
    ]);
    const bare = resumeDraft(values, { contact: null, template: null, step: "type", now });
    expect(bare.fixed).toEqual(["contactNo"]);
    expect(bare.values).toMatchObject({ salespersonCode: null, date: "2026-11-23", time: "14:01:00" });
  });

  test("goes on where it was left, a call in the general flow", () => {
    const whole = { ...values, interactionTemplateCode: "CALL" };

    expect(resumeDraft(whole, { contact: null, template: aTemplate(), step: "relations", now }).step).toBe(
      "relations",
    );
    expect(resumeDraft(whole, { contact: null, template: aTemplate(), step: "result", now }).step).toBe(
      "relations",
    );
    expect(resumeDraft(whole, { contact: null, template: aTemplate(), step: "call", now }).step).toBe("type");
    expect(resumeDraft(values, { contact: null, template: null, step: "relations", now }).step).toBe("type");
  });
});

describe("a call", () => {
  test("INT-060 INT-061 is refused in the order number, date, description, salesperson", () => {
    const call = started({ kind: "phoneCall" });
    const codes = (values: Partial<DraftValues>) =>
      refuseCall({ ...call, values: { ...call.values, ...values } }).map(({ code }) => code);

    expect(codes({ date: null })).toEqual([
      "phone_number_required",
      "date_required",
      "description_required",
      "salesperson_required",
    ]);
    expect(codes({ contactVia: "1234", description: "Prices", salespersonCode: "AH" })).toEqual([]);
    expect(codes({ dialContact: false, description: "Prices", salespersonCode: "AH" })).toEqual([]);
  });

  test("INT-065 INT-066 R-PHONE numbers of the person, then of its company; blank ones are left out", () => {
    const nowhere = { email: null, alternative: null };
    const person = { phoneNo: "1234", mobilePhoneNo: "9876", ...nowhere };
    const company = { phoneNo: "5555", mobilePhoneNo: "6666", ...nowhere };

    expect(selectableNumbers(person, company).map(({ phoneNo }) => phoneNo)).toEqual([
      "1234",
      "9876",
      "5555",
      "6666",
    ]);
    expect(selectableNumbers({ ...person, phoneNo: null }, null)).toEqual([
      { phoneNo: "9876", kind: "mobile", of: "contact", altAddressCode: null },
    ]);
    expect([proposedNumber(person, false), proposedNumber(person, true)]).toEqual(["1234", "9876"]);
    expect(proposedNumber({ phoneNo: null, mobilePhoneNo: "9876" }, false)).toBe("9876");
  });
});

describe("the alternative address of a draft", () => {
  const july = { altAddressCode: "COTTAGE", startingDate: "2026-07-01", endingDate: "2026-07-31" };
  const contact = aContact({ altAddressRanges: [july] });
  const at = (date: string, contactAltAddressCode: string | null) => {
    const draft = started({}, factsWith({ contact }));
    return { ...draft, values: { ...draft.values, contactNo: "C1", date, contactAltAddressCode } };
  };
  const codeAfter = (draft: Draft, change: DraftChange) => {
    const decision = changeDraft(draft, change, factsWith({ contact }));
    return decision.allowed ? decision.draft.values.contactAltAddressCode : decision.errors;
  };

  test("INT-050 follows the date unless another one was chosen", () => {
    expect(codeAfter(at("2026-06-30", null), { date: "2026-07-01" })).toBe("COTTAGE");
    expect(codeAfter(at("2026-07-31", "COTTAGE"), { date: "2026-08-01" })).toBeNull();
    expect(codeAfter(at("2026-06-30", "OFFICE"), { date: "2026-07-01" })).toBe("OFFICE");
    expect(codeAfter(at("2026-07-01", "COTTAGE"), { date: null })).toBe("COTTAGE");
    expect(codeAfter(at("2026-07-01", "COTTAGE"), { contactAltAddressCode: null })).toBeNull();
  });

  test("is that of the new contact and of the day a postponed one is resumed", () => {
    const former = {
      ...at("2026-07-15", "OFFICE"),
      values: { ...at("2026-07-15", "OFFICE").values, contactNo: "C0" },
    };
    const now = { date: "2026-07-15", time: "14:00:07" };
    const resumed = (code: string | null) =>
      resumeDraft(at("2026-06-01", code).values, { contact, template: null, step: "type", now }).values
        .contactAltAddressCode;

    expect(codeAfter(former, { contactNo: "C1" })).toBe("COTTAGE");
    expect(resumed(null)).toBe("COTTAGE");
    expect(resumed("OFFICE")).toBe("OFFICE");
  });
});

describe("comments", () => {
  const moment = { author: "TESTER", today: "2026-11-23", now: "2026-11-23T12:00:00.000Z" };

  test("of a day only the first is dated; lines that stay keep author and number", () => {
    const first = replaceComments([], [{ text: "One" }, { text: "Two" }], moment);
    const later = { ...moment, author: "OTHER", today: "2026-11-24" };
    const second = replaceComments(
      first.map(({ isNew: _, ...kept }) => kept),
      [{ lineNo: 20_000, text: "Two, edited" }, { text: "Three" }, { text: "Four" }],
      later,
    );

    expect(first.map(({ lineNo, date }) => [lineNo, date])).toEqual([
      [10_000, "2026-11-23"],
      [20_000, null],
    ]);
    expect(second.map(({ lineNo, date, author, text }) => [lineNo, date, author, text])).toEqual([
      [20_000, null, "TESTER", "Two, edited"],
      [30_000, "2026-11-24", "OTHER", "Three"],
      [40_000, null, "OTHER", "Four"],
    ]);
    expect(second[0]!.lastModifiedAt).toBe(later.now);
    expect(second[1]!.lastModifiedAt).toBeNull();
    // A line that is still being typed is not changed yet.
    const typed = replaceComments(first, [{ lineNo: 10_000, text: "One and more" }], later);
    expect(typed).toMatchObject([{ text: "One and more", lastModifiedAt: null }]);
  });
});
