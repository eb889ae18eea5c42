import { describe, expect, test } from "vitest";
import { ungrantableRights } from "./grants.rules.ts";
import { type Right, rights, rightsOfRole, rightsOfToken, rightsOfUser, roles } from "./rights.rules.ts";
import { losesLastAdministrator } from "./users.rules.ts";

describe("rights of the roles (API.md)", () => {
  const holders: [Right, string][] = [
    ["contacts.read", "admin crmAdmin marketer crmUser viewer integration"],
    ["interactionSetup.read", "admin crmAdmin marketer crmUser viewer"],
    ["contacts.write", "admin crmAdmin marketer crmUser integration"],
    ["parties.write", "admin crmAdmin marketer crmUser integration"],
    ["contacts.delete", "admin crmAdmin"],
    ["contacts.merge", "admin crmAdmin"],
    ["privacy.manage", "admin crmAdmin"],
    ["interactions.write", "admin crmAdmin marketer crmUser integration"],
    ["interactions.delete", "admin crmAdmin"],
    ["segments.edit", "admin crmAdmin marketer crmUser"],
    ["segments.write", "admin crmAdmin marketer"],
    ["savedCriteria.write", "admin crmAdmin"],
    ["loggedSegments.delete", "admin crmAdmin"],
    ["campaigns.write", "admin crmAdmin marketer"],
    ["campaigns.delete", "admin crmAdmin"],
    ["opportunities.write", "admin crmAdmin marketer crmUser"],
    ["tasks.write", "admin crmAdmin marketer crmUser"],
    ["documents.write", "admin crmAdmin crmUser integration"],
    ["documents.post", "admin crmAdmin crmUser integration"],
    ["unmatched.resolve", "admin crmAdmin marketer crmUser"],
    ["setup.write", "admin crmAdmin"],
    ["interactionSetup.write", "admin crmAdmin"],
    ["jobs.run", "admin crmAdmin"],
    ["emailLogging.admin", "admin"],
    ["integration.admin", "admin"],
    ["users.admin", "admin"],
    ["events.write", "admin integration"],
    ["calls.write", "admin integration"],
  ];

  test.each(holders)("%s: %s", (right, expected) => {
    const found = roles.filter((role) => rightsOfRole[role].includes(right));

    expect(found.join(" ")).toBe(expected);
  });
});

describe("rights of users and tokens", () => {
  test("single rights come on top of the role", () => {
    const found = rightsOfUser({ role: "viewer", extraRights: ["contacts.write"] });

    expect(found.has("contacts.write")).toBe(true);
    expect(found.has("contacts.delete")).toBe(false);
  });

  test("a token narrowed to single rights has no other, and none that its role lacks", () => {
    const found = rightsOfToken({ role: "crmUser", narrowedTo: ["contacts.read", "setup.write"] });

    expect([...found]).toEqual(["contacts.read"]);
  });

  test("a token on behalf of a user never may more than the user", () => {
    const viewer = { role: "viewer", extraRights: [] } as const;

    const found = rightsOfToken({ role: "admin", narrowedTo: null }, viewer);

    expect(found).toEqual(rightsOfUser(viewer));
  });

  test("a token of the user's role has the user's single rights too", () => {
    const user = { role: "viewer", extraRights: ["contacts.write"] } as const;

    expect(rightsOfToken({ role: "viewer", narrowedTo: null }, user).has("contacts.write")).toBe(true);
    expect(rightsOfToken({ role: "integration", narrowedTo: null }, user).has("calls.write")).toBe(false);
  });
});

describe("handing rights on", () => {
  const holder = (...own: Right[]) => ({ kind: "user", rights: new Set(own) }) as const;

  test("nobody grants what they do not have", () => {
    expect(
      ungrantableRights(holder("users.admin", "contacts.read"), ["contacts.read", "setup.write"]),
    ).toEqual(["setup.write"]);
  });

  test("an administrator grants every role", () => {
    const administrator = { kind: "user", rights: rightsOfUser({ role: "admin", extraRights: [] }) } as const;

    expect(ungrantableRights(administrator, rights)).toEqual([]);
  });

  test("the program itself grants anything", () => {
    expect(ungrantableRights({ kind: "system", rights: new Set() }, rights)).toEqual([]);
  });
});

describe("the last administrator", () => {
  const administrator = { role: "admin", disabled: false } as const;

  test.each([
    ["is deleted", administrator, null, 0, true],
    ["is disabled", administrator, { role: "admin", disabled: true }, 0, true],
    ["gets another role", administrator, { role: "viewer", disabled: false }, 0, true],
    ["keeps role and access", administrator, administrator, 0, false],
    ["is not the only one", administrator, null, 1, false],
    ["was disabled before", { role: "admin", disabled: true }, null, 0, false],
    ["is none", { role: "viewer", disabled: false }, null, 0, false],
  ] as const)("is lost when an administrator %s", (_case, before, after, others, expected) => {
    expect(losesLastAdministrator(before, after, others)).toBe(expected);
  });
});
