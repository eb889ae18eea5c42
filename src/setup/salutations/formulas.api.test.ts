import { describe, expect } from "vitest";
import { type TestClient, test } from "#app/testing.ts";

const formula = { salutation: "Dear %1 %2", name1: "jobTitle", name2: "surname" };
const blankNames = { name1: null, name2: null, name3: null, name4: null, name5: null };

/** A salutation of its own for each test, and a language. */
async function givenSalutation(admin: TestClient, code: string): Promise<string> {
  await admin.post("/languages", { code: "FI", locale: "fi-FI" });
  await admin.post("/languages", { code: "EN", locale: "en-GB" });
  await admin.post("/salutations", { code });
  return `/salutations/${code}/formulas`;
}

describe("salutation formulas", () => {
  test("are written, read, replaced and deleted", async ({ app }) => {
    const admin = await app.as("crmAdmin");
    const path = await givenSalutation(admin, "MS");

    const created = await admin.put(`${path}/fi/formal`, formula);
    expect(created.status).toBe(201);
    expect(created.body).toEqual({
      languageCode: "FI",
      salutationType: "formal",
      ...blankNames,
      ...formula,
      version: 1,
      lastModifiedAt: expect.any(String),
    });
    expect((await admin.get(`${path}/FI/formal`)).body).toEqual(created.body);

    const replaced = await admin.put(
      `${path}/FI/formal`,
      { salutation: "Hyvä %1", name1: "surname" },
      { "if-match": '"1"' },
    );
    expect(replaced.status).toBe(200);
    expect(replaced.body).toMatchObject({ salutation: "Hyvä %1", name1: "surname", name2: null, version: 2 });
    expect((await admin.put(`${path}/FI/formal`, formula, { "if-match": '"1"' })).status).toBe(412);
    expect((await admin.put(`${path}/EN/formal`, formula, { "if-match": '"1"' })).status).toBe(412);

    expect((await admin.delete(`${path}/FI/formal`)).status).toBe(204);
    expect((await admin.get(`${path}/FI/formal`)).status).toBe(404);
  });

  test("of no particular language have a dash for it and come first", async ({ app }) => {
    const admin = await app.as("crmAdmin");
    const path = await givenSalutation(admin, "MR");

    for (const key of ["FI/informal", "EN/formal", "-/formal", "-/informal"])
      await admin.put(`${path}/${key}`, formula);
    const again = await admin.put(`${path}/-/formal`, formula);
    const list = await admin.get(path);

    expect(again.body).toMatchObject({ languageCode: null, version: 1 });
    expect(
      list.body.items.map((item: { languageCode: string | null; salutationType: string }) => [
        item.languageCode,
        item.salutationType,
      ]),
    ).toEqual([
      [null, "formal"],
      [null, "informal"],
      ["EN", "formal"],
      ["FI", "informal"],
    ]);
  });

  test("CON-008 go with their salutation", async ({ app }) => {
    const admin = await app.as("crmAdmin");
    const path = await givenSalutation(admin, "GONE");
    await admin.put(`${path}/FI/formal`, formula);
    await admin.put(`${path}/EN/formal`, formula);

    const removal = await admin.delete("/salutations/GONE");

    expect(removal.status).toBe(204);
    expect((await admin.get(path)).status).toBe(404);
    await admin.post("/salutations", { code: "GONE" });
    expect((await admin.get(path)).body.items).toEqual([]);
  });

  test("keep their language from being deleted and follow its new code", async ({ app }) => {
    const admin = await app.as("crmAdmin");
    const path = await givenSalutation(admin, "LANG");
    await admin.post("/languages", { code: "SV" });
    await admin.put(`${path}/SV/formal`, formula);

    const removal = await admin.delete("/languages/SV");
    await admin.patch("/languages/SV", { code: "SVE" });

    expect(removal.body).toMatchObject({ code: "setup_in_use", values: { usedBy: ["salutation-formulas"] } });
    expect((await admin.get(`${path}/SVE/formal`)).status).toBe(200);
  });

  test("refuse what does not exist, what is too long and who may not write", async ({ app }) => {
    const admin = await app.as("crmAdmin");
    const viewer = await app.as("viewer");
    const path = await givenSalutation(admin, "REFUSE");

    const noLanguage = await admin.put(`${path}/XX/formal`, formula);
    expect(noLanguage.body).toMatchObject({
      status: 422,
      errors: [{ path: "languageCode", code: "not_found" }],
    });
    expect((await admin.put("/salutations/NONE/formulas/FI/formal", formula)).status).toBe(404);
    expect((await admin.put(`${path}/FI/friendly`, formula)).status).toBe(400);
    expect((await admin.put(`${path}/FI/formal`, { salutation: "x".repeat(51) })).status).toBe(422);
    expect((await admin.put(`${path}/FI/formal`, { salutation: "x", name1: "shoeSize" })).status).toBe(422);
    expect((await viewer.put(`${path}/FI/formal`, formula)).status).toBe(403);
    expect((await viewer.get(path)).body.items).toEqual([]);
  });
});
