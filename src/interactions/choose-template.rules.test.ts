import { expect, test } from "vitest";
import {
  chooseTemplate,
  type DraftBeforeTemplate,
  type TemplateContact,
  type TemplateValues,
} from "./choose-template.rules.ts";
import type { Template } from "./derivations.rules.ts";

const template: Template = {
  code: "GOLF",
  interactionGroupCode: "MEET",
  description: "Golf event",
  unitCost: "12.50",
  unitDurationMin: 30,
  informationFlow: "outbound",
  initiatedBy: "us",
  defaultCorrespondenceType: null,
  ignoreContactCorrespondenceType: false,
  defaultLanguageCode: null,
  wordTemplateCode: null,
  campaignNo: null,
  campaignTarget: true,
  campaignResponse: false,
  archived: false,
  languages: [],
};
const blankDraft: DraftBeforeTemplate = { description: null, correspondenceType: null, hadTemplate: false };
const contact: TemplateContact = { languageCode: null, correspondenceType: null };

function chosen(contact: TemplateContact, template: Template): TemplateValues {
  const choice = chooseTemplate(blankDraft, contact, template);
  if (!choice.allowed) throw new Error(choice.because);
  return choice.values;
}

test("a template fills everything that hangs on it", () => {
  expect(chosen(contact, template)).toEqual<TemplateValues>({
    interactionTemplateCode: "GOLF",
    interactionGroupCode: "MEET",
    description: "Golf event",
    subject: null,
    cost: "12.50",
    durationMin: 30,
    informationFlow: "outbound",
    initiatedBy: "us",
    campaignTarget: true,
    campaignResponse: false,
    languageCode: null,
    attachmentNo: null,
    wordTemplateCode: null,
    correspondenceType: null,
  });
});

test("INT-028 a contact's wish for hard copy beats the template's e-mail", () => {
  const withAttachment: Template = {
    ...template,
    defaultCorrespondenceType: "email",
    languages: [{ languageCode: null, attachmentNo: 7, wordTemplateCode: null }],
  };
  const values = chosen({ ...contact, correspondenceType: "hardCopy" }, withAttachment);
  expect(values).toMatchObject({ attachmentNo: 7, correspondenceType: "hardCopy" });
});

test("INT-029 a contact's wish for e-mail needs something to send", () => {
  const wantsEmail = { ...contact, correspondenceType: "email" } as const;

  expect(chosen(wantsEmail, template).correspondenceType).toBeNull();
  expect(chosen(wantsEmail, { ...template, wordTemplateCode: "LETTER" }).correspondenceType).toBe("email");
});

test("the language's content decides whether there is something to send", () => {
  const languages = [
    { languageCode: "FIN", attachmentNo: 7, wordTemplateCode: null },
    { languageCode: "SVE", attachmentNo: null, wordTemplateCode: null },
  ];
  const of = (languageCode: string) =>
    chosen({ languageCode, correspondenceType: "email" }, { ...template, languages });

  expect(of("FIN")).toMatchObject({ languageCode: "FIN", attachmentNo: 7, correspondenceType: "email" });
  expect(of("SVE")).toMatchObject({ languageCode: "SVE", attachmentNo: null, correspondenceType: null });
});

test("a template needs a contact and must not be archived", () => {
  expect(chooseTemplate(blankDraft, null, template)).toEqual({ allowed: false, because: "contact_required" });
  expect(chooseTemplate(blankDraft, contact, { ...template, archived: true })).toEqual({
    allowed: false,
    because: "template_archived",
  });
});
