import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CorrespondenceType } from "#contacts/contact.rules.ts";
import {
  deriveCampaign,
  deriveContentSource,
  deriveCorrespondenceType,
  deriveDescription,
  deriveLanguage,
  deriveRecipient,
  deriveSalesperson,
  deriveSubject,
  guidedMoment,
  refuseLanguage,
  settleCorrespondence,
  type TemplateLanguage,
} from "./derivations.rules.ts";

describe("R-SALES", () => {
  const choice = (code: string, blocked = false) => ({ code, blocked });

  test.each([
    [choice("TASK"), choice("USER"), choice("CONT"), "TASK"],
    [null, choice("USER"), choice("CONT"), "USER"],
    [null, null, choice("CONT"), "CONT"],
    [null, null, null, null],
    [null, choice("USER", true), choice("CONT"), "CONT"],
    [choice("TASK", true), null, choice("CONT", true), null],
  ])("dictated %j, the user's %j, the contact's %j → %s", (dictated, users, contacts, expected) => {
    expect(deriveSalesperson({ dictated, users, contacts })).toBe(expected);
  });
});

function aRow(
  languageCode: string | null,
  attachmentNo: number | null = null,
  wordTemplateCode: string | null = null,
) {
  return { languageCode, attachmentNo, wordTemplateCode } satisfies TemplateLanguage;
}

describe("R-LANG", () => {
  const template = { languages: [aRow("ENU"), aRow("DAN")], defaultLanguageCode: "ENU" };

  test("INT-045 a contact gets its language if the template has it, else the default", () => {
    expect(deriveLanguage(template, "DAN")).toBe("DAN");
    expect(deriveLanguage(template, "DEU")).toBe("ENU");
    expect(deriveLanguage(template, null)).toBe("ENU");
  });

  test("without rows and default the language is blank", () => {
    expect(deriveLanguage({ languages: [], defaultLanguageCode: null }, "DAN")).toBeNull();
  });

  test("a contact without language takes the default, even where there is a row without language", () => {
    const languages = [aRow(null), aRow("ENU")];
    expect(deriveLanguage({ languages, defaultLanguageCode: "ENU" }, null)).toBe("ENU");
  });

  test("INT-044 a language without a row is refused", () => {
    expect(refuseLanguage(template, "FRA")).toBe("language_not_on_template");
    expect(refuseLanguage(template, "ENU")).toBeNull();
    expect(refuseLanguage(template, "DAN")).toBeNull();
    expect(refuseLanguage(template, null)).toBeNull();
  });

  test("a language needs a template", () => {
    expect(refuseLanguage(null, "ENU")).toBe("template_required");
    expect(refuseLanguage(null, null)).toBeNull();
  });
});

test.each([
  ["ENU", { attachmentNo: 7, wordTemplateCode: null }],
  ["DAN", { attachmentNo: null, wordTemplateCode: "BREV" }],
  [null, { attachmentNo: null, wordTemplateCode: "LETTER" }],
  ["FRA", { attachmentNo: null, wordTemplateCode: "LETTER" }],
])("R-CONTENTSRC the content in %s is %j", (languageCode, expected) => {
  const languages = [aRow("ENU", 7), aRow("DAN", null, "BREV")];
  expect(deriveContentSource({ languages, wordTemplateCode: "LETTER" }, languageCode)).toEqual(expected);
});

describe("R-CORR", () => {
  type Type = CorrespondenceType | null;
  const derive = (
    template: Type,
    ignores: boolean,
    contacts: Type,
    previous: Type,
    isGuidedWithoutContent = false,
  ) =>
    deriveCorrespondenceType({
      template: { defaultCorrespondenceType: template, ignoreContactCorrespondenceType: ignores },
      contacts,
      previous,
      isGuidedWithoutContent,
    });

  test.each<[Type, boolean, Type, Type, Type]>([
    ["email", true, "hardCopy", null, "email"],
    [null, true, "hardCopy", "email", null],
    ["email", false, "hardCopy", null, "hardCopy"],
    [null, false, "hardCopy", "email", "hardCopy"],
    ["email", false, null, "hardCopy", "email"],
    [null, false, null, "hardCopy", "hardCopy"],
    [null, false, null, null, null],
  ])(
    "template %s (ignoring: %s), contact %s, before %s → %s",
    (template, ignores, contacts, previous, expected) => {
      expect(derive(template, ignores, contacts, previous)).toBe(expected);
    },
  );

  test.each<[Type, Type, Type]>([
    [null, null, null],
    ["email", null, "email"],
    [null, "hardCopy", "hardCopy"],
  ])("guided without content, template %s, before %s → %s", (template, previous, expected) => {
    const contacts = template === "email" ? "hardCopy" : "email";
    expect(derive(template, false, contacts, previous, true)).toBe(expected);
  });

  test("a segment that ignores the contact's type dictates its own, unless it has none", () => {
    const facts = {
      template: { defaultCorrespondenceType: "email", ignoreContactCorrespondenceType: true },
      contacts: "email",
      previous: null,
    } as const;
    const ofSegment = (ignores: boolean, type: Type) =>
      deriveCorrespondenceType({
        ...facts,
        segment: { ignoreContactCorrespondenceType: ignores, defaultCorrespondenceType: type },
      });

    expect(ofSegment(true, "hardCopy")).toBe("hardCopy");
    expect(ofSegment(true, null)).toBe("email");
    expect(ofSegment(false, "hardCopy")).toBe("email");
  });
});

