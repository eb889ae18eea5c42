import { describe, expect, test } from "vitest";
import { blankParty, fieldsOfKind, type PartyFields } from "../party-fields.rules.ts";
import { partyKinds } from "../party-kinds.rules.ts";
import { changesShared, contactChange, differingFields, newContactOf, sharedFields } from "./sync.rules.ts";

const party = (values: Partial<PartyFields>): PartyFields => ({ ...blankParty, ...values });

describe("what is shared", () => {
  test.for(partyKinds)("%s shares only fields that it has", (kind) => {
    const own = new Set<string>(fieldsOfKind[kind]);

    expect(sharedFields[kind].filter(([field]) => !own.has(field))).toEqual([]);
  });

  test("purchaser, our contact, external id and the person to talk to are nobody else's", () => {
    const shared = new Set(partyKinds.flatMap((kind) => sharedFields[kind].map(([field]) => field)));

    for (const field of ["purchaserCode", "ourContactCode", "externalId", "contactName"] as const)
      expect(shared.has(field)).toBe(false);
  });

  test("a salesperson is exchanged with customers only", () => {
    const exchange = partyKinds.filter((kind) =>
      sharedFields[kind].some(([field]) => field === "salespersonCode"),
    );

    expect(exchange).toEqual(["customer"]);
  });
});

describe("what a contact takes over", () => {
  test("all shared fields, blank ones too, but not a name that stays", () => {
    const change = contactChange(
      "bankAccount",
      party({ name: "Pankki", city: "Pori" }),
      { name: "Pankki" },
      { changesPrivacy: false },
    );

    expect(change).toMatchObject({ city: "Pori", phoneNo: null });
    expect(change).not.toHaveProperty("name");
    expect(change).not.toHaveProperty("privacyBlocked");
  });

  test("the last name of an employee is the surname of a person", () => {
    expect(sharedFields.employee).toContainEqual(["lastName", "surname"]);
  });

  test("a new contact gets what is filled", () => {
    expect(newContactOf("vendor", "company", party({ name: "Tukku", privacyBlocked: true }))).toEqual({
      type: "company",
      name: "Tukku",
      privacyBlocked: true,
    });
  });
});

describe("when a contact follows", () => {
  test.for<[Partial<PartyFields>, boolean]>([
    [{ city: "Oulu" }, true],
    [{ contactName: "Kim" }, true],
    [{ privacyBlocked: true }, true],
    [{ purchaserCode: "AH" }, false],
    [{ externalId: "7" }, false],
  ])("%j: %s", ([values, expected]) => {
    expect(changesShared("vendor", blankParty, party(values))).toBe(expected);
  });
});

test("linking shows what would be overwritten", () => {
  const differing = differingFields(
    "customer",
    { name: "Old", city: "Pori", phoneNo: null },
    { name: "New", city: "Pori", phoneNo: "55" },
  );

  expect(differing).toEqual([
    { field: "name", party: "Old", contact: "New" },
    { field: "phoneNo", party: null, contact: "55" },
  ]);
});
