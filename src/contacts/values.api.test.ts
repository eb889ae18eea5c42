import { expect } from "vitest";
import { type TestApp, test } from "#app/testing.ts";
import { given, setUpMarketing } from "./testing.ts";

async function start(app: TestApp) {
  await app.owner.updateTable("company_information").set({ country_id: null }).execute();
  await setUpMarketing(app, { startingNo: "C00001" });
  return app.as("crmUser");
}

test("CON-017 a phone number has no letters, and the old value stays", async ({ app }) => {
  const user = await start(app);
  const contact = await given.contact(app, { phoneNo: "09 555" });

  const refused = await user.patch(`/contacts/${contact.no}`, { phoneNo: "A1234b" });
  const kept = await user.get(`/contacts/${contact.no}`);
  const accepted = await user.patch(`/contacts/${contact.no}`, { phoneNo: "+45 12-34 (5)" });

  expect(refused.status).toBe(422);
  expect(refused.body).toMatchObject({ code: "contact_phone_letters", errors: [{ path: "phoneNo" }] });
  expect(kept.body.phoneNo).toBe("09 555");
  expect(accepted.body.phoneNo).toBe("+45 12-34 (5)");
});

test("CON-018 several e-mail addresses are separated by semicolons only", async ({ app }) => {
  const user = await start(app);
  const email = (value: string | null) => user.post("/contacts", { name: "Posti Oy", email: value });

  expect((await email("a@x.com; b@y.org")).body.email).toBe("a@x.com; b@y.org");
  expect((await email("a@x.com, b@y.org")).status).toBe(422);
  expect((await email("")).body.email).toBeNull();
});

test("CON-019 the part that is no address is named", async ({ app }) => {
  const user = await start(app);

  const refused = await user.post("/contacts", { name: "Posti Oy", email: "a@x.com; wrong.org" });

  expect(refused.body).toMatchObject({ code: "contact_email", errors: [{ path: "email" }] });
  expect(refused.body.detail).toContain("wrong.org");
});

test("CON-020 leaving a country clears post code, city and county", async ({ app }) => {
  const user = await start(app);
  await given.country(app, "DK");
  await given.country(app, "SE");
  const contact = await given.contact(app, {
    countryCode: "DK",
    postCode: "2100",
    city: "København",
    county: "Sjælland",
  });

  const moved = await user.patch(`/contacts/${contact.no}`, { countryCode: "SE" });

  expect(moved.body).toMatchObject({ countryCode: "SE", postCode: null, city: null, county: null });
});

test("CON-021 a VAT number fits the formats of the country, which are listed", async ({ app }) => {
  const user = await start(app);
  await given.country(app, "DK", ["########"]);

  const refused = await user.post("/contacts", {
    name: "Moms ApS",
    countryCode: "DK",
    vatRegistrationNo: "12a",
  });
  const accepted = await user.post("/contacts", {
    name: "Moms ApS",
    countryCode: "DK",
    vatRegistrationNo: "12345678",
  });

  expect(refused.status).toBe(422);
  expect(refused.body).toMatchObject({
    code: "contact_vat_registration_no",
    errors: [{ path: "vatRegistrationNo" }],
  });
  expect(refused.body.detail).toContain("########");
  expect(accepted.status).toBe(201);
});

test("without a country the organisation's formats count, and they are checked again with the country", async ({
  app,
}) => {
  const user = await start(app);
  const id = await given.country(app, "FI", ["FI########"]);
  await given.country(app, "EE", ["EE#########"]);
  await app.owner.updateTable("company_information").set({ country_id: id }).execute();
  const contact = await given.contact(app, { vatRegistrationNo: "fi12345678" });

  expect(contact.vatRegistrationNo).toBe("FI12345678");
  expect((await user.post("/contacts", { name: "Väärä Oy", vatRegistrationNo: "12345678" })).status).toBe(
    422,
  );
  expect((await user.patch(`/contacts/${contact.no}`, { countryCode: "EE" })).body.code).toBe(
    "contact_vat_registration_no",
  );
});

