import { describe, expect } from "vitest";
import { test } from "#app/testing.ts";

const chosen = {
  contactNos: "CONT",
  inheritAddress: false,
  inheritCommunication: false,
  defaultSalespersonCode: "AK",
  defaultTerritoryCode: "NORTH",
  defaultCountryCode: "FI",
  defaultLanguageCode: "FI",
  defaultFormatRegion: "fi-FI",
  defaultCorrespondenceType: "email",
  defaultCompanySalutationCode: "COMPANY",
  defaultPersonSalutationCode: "PERSON",
};

describe("marketing set-up", () => {
  test("is read and changed, follows new codes, and keeps what it names from being deleted", async ({
    app,
  }) => {
    const admin = await app.as("crmAdmin");
    await admin.post("/number-series", { code: "CONT" });
    await admin.post("/salespeople", { code: "AK" });
    await admin.post("/territories", { code: "NORTH" });
    await admin.post("/countries", { code: "FI" });
    await admin.post("/languages", { code: "FI" });
    for (const code of ["COMPANY", "PERSON"]) await admin.post("/salutations", { code });

    const before = await admin.get("/marketing-setup");
    expect(before.body).toMatchObject({
      contactNos: null,
      inheritSalesperson: true,
      defaultSalespersonCode: null,
    });
    expect(before.headers.etag).toBe('"1"');

    const changed = await admin.patch("/marketing-setup", { ...chosen, defaultFormatRegion: "fi-fi" });
    expect(changed.body).toMatchObject({ ...chosen, inheritSalesperson: true, version: 2 });
    expect((await admin.get("/marketing-setup")).body).toEqual(changed.body);
    expect(
      (await admin.patch("/marketing-setup", { inheritAddress: true }, { "if-match": '"1"' })).status,
    ).toBe(412);

    await admin.patch("/salutations/PERSON", { code: "HUMAN" });
    await admin.patch("/number-series/CONT", { code: "CONTACTS" });
    expect((await admin.get("/marketing-setup")).body).toMatchObject({
      contactNos: "CONTACTS",
      defaultPersonSalutationCode: "HUMAN",
    });
    for (const path of [
      "/salutations/HUMAN",
      "/number-series/CONTACTS",
      "/salespeople/AK",
      "/territories/NORTH",
    ]) {
      expect((await admin.delete(path)).body).toMatchObject({ code: "setup_in_use" });
    }

    const cleared = await admin.patch("/marketing-setup", {
      contactNos: null,
      defaultPersonSalutationCode: null,
    });
    expect(cleared.body).toMatchObject({ contactNos: null, defaultPersonSalutationCode: null, version: 3 });
    expect((await admin.delete("/salutations/HUMAN")).status).toBe(204);

    const trail = await app.owner
      .selectFrom("audit_entries")
      .select("changes")
      .where("resource", "=", "marketing-setup")
      .orderBy("id")
      .execute();
    expect(trail[1]!.changes).toEqual({
      contactNos: ["CONTACTS", null],
      defaultPersonSalutationCode: ["HUMAN", null],
    });
  });

  test("names every code that stands for nothing", async ({ app }) => {
    const admin = await app.as("crmAdmin");

    const answer = await admin.patch("/marketing-setup", {
      contactNos: "NONE",
      defaultTerritoryCode: "NOWHERE",
    });

    expect(answer.body).toMatchObject({
      status: 422,
      errors: [
        { path: "contactNos", code: "not_found" },
        { path: "defaultTerritoryCode", code: "not_found" },
      ],
    });
  });

  test("takes no blocked salesperson, but keeps one who is blocked later", async ({ app }) => {
    const admin = await app.as("crmAdmin");
    await admin.post("/salespeople", { code: "SHUT", blocked: true });
    await admin.post("/salespeople", { code: "HIDDEN", privacyBlocked: true });
    await admin.post("/salespeople", { code: "OPEN" });
    const choose = (code: string) =>
      admin.patch("/marketing-setup", { defaultSalespersonCode: code }, { "accept-language": "fi" });

    const blocked = await choose("SHUT");
    const hidden = await choose("HIDDEN");
    await choose("OPEN");
    await admin.patch("/salespeople/OPEN", { blocked: true });
    const other = await admin.patch("/marketing-setup", { inheritTerritory: false });

    expect(blocked.body).toMatchObject({
      status: 422,
      code: "salesperson_blocked",
      errors: [{ path: "defaultSalespersonCode", message: expect.stringContaining("Myyjä SHUT on estetty") }],
    });
    expect(hidden.body).toMatchObject({ status: 422, code: "salesperson_privacy_blocked" });
    expect(other.body).toMatchObject({ defaultSalespersonCode: "OPEN", inheritTerritory: false });
  });

  test.for([
    [{ defaultFormatRegion: "not a locale" }, "defaultFormatRegion", "locale_invalid"],
    [{ defaultCorrespondenceType: "pigeon" }, "defaultCorrespondenceType", "not_allowed_value"],
    [{ defaultTerritoryCode: "x".repeat(11) }, "defaultTerritoryCode", "too_long"],
    [{ inheritAddress: null }, "inheritAddress", "required"],
    [{ defaultTaskDateCalculation: "soon" }, "defaultTaskDateCalculation", "invalid_date_formula"],
    [{ mergeFieldLanguageCode: "NO" }, "mergeFieldLanguageCode", "not_found"],
  ] as const)("refuses %j", async ([values, path, code], { app }) => {
    const admin = await app.as("crmAdmin");

    const answer = await admin.patch("/marketing-setup", values);

    expect(answer.body).toMatchObject({ status: 422, errors: [{ path, code }] });
  });

  test("is read by everybody and written by the CRM admin", async ({ app }) => {
    for (const role of ["viewer", "crmUser"] as const) {
      const client = await app.as(role);
      expect((await client.get("/marketing-setup")).status).toBe(200);
      expect((await client.patch("/marketing-setup", { inheritAddress: false })).status).toBe(403);
    }
  });

  test("attachments go to a folder only when it is named", async ({ app }) => {
    const admin = await app.as("crmAdmin");
    const change = (values: object) => admin.patch("/marketing-setup", values);

    const nameless = await change({ attachmentStorageType: "file" });
    const escaping = await change({ attachmentStorageLocation: "../secrets" });
    const others = await change({ attachmentStorageLocation: "imports" });
    const named = await change({ attachmentStorageType: "file", attachmentStorageLocation: "attachments" });
    const cleared = await change({ attachmentStorageLocation: null });
    const back = await change({ attachmentStorageType: "embedded", attachmentStorageLocation: null });

    expect([nameless.status, nameless.body.code]).toEqual([422, "storage_location_required"]);
    expect(nameless.body.errors[0].path).toBe("attachmentStorageLocation");
    expect(escaping.body.errors[0].code).toBe("storage_location_invalid");
    expect(others.body.errors[0].code).toBe("storage_location_invalid");
    expect(named.body).toMatchObject({
      attachmentStorageType: "file",
      attachmentStorageLocation: "attachments",
    });
    expect(cleared.body.code).toBe("storage_location_required");
    expect(back.status).toBe(200);
  });
});
