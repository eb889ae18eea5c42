import { describe, expect, test } from "vitest";
import { blankParty, type PartyFields } from "./party-fields.rules.ts";
import { type PlanFacts, type PrimaryCandidate, planParty } from "./primary-contact.rules.ts";

const fields = (values: Partial<PartyFields> = {}): PartyFields => ({
  ...blankParty,
  name: "K",
  contactType: "company",
  ...values,
});
const candidate = (values: Partial<PrimaryCandidate> = {}): PrimaryCandidate => ({
  id: 7,
  type: "person",
  companyId: 3,
  name: "Pia",
  phoneNo: null,
  mobilePhoneNo: null,
  email: null,
  imageNo: null,
  privacyBlocked: false,
  companyLink: "none",
  ...values,
});
const plan = (facts: Partial<PlanFacts>) =>
  planParty({
    kind: "customer",
    before: { fields: fields(), primaryContactId: null },
    after: fields(),
    writesContactName: false,
    wish: undefined,
    contact: null,
    isSynchronized: true,
    ...facts,
  });
const linked = { id: 3, type: "company" } as const;

describe("a new party", () => {
  test("is made a contact of its type", () => {
    expect(plan({ before: null })).toMatchObject({ plan: { link: { newContact: "company" } } });
    expect(plan({ before: null, after: fields({ contactType: "person" }) })).toMatchObject({
      plan: { link: { newContact: "person" }, primary: "newContact", fields: { contactName: "K" } },
    });
    expect(plan({ before: null, isSynchronized: false })).toMatchObject({ plan: { link: null } });
    expect(plan({ before: null, kind: "employee" })).toMatchObject({ plan: { link: null } });
  });

  test("brings the person along who is named", () => {
    const after = fields({ contactName: "Kim Lee" });

    expect(plan({ before: null, after, writesContactName: true })).toMatchObject({
      plan: { newPerson: "Kim Lee", primary: "newPerson" },
    });
  });

  test("is linked to the company of whoever is chosen", () => {
    expect(plan({ before: null, wish: candidate({ companyLink: "waiting" }) })).toMatchObject({
      plan: { link: { contactId: 3 }, primary: { id: 7 } },
    });
  });
});

describe("choosing somebody", () => {
  test.for<[string, Partial<PlanFacts>, object]>([
    ["of the linked company", { wish: candidate(), contact: linked }, { primary: { id: 7 }, link: null }],
    ["of an unlinked company", { wish: candidate() }, { link: { contactId: 3 } }],
    [
      "who stands alone",
      { wish: candidate({ companyId: null }) },
      { link: { newContact: "company" }, joiningId: 7 },
    ],
    ["and nobody", { wish: null, contact: linked }, { primary: { id: null }, link: null }],
  ])("%s", ([, facts, expected]) => {
    expect(plan(facts)).toMatchObject({ allowed: true, plan: expected });
  });

  test.for<[string, Partial<PlanFacts>, string]>([
    [
      "of another company",
      { wish: candidate({ companyId: 4 }), contact: linked },
      "party_contact_not_related",
    ],
    ["a company, unlinked", { wish: candidate({ type: "company" }) }, "party_contact_not_related"],
    [
      "of a company with a party",
      { wish: candidate({ companyLink: { partyNo: "10" } }) },
      "relation_contact_linked",
    ],
    ["who is blocked", { wish: candidate({ privacyBlocked: true }) }, "contact_privacy_blocked"],
    ["without a code", { wish: candidate(), isSynchronized: false }, "setup_missing"],
  ])("%s is refused", ([, facts, because]) => {
    expect(plan(facts)).toMatchObject({ allowed: false, because });
  });

  test("a company gives what it has and leaves the rest", () => {
    const wish = candidate({ id: 3, type: "company", phoneNo: "3" });
    const after = fields({ phoneNo: "1", email: "k@k.test", contactName: "Pia" });

    expect(plan({ wish, after, contact: linked })).toMatchObject({
      plan: { fields: { phoneNo: "3", email: "k@k.test", contactName: null } },
    });
  });
});

describe("a written name", () => {
  const after = fields({ contactName: "Kim Lee" });

  test("creates the person where there was nobody", () => {
    expect(plan({ after, writesContactName: true, contact: linked })).toMatchObject({
      plan: { newPerson: "Kim Lee" },
    });
  });

  test.for<[string, Partial<PlanFacts>]>([
    ["somebody was named", { before: { fields: fields({ contactName: "Pia" }), primaryContactId: null } }],
    ["somebody was chosen", { before: { fields: fields(), primaryContactId: 7 } }],
    ["there is no contact", { contact: null }],
    ["nothing is synchronized", { isSynchronized: false }],
  ])("is text where %s", ([, facts]) => {
    expect(plan({ after, writesContactName: true, contact: linked, ...facts })).toMatchObject({
      plan: { newPerson: null, fields: { contactName: "Kim Lee" } },
    });
  });

  test("of a private customer is the customer's own", () => {
    const before = { fields: fields({ contactType: "person", contactName: "K" }), primaryContactId: 3 };
    const renamed = fields({ contactType: "person", name: "L", contactName: "K" });

    expect(plan({ before, after: renamed, contact: { id: 3, type: "person" } })).toMatchObject({
      plan: { fields: { contactName: "L" } },
    });
  });
});
