import { describe, expect } from "vitest";
import { type TestApp, test } from "#app/testing.ts";
import { given, setUpMarketing } from "./testing.ts";

const blank = {
  salespersonCode: null,
  territoryCode: null,
  countryCode: null,
  languageCode: null,
  formatRegion: null,
  correspondenceType: null,
  salutationCode: null,
};

async function start(app: TestApp, setup: Parameters<typeof setUpMarketing>[1] = {}) {
  await setUpMarketing(app, { startingNo: "C00001", ...setup });
  return app.as("crmUser");
}

describe("numbers", () => {
  test("CON-001 a contact without a number gets the next one of the series", async ({ app }) => {
    const user = await start(app);

    const first = await user.post("/contacts", { name: "Kivimäki Oy" });
    const second = await user.post("/contacts", { no: null, name: "Kivimäki Ab" });

    expect(first.status).toBe(201);
    expect(first.body).toMatchObject({ no: "C00001", companyNo: "C00001", version: 1, warnings: [] });
    expect(first.body.noSeries).toMatch(/^SERIES/);
    expect(first.headers).toMatchObject({ etag: '"1"', location: "/api/v1/contacts/C00001" });
    expect(second.body.no).toBe("C00002");
  });

  test("CON-002 without a number series a number must be given", async ({ app }) => {
    await setUpMarketing(app);
    const user = await app.as("crmUser");

    const refused = await user.post("/contacts", { name: "Nimetön Oy" });

    expect(refused.status).toBe(409);
    expect(refused.body).toMatchObject({
      code: "setup_missing",
      values: { field: "contactNos" },
      errors: [{ path: "contactNos" }],
    });
    expect(refused.body.detail).toContain("Number series of contacts");
    expect((await user.post("/contacts", { no: "own-1", name: "Oma Oy" })).body).toMatchObject({
      no: "OWN-1",
      noSeries: null,
    });
  });

  test("a number that exists is refused, and skipped when numbers are drawn", async ({ app }) => {
    const user = await start(app, { startingNo: "N0001" });
    await user.post("/contacts", { no: "N0002", name: "Ensin Oy" });

    const twice = await user.post("/contacts", { no: "n0002", name: "Toiseen kertaan Oy" });
    const drawn = [
      await user.post("/contacts", { name: "Eka Oy" }),
      await user.post("/contacts", { name: "Toka Oy" }),
    ];

    expect(twice.status).toBe(409);
    expect(twice.body).toMatchObject({ code: "duplicate", errors: [{ path: "no" }] });
    expect(drawn.map(({ body }) => body.no)).toEqual(["N0001", "N0003"]);
  });

  test("a series may forbid numbers given by hand", async ({ app }) => {
    const user = await start(app, { startingNo: "M0001", allowManual: false });

    const refused = await user.post("/contacts", { no: "MINE", name: "Oma numero Oy" });

    expect(refused.status).toBe(409);
    expect(refused.body).toMatchObject({ code: "contact_manual_no", errors: [{ path: "no" }] });
  });

  test("a refused contact uses up no number", async ({ app }) => {
    const user = await start(app, { startingNo: "G0001" });

    await user.post("/contacts", { name: "Rikki Oy", phoneNo: "abc" });
    const next = await user.post("/contacts", { name: "Ehjä Oy" });

    expect(next.body.no).toBe("G0001");
  });

  test("contacts created at the same time get distinct numbers without gaps", async ({ app }) => {
    const user = await start(app, { startingNo: "P0001" });

    const made = await Promise.all(
      Array.from({ length: 40 }, (_, index) => user.post("/contacts", { name: `Rinnakkain ${index} Oy` })),
    );

    const expected = Array.from({ length: 40 }, (_, index) => `P${String(index + 1).padStart(4, "0")}`);
    expect(made.map(({ body }) => body.no).sort()).toEqual(expected);
  });

  test("a repeat with the same key gives the same contact", async ({ app }) => {
    const user = await start(app, { startingNo: "R0001" });
    const key = { "idempotency-key": "contact-once" };

    const once = await user.post("/contacts", { name: "Kerran Oy" }, key);
    const again = await user.post("/contacts", { name: "Kerran Oy" }, key);

    expect(again.status).toBe(201);
    expect(again.body).toEqual(once.body);
    expect((await user.get("/contacts?search=Kerran&count=true")).body.totalCount).toBe(1);
  });

  test("CON-023 brackets in a number are legal", async ({ app }) => {
    const user = await start(app);

    const made = await user.post("/contacts", { no: "ab(12)", name: "Sulku Oy" });

    expect(made.headers.location).toBe("/api/v1/contacts/AB(12)");
    expect((await user.get("/contacts/AB(12)")).body).toMatchObject({ no: "AB(12)", name: "Sulku Oy" });
    expect((await user.get("/contacts?search=ab(12)")).body.items).toMatchObject([{ no: "AB(12)" }]);
  });
});

