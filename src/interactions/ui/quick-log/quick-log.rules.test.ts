import { describe, expect, test } from "vitest";
import { NewInteraction } from "#interactions/log-entry.contract.ts";
import type { InteractionTemplate } from "#interactions/templates.contract.ts";
import {
  isWorthKeeping,
  type QuickLogDraft,
  type QuickLogFacts,
  requestOf,
  shownValues,
  splitDescription,
  waysToReach,
  withContact,
  withTemplate,
  withTyped,
} from "./quick-log.rules.ts";

const call: InteractionTemplate = {
  code: "CALL",
  interactionGroupCode: "PHONE",
  description: "Outgoing call",
  unitCost: 4,
  unitDurationMin: 10,
  informationFlow: "outbound",
  initiatedBy: "us",
  defaultCorrespondenceType: null,
  ignoreContactCorrespondenceType: false,
  defaultLanguageCode: null,
  wizardAction: null,
  languages: [{ languageCode: "FI", description: null, attachmentNo: null }],
  attachmentNo: null,
  campaignNo: null,
  campaignTarget: false,
  campaignResponse: false,
  archived: false,
  version: 1,
  lastModifiedAt: "2026-11-23T12:00:00Z",
};

const meeting: InteractionTemplate = {
  ...call,
  code: "MEET",
  description: "Meeting",
  unitCost: 120,
  unitDurationMin: 90,
  initiatedBy: null,
  languages: [],
};

const draft: QuickLogDraft = {
  contact: { no: "CT1", name: "Aune Lehtola" },
  templateCode: "CALL",
  moment: { date: "2026-11-23", time: "14:05:00" },
  typed: {},
};

const facts: QuickLogFacts = {
  template: call,
  contact: {
    companyNo: "CT1",
    languageCode: "FI",
    correspondenceType: "email",
    phoneNo: "+358 9 555 0100",
    mobilePhoneNo: "+358 40 555 0101",
    email: "aune@lehtola.example",
  },
  usersSalesperson: { code: "AK", blocked: false },
  contactsSalesperson: { code: "ES", blocked: false },
};

describe("what the form shows", () => {
  test("the template presets cost, duration, flow, initiator and language; date and time are those of opening", () => {
    expect(shownValues(draft, facts)).toMatchObject({
      description: null,
      cost: 4,
      durationMin: 10,
      informationFlow: "outbound",
      initiatedBy: "us",
      languageCode: "FI",
      date: "2026-11-23",
      time: "14:05:00",
      wasSuccessful: true,
      evaluation: null,
    });
  });

  test("what was typed wins, cleared fields included", () => {
    const typed = withTyped(draft, { cost: 12, durationMin: null });

    expect(shownValues(typed, facts)).toMatchObject({
      cost: 12,
      durationMin: null,
      informationFlow: "outbound",
    });
  });

  test("nothing is made up before the template is known", () => {
    expect(shownValues(draft, { ...facts, template: null })).toMatchObject({ cost: null, durationMin: null });
  });

  test.for([
    ["the user's salesperson", {}, "AK"],
    ["the contact's, where the user has none", { usersSalesperson: null }, "ES"],
    ["the contact's, where the user's is blocked", { usersSalesperson: { code: "AK", blocked: true } }, "ES"],
    ["nobody, where nobody is known", { usersSalesperson: null, contactsSalesperson: null }, null],
  ] as const)("the salesperson is %s", ([, changes, salespersonCode]) => {
    expect(shownValues(draft, { ...facts, ...changes }).salespersonCode).toBe(salespersonCode);
  });
});

describe("another template", () => {
  test("fills anew what hangs on it, and takes typed figures with it", () => {
    const typed = withTyped(draft, { cost: 12, initiatedBy: "them", languageCode: "FI" });

    const changed = withTemplate(typed, "MEET");

    expect(shownValues(changed, { ...facts, template: meeting })).toMatchObject({
      cost: 120,
      durationMin: 90,
      initiatedBy: null,
      languageCode: null,
    });
  });

  test("leaves words, evaluation, moment and salesperson that were typed", () => {
    const typed = withTyped(draft, {
      description: "Asked for a price list",
      evaluation: "positive",
      time: "13:00:00",
      salespersonCode: "ES",
      comment: "Before Friday",
    });

    const changed = withTemplate(typed, "MEET");

    expect(shownValues(changed, { ...facts, template: meeting })).toMatchObject({
      description: "Asked for a price list",
      evaluation: "positive",
      time: "13:00:00",
      salespersonCode: "ES",
      comment: "Before Friday",
    });
  });

  test("chosen again changes nothing", () => {
    const typed = withTyped(draft, { cost: 12 });

    expect(withTemplate(typed, "CALL")).toBe(typed);
  });
});

