import { describe, expect } from "vitest";
import { test } from "#app/testing.ts";
import { partyKinds, resourceOfKind } from "./party-kinds.rules.ts";
import { setUpParties, sure } from "./testing.ts";

const named = (kind: string, name: string) =>
  kind === "employee" ? { firstName: "Ilona", lastName: name } : { name };

describe.for(partyKinds)("%s", (kind) => {
  const path = `/${resourceOfKind[kind]}`;

  test("is created, read, listed, changed and deleted", async ({ app }) => {
    await setUpParties(app);
    const client = await app.as("crmUser");

    const created = await client.post(path, {
      ...named(kind, "Kivimäki"),
      city: "Vaasa",
      externalId: `erp-${kind}`,
    });
    const { no } = created.body;
    const read = await client.get(`${path}/${no}`);
    const list = await client.get(`${path}?search=kivimaki%20vaasa&count=true`);
    const changed = await client.patch(`${path}/${no}`, { phoneNo: "06 123" }, { "if-match": '"1"' });
    const stale = await client.patch(`${path}/${no}`, { phoneNo: "06 124" }, { "if-match": '"1"' });
    const gone = await client.delete(`${path}/${no}`);

    expect(created.status, created.text).toBe(201);
    expect(created.headers.location).toBe(`/api/v1${path}/${no}`);
    expect(read.body).toMatchObject({ no, city: "Vaasa", externalId: `erp-${kind}`, version: 1 });
    expect(read.body.name).toContain("Kivimäki");
    expect(list.body).toMatchObject({ totalCount: 1, items: [{ no }] });
    expect(changed.body).toMatchObject({ phoneNo: "06 123", version: 2 });
    expect(stale.status).toBe(412);
    expect(gone.status).toBe(204);
    expect((await client.get(`${path}/${no}`)).body).toMatchObject({ status: 404, code: "party_not_found" });
  });

  test("is refused with unknown codes, letters in phones and keys of another", async ({ app }) => {
    const admin = await setUpParties(app);
    const one = sure(admin);
    await one.post(path, { no: `${kind}-1`, externalId: "same" });

    const wrong = await admin.post(path, { countryCode: "NOWHERE", phoneNo: "12a", email: "not one" });
    const taken = await admin.post(path, { no: `${kind}-1` });
    const external = await admin.post(path, { externalId: "same" });
    const foreign = await admin.post(path, { nonsense: 1 });

    expect(wrong.body.errors.map((error: { path: string }) => error.path).sort()).toEqual([
      "countryCode",
      "email",
      "phoneNo",
    ]);
    expect(taken.body).toMatchObject({ status: 409, code: "duplicate", errors: [{ path: "no" }] });
    expect(external.body).toMatchObject({ status: 409, code: "duplicate", errors: [{ path: "externalId" }] });
    expect(foreign.body).toMatchObject({ status: 422, errors: [{ code: "unknown_field" }] });
  });

  test("is read by everybody and written by those who may", async ({ app }) => {
    const admin = await setUpParties(app);
    const { no } = await sure(admin).post(path, {});
    const viewer = await app.as("viewer");
    const reader = await app.as("admin", ["contacts.read"]);

    expect((await viewer.get(`${path}/${no}`)).status).toBe(200);
    expect((await viewer.post(path, {})).status).toBe(403);
    expect((await viewer.patch(`${path}/${no}`, { city: "Oulu" })).status).toBe(403);
    expect((await viewer.delete(`${path}/${no}`)).status).toBe(403);
    expect((await reader.get(path)).status).toBe(403);
  });
});

describe("values", () => {
  test("follow the rules of contacts: search name, country, language, VAT number, salesperson", async ({
    app,
  }) => {
    const admin = await setUpParties(app);
    const given = sure(admin);
    await given.post("/countries", { code: "DK", vatFormats: ["########"] });
    await given.post("/countries", { code: "SE" });
    await given.post("/languages", { code: "DAN", locale: "da-DK" });
    await given.post("/salespeople", { code: "SHUT", blocked: true });

    const customer = await given.post("/customers", {
      name: "Havets Værk",
      countryCode: "DK",
      postCode: "2100",
      city: "København",
      languageCode: "DAN",
      vatRegistrationNo: "12345678",
    });
    const moved = await given.patch(`/customers/${customer.no}`, { countryCode: "SE", name: "Havets Verk" });
    const wrongVat = await admin.patch(`/customers/${customer.no}`, {
      countryCode: "DK",
      vatRegistrationNo: "12A",
    });
    const blocked = await admin.patch(`/customers/${customer.no}`, { salespersonCode: "SHUT" });

    expect(customer).toMatchObject({
      searchName: "HAVETS VÆRK",
      formatRegion: "da-DK",
      contactType: "company",
    });
    expect(moved).toMatchObject({ searchName: "HAVETS VERK", postCode: null, city: null });
    expect(wrongVat.body).toMatchObject({ status: 422, code: "contact_vat_registration_no" });
    expect(blocked.body).toMatchObject({ status: 422, code: "salesperson_blocked" });
  });

  test("numbers come from the series, or from people where it lets them", async ({ app }) => {
    const admin = await setUpParties(app);
    const given = sure(admin);
    await given.patch("/number-series/CUSTOMERNOS", { allowManual: false });

    const drawn = await given.post("/customers", { name: "Drawn" });
    const manual = await admin.post("/customers", { no: "X1" });
    const renamed = await admin.patch(`/customers/${drawn.no}`, { no: "X1" });
    await given.patch("/marketing-setup", { customerNos: null });
    const none = await admin.post("/customers", {});

    expect(drawn).toMatchObject({ no: expect.stringMatching(/^CU\d+$/), noSeries: "CUSTOMERNOS" });
    expect(manual.body).toMatchObject({ status: 409, code: "manual_no" });
    expect(renamed.body).toMatchObject({ status: 409, code: "manual_no" });
    expect(none.body).toMatchObject({ code: "setup_missing", errors: [{ path: "customerNos" }] });
    await given.patch("/number-series/CUSTOMERNOS", { allowManual: true });
  });

  test("a privacy block needs its own right", async ({ app }) => {
    const admin = await setUpParties(app);
    const { no } = await sure(admin).post("/customers", { name: "Open" });
    const user = await app.as("crmUser");

    const refused = await user.patch(`/customers/${no}`, { privacyBlocked: true });
    const done = await admin.patch(`/customers/${no}`, { privacyBlocked: true });

    expect(refused.status).toBe(403);
    expect(done.body).toMatchObject({ privacyBlocked: true });
    expect((await admin.get(`/contacts/${done.body.contactNo}`)).body).toMatchObject({
      privacyBlocked: true,
    });
  });
});