describe("R-CAMP", () => {
  test.each([
    ["FIX", "SEG", "TMPL", "USER", "FIX"],
    [null, "SEG", "TMPL", "USER", "SEG"],
    [null, null, "TMPL", "USER", "TMPL"],
    [null, null, null, "USER", "USER"],
    [null, null, null, null, null],
  ])(
    "fixed %s, segment %s, template %s, supplied %s → %s",
    (fixed, segments, templates, supplied, expected) => {
      expect(deriveCampaign({ fixed, segments, templates, supplied })).toBe(expected);
    },
  );

  test("INT-054 a former template's campaign goes with it", () => {
    const freeDraft = { fixed: null, segments: null, supplied: null };

    expect(deriveCampaign({ ...freeDraft, templates: "X" })).toBe("X");
    expect(deriveCampaign({ ...freeDraft, templates: null })).toBeNull();
  });
});

describe("R-DATE", () => {
  test.each([
    ["2026-11-23", "14:05:00", "2026-11-23", "14:06:00"],
    ["2026-11-23", "14:05:30", "2026-11-23", "14:06:00"],
    ["2026-11-23", "14:05:58", "2026-11-23", "14:06:00"],
    ["2026-11-23", "14:05:59", "2026-11-23", "14:06:00"],
    ["2026-11-23", "14:59:59", "2026-11-23", "15:00:00"],
    ["2026-12-31", "23:59:10", "2027-01-01", "00:00:00"],
  ])("the guided flow at %s %s starts with %s %s", (date, time, laterDate, laterTime) => {
    expect(guidedMoment({ date, time })).toEqual({ date: laterDate, time: laterTime });
  });

  test("the guided moment is a full minute, at least one second and at most a minute ahead", () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date("2000-01-01"), max: new Date("2100-01-01"), noInvalidDate: true }),
        (at) => {
          const now = { date: at.toISOString().slice(0, 10), time: at.toISOString().slice(11, 19) };
          const guided = guidedMoment(now);

          const aheadMs =
            Date.parse(`${guided.date}T${guided.time}Z`) - Date.parse(`${now.date}T${now.time}Z`);
          expect(guided.time).toMatch(/^\d\d:\d\d:00$/);
          expect(aheadMs).toBeGreaterThanOrEqual(1000);
          expect(aheadMs).toBeLessThanOrEqual(60_000);
        },
      ),
    );
  });
});

describe("R-MAIL", () => {
  test("the alternative address comes before the contact", () => {
    expect(deriveRecipient("alt@x.com", "own@x.com; two@x.com")).toBe("alt@x.com");
    expect(deriveRecipient(null, "own@x.com; two@x.com")).toBe("own@x.com; two@x.com");
    expect(deriveRecipient(null, null)).toBeNull();
  });

  test("without recipient an e-mail is refused on delivery and stored without type otherwise", () => {
    expect(settleCorrespondence("email", null, true)).toEqual({
      allowed: false,
      because: "contact_email_missing",
    });
    expect(settleCorrespondence("email", null, false)).toEqual({ allowed: true, correspondenceType: null });
    expect(settleCorrespondence("email", "a@x.com", true)).toEqual({
      allowed: true,
      correspondenceType: "email",
    });
    expect(settleCorrespondence("hardCopy", null, true)).toEqual({
      allowed: true,
      correspondenceType: "hardCopy",
    });
    expect(settleCorrespondence(null, null, true)).toEqual({ allowed: true, correspondenceType: null });
  });
});

test("INT-053 a subject left out is the description", () => {
  expect(deriveSubject(null, "Spring offer")).toBe("Spring offer");
  expect(deriveSubject("Own words", "Spring offer")).toBe("Own words");
});

describe("R-TMPL, description", () => {
  const golf = { description: "Golf event" };

  test("INT-033 a blank one is the template's", () => {
    expect(deriveDescription(null, golf, false)).toBe("Golf event");
  });

  test("INT-034 the second template's replaces the first one's", () => {
    expect(deriveDescription("Dinner", golf, true)).toBe("Golf event");
    expect(deriveDescription("Dinner", { description: null }, true)).toBeNull();
  });

  test("words typed before the first template stay", () => {
    expect(deriveDescription("Asked for a price list", golf, false)).toBe("Asked for a price list");
  });
});