describe("defaults", () => {
  const defaults = {
    territoryCode: "NORTH",
    countryCode: "DK",
    languageCode: "DAN",
    correspondenceType: "hardCopy",
    companySalutationCode: "COMP",
  } as const;

  test("CON-011 a company created with its name only has all defaults of the set-up", async ({ app }) => {
    const user = await start(app, defaults);

    const made = await user.post("/contacts", { name: "Oletus Oy" });

    expect(made.body).toMatchObject({
      type: "company",
      territoryCode: "NORTH",
      countryCode: "DK",
      languageCode: "DAN",
      correspondenceType: "hardCopy",
      salutationCode: "COMP",
    });
  });

  test("what is written blank stays blank", async ({ app }) => {
    const user = await start(app, defaults);

    const made = await user.post("/contacts", { name: "Tyhjä Oy", territoryCode: "", countryCode: null });

    expect(made.body).toMatchObject({ territoryCode: null, countryCode: null, languageCode: "DAN" });
  });

  test("CON-012 without defaults the fields are blank", async ({ app }) => {
    const user = await start(app);

    for (const type of ["company", "person"]) {
      expect((await user.post("/contacts", { type, name: "Ilman Oletuksia" })).body).toMatchObject(blank);
    }
  });

  test("CON-013 a person gets the salutation of people", async ({ app }) => {
    const user = await start(app, { personSalutationCode: "PERS", companySalutationCode: "COMP" });

    const made = await user.post("/contacts", { type: "person", name: "Aino Kuusela" });

    expect(made.body.salutationCode).toBe("PERS");
  });

  test("CON-014 the user's own salesperson comes before the default one", async ({ app }) => {
    await start(app, { salespersonCode: "DEFAULT" });
    const [id] = (await given.codes(app, "salespeople", "AH")).values();
    await app.owner
      .insertInto("users")
      .values({
        user_name: "AINO",
        email: "aino@esimerkki.test",
        full_name: "Aino",
        password_hash: null,
        role: "crmUser",
        salesperson_id: id!,
      })
      .execute();
    const aino = await app.owner
      .selectFrom("users")
      .select("id")
      .where("user_name", "=", "AINO")
      .executeTakeFirstOrThrow();
    await app.as("crmUser", ["contacts.write"]);
    await app.owner
      .updateTable("api_tokens")
      .set({ user_id: aino.id })
      .where("narrowed_to", "is not", null)
      .execute();
    const user = await app.as("crmUser", ["contacts.write"]);

    const own = await user.post("/contacts", { name: "Oman myyjän Oy" });
    await app.owner.updateTable("salespeople").set({ blocked: true }).where("code", "=", "AH").execute();
    const blocked = await user.post("/contacts", { name: "Estetyn myyjän Oy" });

    expect(own.body.salespersonCode).toBe("AH");
    expect(blocked.body.salespersonCode).toBe("DEFAULT");
  });

  test("CON-015 a person created inside a company belongs to it and has what it has", async ({ app }) => {
    const user = await start(app, { territoryCode: "NORTH" });
    await given.codes(app, "territories", "SOUTH");
    const company = await given.contact(app, { territoryCode: "SOUTH", city: "Turku", phoneNo: "02 123" });

    const made = await user.post("/contacts", {
      type: "person",
      companyNo: company.no.toLowerCase(),
      firstName: "Eero",
    });

    expect(made.body).toMatchObject({
      companyNo: company.no,
      companyName: company.name,
      territoryCode: "SOUTH",
      city: "Turku",
      phoneNo: "02 123",
      name: "Eero",
    });
  });

  test("CON-016 a new person has no business relation", async ({ app }) => {
    const user = await start(app);

    expect(
      (await user.post("/contacts", { type: "person", name: "Uusi Henkilö" })).body.businessRelation,
    ).toBe("none");
  });

  test("the format region follows the language where it is blank", async ({ app }) => {
    const user = await start(app);
    await given.language(app, "SVE", "sv-FI");

    const follows = await user.post("/contacts", { name: "Ruotsi Ab", languageCode: "sve" });
    const keeps = await user.post("/contacts", {
      name: "Norja Ab",
      languageCode: "SVE",
      formatRegion: "nb-NO",
    });

    expect(follows.body.formatRegion).toBe("sv-FI");
    expect(keeps.body.formatRegion).toBe("nb-NO");
  });
});
