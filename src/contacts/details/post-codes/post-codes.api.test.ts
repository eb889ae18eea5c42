import { describe, expect } from "vitest";
import { test } from "#app/testing.ts";
import { given } from "../../testing.ts";

describe("the post-code list", () => {
  test("is written, read, changed and deleted; a post code may belong to several cities", async ({ app }) => {
    const admin = await app.as("crmAdmin");
    await given.country(app, "FI");

    const created = await admin.post("/post-codes", { code: "20100", city: "Turku", countryCode: "fi" });
    await admin.post("/post-codes", { code: "20100", city: "Åbo" });

    expect(created).toMatchObject({
      status: 201,
      headers: { location: "/api/v1/post-codes/20100/Turku", etag: '"1"' },
      body: { code: "20100", city: "Turku", county: null, countryCode: "FI", version: 1 },
    });
    expect((await admin.post("/post-codes", { code: "20100", city: "TURKU" })).body.code).toBe("duplicate");
    expect((await admin.post("/post-codes", { code: "1", city: "X", countryCode: "ZZ" })).status).toBe(422);
    expect((await admin.get("/post-codes?code=20100")).body.items).toHaveLength(2);
    expect((await admin.get("/post-codes?search=åbo")).body.items).toMatchObject([{ city: "Åbo" }]);
    expect((await admin.get("/post-codes?countryCode=FI")).body.items).toMatchObject([{ city: "Turku" }]);

    const path = "/post-codes/20100/turku";
    const changed = await admin.patch(path, { county: "Varsinais-Suomi" }, { "if-match": '"1"' });
    expect(changed.body).toMatchObject({ county: "Varsinais-Suomi", countryCode: "FI", version: 2 });
    expect((await admin.patch(path, { city: "ÅBO" })).body.code).toBe("duplicate");
    expect((await admin.patch(path, { county: null }, { "if-match": '"1"' })).status).toBe(412);
    expect((await admin.delete("/countries/FI")).body.code).toBe("setup_in_use");
    expect((await admin.delete(path)).status).toBe(204);
    expect((await admin.get(path)).status).toBe(404);
    expect((await (await app.as("crmUser")).post("/post-codes", { code: "1", city: "X" })).status).toBe(403);
  });

  test("fills in the rest of a contact's address, as far as the request does not say it", async ({ app }) => {
    const admin = await app.as("crmAdmin");
    for (const code of ["FI", "SE"]) await given.country(app, code);
    await admin.post("/post-codes", { code: "10900", city: "Hanko", county: "Uusimaa", countryCode: "FI" });
    await admin.post("/post-codes", { code: "10900", city: "Stockholm", countryCode: "SE" });

    const made = await admin.post("/contacts", { no: "PC1", name: "Rantala Oy", postCode: "10900" });
    expect(made.body).toMatchObject({ city: "Hanko", county: "Uusimaa", countryCode: "FI" });

    const said = { no: "PC2", name: "Ö AB", postCode: "10900", city: "Sundbyberg", countryCode: "SE" };
    expect((await admin.post("/contacts", said)).body).toMatchObject({
      city: "Sundbyberg",
      countryCode: "SE",
    });

    await admin.post("/contacts", { no: "PC3", name: "Sjö AB", countryCode: "SE" });
    const moved = await admin.patch("/contacts/PC3", { postCode: "10900" });
    expect(moved.body).toMatchObject({ city: "Stockholm", county: null, countryCode: "SE" });

    const unknown = await admin.patch("/contacts/PC1", { postCode: "00001" });
    expect(unknown.body).toMatchObject({ postCode: "00001", city: "Hanko", countryCode: "FI" });
  });
});
