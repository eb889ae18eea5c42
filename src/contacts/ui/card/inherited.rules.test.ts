import { expect, test } from "vitest";
import { blankInheritable } from "#contacts/defaults.rules.ts";
import { inheritedFields } from "./inherited.rules.ts";

const company = { ...blankInheritable, phoneNo: "+358 5 555 0100", city: "Imatra", languageCode: "FI" };

test("values equal to the company's are inherited, others are the person's own", () => {
  const person = { ...blankInheritable, phoneNo: "+358 5 555 0100", city: "Lahti", languageCode: "FI" };
  expect([...inheritedFields(person, company)].sort()).toEqual(["languageCode", "phoneNo"]);
});

test("two blanks are no inheritance", () => {
  expect(inheritedFields(blankInheritable, blankInheritable).size).toBe(0);
});

test("without a company nothing is inherited", () => {
  expect(inheritedFields(company, null).size).toBe(0);
});
