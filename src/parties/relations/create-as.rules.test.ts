import { describe, expect, test } from "vitest";
import type { PartyKind } from "../party-kinds.rules.ts";
import { decideHolder, decideTemplate, type HolderFacts } from "./create-as.rules.ts";

const company: HolderFacts["contact"] = { id: 1, type: "company", privacyBlocked: false };
const person: HolderFacts["contact"] = { id: 2, type: "person", privacyBlocked: false };
const employer = { id: 3, privacyBlocked: false };

const decide = (facts: Partial<HolderFacts>) =>
  decideHolder({ kind: "customer", contact: company, company: null, linkedPartyNo: null, ...facts });

describe("who gets the row", () => {
  test.for<[PartyKind, "company" | "standalone" | "employed", number | string]>([
    ["customer", "company", 1],
    ["customer", "standalone", 2],
    ["customer", "employed", 3],
    ["vendor", "company", 1],
    ["vendor", "standalone", "contact_company_required"],
    ["vendor", "employed", 3],
    ["bankAccount", "company", 1],
    ["bankAccount", "standalone", "contact_company_required"],
    ["bankAccount", "employed", 3],
    ["employee", "company", "contact_person_only"],
    ["employee", "standalone", 2],
    ["employee", "employed", 2],
  ])("%s of a contact that is %s: %s", ([kind, who, expected]) => {
    const decision = decide({
      kind,
      contact: who === "company" ? company : person,
      company: who === "employed" ? employer : null,
    });

    expect(decision.allowed ? decision.holderId : decision.because).toBe(expected);
  });

  test("nobody who is blocked, nor whose company is", () => {
    const refused = { allowed: false, because: "contact_privacy_blocked" };

    expect(decide({ contact: { ...company, privacyBlocked: true } })).toEqual(refused);
    expect(decide({ contact: person, company: { ...employer, privacyBlocked: true } })).toEqual(refused);
  });

  test("nobody who has a party of the kind", () => {
    expect(decide({ linkedPartyNo: "10" })).toEqual({
      allowed: false,
      because: "relation_contact_linked",
      partyNo: "10",
    });
  });
});

describe("which template", () => {
  const templates = [
    { code: "A", contactType: "company" },
    { code: "B", contactType: "person" },
    { code: "C", contactType: "person" },
  ] as const;

  test.for<["company" | "person", string | null, string | null]>([
    ["company", null, "A"],
    ["company", "A", "A"],
    ["person", "C", "C"],
    ["person", null, "template_required"],
    ["company", "B", "not_found"],
  ])("for a %s, named %s: %s", ([type, named, expected]) => {
    const decision = decideTemplate(templates, type, named);

    expect(decision.allowed ? (decision.template?.code ?? null) : decision.because).toBe(expected);
  });

  test("none is needed where there is none", () => {
    expect(decideTemplate([], "company", null)).toEqual({ allowed: true, template: null });
  });
});
