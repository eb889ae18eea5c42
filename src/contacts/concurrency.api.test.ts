import { describe, expect } from "vitest";
import { test, testContext } from "#app/testing.ts";
import { countingStatements } from "#platform/db/statistics.ts";
import { changeContact } from "./change-contacts.commands.ts";
import { createContact } from "./create-contacts.commands.ts";
import { given, setUpMarketing } from "./testing.ts";

describe("two at once", () => {
  test("the second of two who saw the same version is told, and nothing is lost", async ({ app }) => {
    const user = await app.as("crmUser");
    const { no } = await given.contact(app);
    const seen = { "if-match": '"1"' };

    const first = await user.patch(`/contacts/${no}`, { city: "Oulu" }, seen);
    const second = await user.patch(`/contacts/${no}`, { city: "Kemi" }, seen);

    expect(first.headers.etag).toBe('"2"');
    expect(second.body).toMatchObject({ status: 412, code: "stale_version" });
    expect((await user.get(`/contacts/${no}`)).body.city).toBe("Oulu");
  });

  test("a change that changes nothing writes nothing", async ({ app }) => {
    const user = await app.as("crmUser");
    const { no, lastModifiedAt } = await given.contact(app, { city: "Oulu" });

    const same = await user.patch(`/contacts/${no}`, { city: "Oulu" });

    expect(same.body).toMatchObject({ version: 1, lastModifiedAt });
  });

  test("a company and its people are changed at the same time without waiting in a circle or losing", async ({
    app,
  }) => {
    const user = await app.as("crmUser");
    await setUpMarketing(app);
    const company = await given.contact(app, { phoneNo: "100" });
    const people: { no: string }[] = [];
    for (let index = 0; index < 8; index++)
      people.push(await given.contact(app, { type: "person", companyNo: company.no }));

    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, turn) => [
        user.patch(`/contacts/${company.no}`, { name: `Vaihe ${turn} Oy`, phoneNo: `20${turn}` }),
        ...people.map(({ no }) => user.patch(`/contacts/${no}`, { jobTitle: `Ostaja ${turn}` })),
      ]).flat(),
    );

    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    const { name, phoneNo } = (await user.get(`/contacts/${company.no}`)).body;
    for (const { no } of people) {
      const person = (await user.get(`/contacts/${no}`)).body;
      expect(person).toMatchObject({ companyName: name, phoneNo });
      expect(person.jobTitle).toMatch(/^Ostaja \d$/);
    }
  });

  test("people move between companies that are renamed meanwhile", async ({ app }) => {
    const user = await app.as("crmUser");
    const [a, b] = [await given.contact(app), await given.contact(app)];
    const people: { no: string }[] = [];
    for (let index = 0; index < 6; index++)
      people.push(await given.contact(app, { type: "person", companyNo: a.no }));

    const answers = await Promise.all([
      ...people.flatMap(({ no }, index) => [
        user.patch(`/contacts/${no}`, { companyNo: index % 2 === 0 ? b.no : a.no }),
        user.patch(`/contacts/${no}`, { companyNo: index % 2 === 0 ? a.no : b.no }),
      ]),
      ...[1, 2, 3].flatMap((turn) => [
        user.patch(`/contacts/${a.no}`, { name: `A ${turn} Oy` }),
        user.patch(`/contacts/${b.no}`, { name: `B ${turn} Oy` }),
        user.post("/contacts", { no: `NEW-${turn}`, type: "person", name: "Uusi", companyNo: b.no }),
      ]),
    ]);

    expect(answers.filter(({ status }) => status >= 300)).toEqual([]);
    const all = (await user.get(`/contacts?companyNo=${a.no},${b.no}&limit=200`)).body.items;
    const names = new Map(
      all
        .filter((c: { type: string }) => c.type === "company")
        .map((c: { no: string; name: string }) => [c.no, c.name]),
    );
    for (const contact of all) expect(contact.companyName).toBe(names.get(contact.companyNo));
    expect(all).toHaveLength(11);
  });

  test("a company is deleted while its people are changed", async ({ app }) => {
    const admin = await app.as("crmAdmin");
    const company = await given.contact(app);
    const people: { no: string }[] = [];
    for (let index = 0; index < 5; index++)
      people.push(await given.contact(app, { type: "person", companyNo: company.no }));

    const [deleted, ...others] = await Promise.all([
      admin.delete(`/contacts/${company.no}`),
      ...people.map(({ no }) => admin.patch(`/contacts/${no}`, { city: "Oulu" })),
      ...people.map(({ no }) => admin.delete(`/contacts/${no}`)),
    ]);

    expect(deleted!.status).toBe(204);
    for (const { status } of others) expect([200, 204, 404]).toContain(status);
    for (const { no } of [company, ...people]) expect((await admin.get(`/contacts/${no}`)).status).toBe(404);
  });

  test("one number given to two contacts at once belongs to one of them", async ({ app }) => {
    const user = await app.as("crmUser");

    const answers = await Promise.all(
      Array.from({ length: 6 }, () => user.post("/contacts", { no: "RACE", name: "Kilpa Oy" })),
    );

    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409, 409]);
  });
});

describe("statements", () => {
  test("creating and changing a contact takes few of them", async ({ app }) => {
    await setUpMarketing(app, { startingNo: "S0001", territoryCode: "NORTH" });
    await given.codes(app, "territories", "SOUTH");
    const ctx = testContext(app.db);
    const company = await given.contact(app);
    const count = async (work: () => Promise<unknown>) => {
      const counted = { statements: 0 };
      await countingStatements(counted, work);
      return counted.statements;
    };
    await createContact(ctx, { name: "Takes a block of keys ahead Oy" });
    // What the set-up says, strings, pairs, open pairs.
    const forDuplicates = 4;
    // Which parties are linked, and what follows from that.
    const forParties = 2;

    expect(
      await count(() => createContact(ctx, { name: "Yhtiö Oy", territoryCode: "SOUTH" })),
    ).toBeLessThanOrEqual(9 + forDuplicates);
    expect(
      await count(() => createContact(ctx, { type: "person", name: "Aino", companyNo: company.no })),
    ).toBeLessThanOrEqual(9);
    expect(
      await count(() => changeContact(ctx, company.no, { name: "Uusi Oy", territoryCode: "SOUTH" })),
    ).toBeLessThanOrEqual(9 + forParties + forDuplicates);
  });
});