test("another contact takes its number along, a typed salesperson stays", () => {
  const typed = withTyped(draft, { contactVia: "+358 40 555 0101", salespersonCode: "ES", cost: 12 });

  const changed = withContact(typed, { no: "CT2", name: "Birger Holm" });

  expect(changed.typed).toEqual({ salespersonCode: "ES", cost: 12 });
});

describe("the request", () => {
  test("says what the form shows, and passes the contract", () => {
    const typed = withTyped(draft, { description: "Asked for a price list", evaluation: "positive" });

    const request = requestOf(typed, facts);

    expect(request).toEqual({
      contactNo: "CT1",
      interactionTemplateCode: "CALL",
      description: "Asked for a price list",
      date: "2026-11-23",
      time: "14:05:00",
      salespersonCode: "AK",
      cost: 4,
      durationMin: 10,
      informationFlow: "outbound",
      initiatedBy: "us",
      languageCode: "FI",
      correspondenceType: null,
      evaluation: "positive",
      wasSuccessful: true,
    });
    expect(NewInteraction.safeParse(request).success).toBe(true);
  });

  test("never asks to deliver", () => {
    expect(requestOf(draft, facts)).not.toHaveProperty("deliver");
  });

  test("leaves the description to the template when none was typed", () => {
    expect(requestOf(draft, facts)).not.toHaveProperty("description");
  });

  test("leaves to the server what is not known yet, and keeps what was typed", () => {
    const typed = withTyped(draft, { durationMin: 25 });

    const request = requestOf(typed, { ...facts, template: null, contact: null });

    expect(request).toMatchObject({ interactionTemplateCode: "CALL", durationMin: 25 });
    expect(request).not.toHaveProperty("cost");
    expect(request).not.toHaveProperty("languageCode");
  });

  test("keeps what does not fit into the description as the first comment", () => {
    const typed = withTyped(draft, {
      description: "Price list\nWants it by Friday",
      comment: " And samples ",
    });

    expect(requestOf(typed, facts)).toMatchObject({
      description: "Price list",
      comments: ["Wants it by Friday", "And samples"],
    });
  });
});

describe("a long description", () => {
  const words = `${"word ".repeat(25)}end`;

  test("is cut between words, and nothing of it is lost", () => {
    const { description, rest } = splitDescription(words);

    expect(description!.length).toBeLessThanOrEqual(100);
    expect(`${description} ${rest}`).toBe(words);
  });

  test("without blanks is cut at the limit", () => {
    const { description, rest } = splitDescription("x".repeat(130));

    expect([description!.length, rest!.length]).toEqual([100, 30]);
  });

  test("of exactly 100 characters is left alone", () => {
    expect(splitDescription("x".repeat(100))).toEqual({ description: "x".repeat(100), rest: null });
  });

  test.for([[null], [""], ["  \n "]])("is blank for %j", ([typed]) => {
    expect(splitDescription(typed ?? null)).toEqual({ description: null, rest: null });
  });
});

test.for([
  [{}, false],
  [{ description: null, wasSuccessful: true, comment: "" }, false],
  [{ description: "a" }, true],
  [{ wasSuccessful: false }, true],
  [{ cost: 0 }, true],
  [{ evaluation: "neutral" }, true],
] as const)("a draft with %j is worth keeping: %s", ([typed, isWorthIt]) => {
  expect(isWorthKeeping({ ...draft, typed })).toBe(isWorthIt);
});

test("the ways to reach a contact are named once each, the mobile phone first", () => {
  const contact = { ...facts.contact!, phoneNo: "+358 40 555 0101" };

  expect(waysToReach(contact)).toEqual(["+358 40 555 0101", "aune@lehtola.example"]);
});