test("the same VAT number on another contact is a warning", async ({ app }) => {
  const user = await start(app);
  const other = await given.contact(app, { vatRegistrationNo: "XX777" });

  const made = await user.post(
    "/contacts",
    { name: "Sama Oy", vatRegistrationNo: "xx777" },
    { "accept-language": "fi" },
  );

  expect(made.status).toBe(201);
  expect(made.body.warnings).toMatchObject([
    { path: "vatRegistrationNo", code: "contact_vat_registration_no_shared" },
  ]);
  expect(made.body.warnings[0].message).toContain(`Kontaktilla ${other.no}`);
});

test("CON-022 a privacy-blocked or blocked salesperson is not chosen, but stays", async ({ app }) => {
  const user = await start(app);
  await given.codes(app, "salespeople", "PB", "BL");
  const contact = await given.contact(app, { salespersonCode: "PB" });
  await app.owner
    .updateTable("salespeople")
    .set({ privacy_blocked: true })
    .where("code", "=", "PB")
    .execute();
  await app.owner.updateTable("salespeople").set({ blocked: true }).where("code", "=", "BL").execute();

  const choose = (salespersonCode: string) => user.post("/contacts", { name: "Estetty Oy", salespersonCode });

  expect((await choose("PB")).body).toMatchObject({
    status: 422,
    code: "salesperson_privacy_blocked",
    errors: [{ path: "salespersonCode" }],
  });
  expect((await choose("BL")).body).toMatchObject({ status: 422, code: "salesperson_blocked" });
  expect(
    (await user.patch(`/contacts/${contact.no}`, { salespersonCode: "PB", city: "Oulu" })).body,
  ).toMatchObject({
    salespersonCode: "PB",
    city: "Oulu",
  });
});

test("CON-024 a registration number has at most 20 characters", async ({ app }) => {
  const user = await start(app);

  expect(
    (await user.post("/contacts", { name: "Pitkä Oy", registrationNo: "1".repeat(21) })).body,
  ).toMatchObject({
    status: 422,
    errors: [{ path: "registrationNo", code: "too_long" }],
  });
  expect((await user.post("/contacts", { name: "Lyhyt Oy", registrationNo: "1".repeat(20) })).status).toBe(
    201,
  );
});

test("unknown codes are all named", async ({ app }) => {
  const user = await start(app);

  const refused = await user.post("/contacts", {
    name: "Outo Oy",
    territoryCode: "X",
    countryCode: "Y",
    salutationCode: "Z",
  });

  expect(refused.body).toMatchObject({ status: 422, code: "not_found" });
  expect(refused.body.errors.map((error: { path: string }) => error.path).sort()).toEqual([
    "countryCode",
    "salutationCode",
    "territoryCode",
  ]);
});

test("answers name the salesperson; the name cannot be written there", async ({ app }) => {
  const user = await start(app);
  const ids = await given.codes(app, "salespeople", "NAMED", "NAMELESS");
  await app.owner
    .updateTable("salespeople")
    .set({ name: "Aino Harju" })
    .where("id", "=", ids.get("NAMED")!)
    .execute();
  const named = { salespersonCode: "NAMED", salespersonName: "Aino Harju" };

  const created = await user.post("/contacts", { name: "Nimetty Oy", salespersonCode: "NAMED" });
  expect(created.body).toMatchObject(named);
  const address = `/contacts/${created.body.no}`;
  expect((await user.get(address)).body).toMatchObject(named);
  expect((await user.get(`/contacts?no=${created.body.no}`)).body.items).toMatchObject([named]);
  expect((await user.get("/contacts/lookup?search=nimetty")).body.items).toMatchObject([named]);
  expect((await user.patch(address, { city: "Oulu" })).body).toMatchObject(named);

  const nameless = { salespersonCode: "NAMELESS", salespersonName: null };
  expect((await user.patch(address, { salespersonCode: "NAMELESS" })).body).toMatchObject(nameless);
  expect((await user.patch(address, { salespersonName: "Someone" })).status).toBe(422);
});
