import { expect } from "vitest";
import { test } from "#app/testing.ts";
import { givenIn, unique } from "#interactions/testing.ts";

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
