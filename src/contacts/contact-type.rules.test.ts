import { describe, expect, test } from "vitest";
import {
  type ContactBeforeTypeChange,
  decideTypeChange,
  type TypeChangeCounts,
} from "./contact-type.rules.ts";

const nothing: TypeChangeCounts = {
  interactions: 0,
  tasks: 0,
  opportunities: 0,
  persons: 0,
  businessRelations: 0,
  industryGroups: 0,
  webSources: 0,
  jobResponsibilities: 0,
};
const defaults = { companySalutationCode: "COMP", personSalutationCode: "PERS" };
const company: ContactBeforeTypeChange = {
  no: "C1",
  type: "company",
  name: "Bo Ek",
  organizationalLevelCode: null,
  currencyCode: null,
  vatRegistrationNo: null,
};
const person: ContactBeforeTypeChange = { ...company, no: "C2", type: "person" };

function outcome(contact: ContactBeforeTypeChange, counts: Partial<TypeChangeCounts>): string {
  const decision = decideTypeChange(contact, { ...nothing, ...counts }, defaults);
  if (decision.allowed) return "allowed";
  return decision.because === "contact_type_field"
    ? `${decision.because} ${decision.field}`
    : decision.because;
}

describe("company to person", () => {
  test.each<[Partial<TypeChangeCounts>, string]>([
    [{ interactions: 1, tasks: 1 }, "contact_type_has_interactions"],
    [{ tasks: 1, opportunities: 1 }, "contact_type_has_tasks"],
    [{ opportunities: 1, persons: 1 }, "contact_type_has_opportunities"],
    [{ industryGroups: 1 }, "contact_type_field industryGroups"],
    [{ webSources: 1 }, "contact_type_field webSources"],
    [{ jobResponsibilities: 1 }, "allowed"],
  ])("with %j: %s", (counts, expected) => {
    expect(outcome(company, counts)).toBe(expected);
  });

  test("CON-029 is refused with a business relation", () => {
    expect(outcome(company, { businessRelations: 1 })).toBe("contact_type_field businessRelations");
  });

  test("CON-030 is refused while it has persons", () => {
    expect(outcome(company, { persons: 1, businessRelations: 1 })).toBe("contact_has_persons");
  });

  test("is refused with a currency or a VAT number", () => {
    expect(outcome({ ...company, currencyCode: "EUR" }, {})).toBe("contact_type_field currencyCode");
    expect(outcome({ ...company, vatRegistrationNo: "1" }, {})).toBe("contact_type_field vatRegistrationNo");
  });

  test("splits the name and leaves the company", () => {
    expect(decideTypeChange(company, nothing, defaults)).toEqual({
      allowed: true,
      change: {
        type: "person",
        companyNo: null,
        companyName: null,
        salutationCode: "PERS",
        firstName: "Bo",
        middleName: null,
        surname: "Ek",
      },
    });
  });
});

describe("person to company", () => {
  test("CON-031 is refused with a task, closed ones included", () => {
    expect(outcome(person, { tasks: 1 })).toBe("contact_type_has_tasks");
  });

  test("is refused with an organizational level or a job responsibility", () => {
    expect(outcome({ ...person, organizationalLevelCode: "CEO" }, {})).toBe(
      "contact_type_field organizationalLevelCode",
    );
    expect(outcome(person, { jobResponsibilities: 2 })).toBe("contact_type_field jobResponsibilities");
  });

  test("CON-032 clears the name parts and belongs to itself", () => {
    expect(decideTypeChange(person, nothing, defaults)).toEqual({
      allowed: true,
      change: {
        type: "company",
        companyNo: "C2",
        companyName: "Bo Ek",
        salutationCode: "COMP",
        firstName: null,
        middleName: null,
        surname: null,
        jobTitle: null,
      },
    });
  });
});
