import { describe, expect, test } from "vitest";
import type { Contact } from "../contacts.contract.ts";
import { aContact } from "../testing.ts";
import {
  decideMerge,
  decideUndo,
  differingFields,
  type MergeFacts,
  overridingChange,
} from "./merge.rules.ts";

function contact(
  no: string,
  overrides: Parameters<typeof aContact>[0] & { companyNo?: string | null } = {},
): Contact {
  const { companyNo, ...fields } = overrides;
  const { type } = aContact(fields);
  return {
    ...aContact(fields),
    no,
    companyNo: companyNo ?? (type === "company" ? no : null),
    salespersonName: null,
    businessRelation: "none",
    noSeries: null,
    version: 1,
    lastModifiedAt: "",
  } as Contact;
}

describe("whether two contacts may be merged", () => {
  test.each([
    ["C1", "company", "C2", "company", { allowed: true }],
    ["C1", "company", "C1", "company", { allowed: false, because: "merge_same" }],
    ["C1", "company", "C2", "person", { allowed: false, because: "merge_type" }],
  ] as const)("%s (%s) and %s (%s)", (no, type, duplicateNo, otherType, decision) => {
    expect(decideMerge({ no, type }, { no: duplicateNo, type: otherType })).toEqual(decision);
  });
});

describe("fields that differ", () => {
  test("a blank is suggested to be filled, a restraint to be kept", () => {
    const current = contact("C1", { city: "Oulu", excludeFromSegment: true });
    const duplicate = contact("C2", { city: null, phoneNo: "1", privacyBlocked: true });

    expect(differingFields(current, duplicate)).toEqual([
      { field: "no", current: "C1", duplicate: "C2", canOverride: false, isSuggested: false },
      { field: "city", current: "Oulu", duplicate: null, canOverride: true, isSuggested: false },
      { field: "phoneNo", current: null, duplicate: "1", canOverride: true, isSuggested: true },
      { field: "excludeFromSegment", current: true, duplicate: false, canOverride: true, isSuggested: false },
      { field: "privacyBlocked", current: false, duplicate: true, canOverride: true, isSuggested: true },
    ]);
  });

  test("of people also the company, which a company has not", () => {
    const people = [
      contact("P1", { type: "person", companyNo: "C1" }),
      contact("P2", { type: "person", companyNo: "C2" }),
    ] as const;

    expect(differingFields(...people).map(({ field }) => field)).toEqual(["no", "companyNo"]);
    expect(differingFields(contact("C1"), contact("C2")).map(({ field }) => field)).toEqual(["no"]);
  });
});

describe("the change that overrides", () => {
  test("a person's name brings its parts along", () => {
    const current = contact("P1", { type: "person", name: "Aino Salo", firstName: "Aino", surname: "Salo" });
    const duplicate = contact("P2", {
      type: "person",
      name: "Aina Salo",
      firstName: "Aina",
      surname: "Salo",
    });

    expect(overridingChange(current, duplicate, new Set(["name"]))).toEqual({
      name: "Aina Salo",
      firstName: "Aina",
      middleName: null,
      surname: "Salo",
    });
  });

  test("another country keeps post code, city and county, unless they are chosen too", () => {
    const current = contact("C1", { countryCode: "FI", city: "Oulu", postCode: "90100" });
    const duplicate = contact("C2", { countryCode: "SE", city: "Luleå" });

    expect(overridingChange(current, duplicate, new Set(["countryCode", "city"]))).toEqual({
      countryCode: "SE",
      city: "Luleå",
      postCode: "90100",
      county: null,
    });
  });

  test("another company leaves a person what it has of its own", () => {
    const current = contact("P1", { type: "person", companyNo: "C1", languageCode: "FI", phoneNo: "1" });
    const duplicate = contact("P2", { type: "person", companyNo: "C2" });

    expect(overridingChange(current, duplicate, new Set(["companyNo"]))).toMatchObject({
      companyNo: "C2",
      languageCode: "FI",
      phoneNo: "1",
      address: null,
    });
  });
});

describe("whether a merge can be undone", () => {
  const facts: MergeFacts = {
    isUndone: false,
    undoUntil: new Date("2026-12-23T12:00:00Z"),
    now: new Date("2026-12-23T12:00:00Z"),
    hasJournal: true,
    survivorExists: true,
    isMergedFurther: false,
  };
  test.each<[string, Partial<MergeFacts>, string | null]>([
    ["in time", {}, null],
    ["a moment too late", { now: new Date("2026-12-23T12:00:01Z") }, "merge_undo_expired"],
    ["once more", { isUndone: true, hasJournal: false }, "merge_undone"],
    [
      "its survivor was merged",
      { isMergedFurther: true, survivorExists: false },
      "merge_undo_merged_further",
    ],
    ["its survivor was deleted", { survivorExists: false, hasJournal: false }, "merge_undo_survivor_deleted"],
    ["what it remembers was erased", { hasJournal: false }, "merge_undo_erased"],
  ])("%s", (_, change, problem) => {
    expect(decideUndo({ ...facts, ...change })).toBe(problem);
  });
});
