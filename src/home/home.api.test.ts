import { expect } from "vitest";
import { test } from "#app/testing.ts";
import { givenIn, unique } from "#interactions/testing.ts";
import { bringTo, givenDefaultCycle } from "#opportunities/testing.ts";

test("COT-100 INT-138 tiles count contacts of each type; weeks leave out what is canceled", async ({
  app,
}) => {
  const given = givenIn(app.owner);
  const salesperson = await given.salesperson();
  const company = await given.contact({ salespersonId: salesperson.id });
  await given.contact();
  await given.contact({ type: "person", companyId: company.id });
  const admin = await app.as("crmAdmin");
  const code = unique("T");
  await admin.post("/interaction-templates", {
    code,
    interactionGroupCode: await given.group(),
    description: "Call",
  });
  const user = await app.as("crmUser");
  const record = async (date: string) =>
    (await user.post("/interactions", { contactNo: company.no, interactionTemplateCode: code, date })).body
      .entryNo;
  // 2026-11-23 is a Monday.
  await record("2026-11-22");
  await record("2026-11-23");
  await user.post(`/interaction-log-entries/${await record("2026-11-23")}/cancel`);
  await (await app.as("integration")).post("/interactions", {
    contactNo: company.no,
    interactionTemplateCode: code,
  });

  await user.post("/interactions", { contactNo: company.no, postponed: true });

  const home = (await user.get("/home?weeks=2")).body;

  expect(home.tiles).toEqual({
    companies: 2,
    persons: 1,
    openDuplicates: 0,
    withOpenOpportunities: 0,
    interactionsThisWeek: 2,
    myInteractionsThisWeek: 1,
    myPostponedInteractions: 1,
  });
  expect(home.weeks).toEqual([
    { monday: "2026-11-16", noOfInteractions: 1, noOfMyInteractions: 1 },
    { monday: "2026-11-23", noOfInteractions: 2, noOfMyInteractions: 1 },
  ]);
  expect(home.latest).toHaveLength(4);
});

test("CON-109 cues: 3 companies, 2 people, 1 open pair; contacts with open opportunities are those of the list", async ({
  app,
}) => {
  const user = await app.as("crmUser");
  const before = (await user.get("/home")).body.tiles;
  const given = givenIn(app.owner);
  const { code: salespersonCode } = await given.salesperson();
  const companies = [await given.contact(), await given.contact(), await given.contact()];
  const [first, second, third] = companies.map(({ id }) => id).sort((a, b) => a - b);
  const person = await given.contact({ type: "person", companyId: first! });
  await given.contact({ type: "person" });
  await app.owner
    .insertInto("contact_duplicates")
    .values([
      { contact_id: second!, duplicate_id: first!, indexed_id: second!, hits: 9, separate: false },
      { contact_id: third!, duplicate_id: first!, indexed_id: third!, hits: 9, separate: true },
    ])
    .execute();
  await givenDefaultCycle(app);
  for (const [no, status, contactNo] of [
    ["O1", "inProgress", person.no],
    ["O2", "notStarted", person.no],
    ["O3", "won", companies.find(({ id }) => id === second)!.no],
  ] as const) {
    const made = await user.post("/opportunities", {
      no,
      description: "Chairs",
      contactNo,
      salespersonCode,
    });
    expect(made.status, made.text).toBe(201);
    if (status !== "notStarted") await bringTo(app, no, status);
  }

  const { tiles } = (await user.get("/home")).body;

  expect(tiles.companies - before.companies).toBe(3);
  expect(tiles.persons - before.persons).toBe(2);
  expect(tiles.openDuplicates - before.openDuplicates).toBe(1);
  expect(tiles.withOpenOpportunities - before.withOpenOpportunities).toBe(2);
  const listed = (await user.get("/contacts?hasOpenOpportunities=true&sort=no")).body.items;
  expect(listed.map(({ no }: { no: string }) => no).sort()).toEqual(
    [person.no, companies.find(({ id }) => id === first)!.no].sort(),
  );
  const others = (await user.get("/contacts?hasOpenOpportunities=false&count=true")).body;
  expect(others.totalCount).toBe(tiles.companies + tiles.persons - 2);
});
