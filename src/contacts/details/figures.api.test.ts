import { expect } from "vitest";
import { test } from "#app/testing.ts";
import { bringTo, givenDefaultCycle } from "#opportunities/testing.ts";
import { given } from "../testing.ts";

test("CON-046 CON-048 what is added to a company is counted; its people show its industry groups", async ({
  app,
}) => {
  const admin = await app.as("crmAdmin");
  const company = await given.contact(app);
  const person = await given.contact(app, { type: "person", companyNo: company.no });
  const figuresOf = async (no: string) => (await admin.get(`/contacts/${no}/statistics`)).body;
  const none = {
    noOfMailingGroups: 0,
    noOfIndustryGroups: 0,
    noOfJobResponsibilities: 0,
    noOfBusinessRelations: 0,
    noOfDuplicates: 0,
    hasComment: false,
  };
  expect(await figuresOf(company.no)).toMatchObject(none);

  for (const resource of ["mailing-groups", "industry-groups", "job-responsibilities"]) {
    await admin.post(`/${resource}`, { code: "ONE" });
    const { no } = resource === "job-responsibilities" ? person : company;
    await admin.put(`/contacts/${no}/${resource}/ONE`, undefined);
  }
  const { id } = await app.db
    .insertInto("business_relations")
    .values({ code: "PRESS", description: null })
    .returning("id")
    .executeTakeFirstOrThrow();
  await app.db
    .insertInto("contact_business_relations")
    .values({ contact_id: company.id, business_relation_id: id, link_to: null, party_id: null })
    .execute();
  await admin.post(`/contacts/${company.no}/comments`, { text: "Ask for the new premises" });

  expect(await figuresOf(company.no)).toMatchObject({
    noOfMailingGroups: 1,
    noOfIndustryGroups: 1,
    noOfJobResponsibilities: 0,
    noOfBusinessRelations: 1,
    hasComment: true,
  });
  expect(await figuresOf(person.no)).toMatchObject({
    noOfMailingGroups: 0,
    noOfIndustryGroups: 1,
    noOfJobResponsibilities: 1,
    noOfBusinessRelations: 1,
    hasComment: false,
  });
  const alone = await given.contact(app, { type: "person" });
  expect(await figuresOf(alone.no)).toMatchObject(none);
});

test("CON-050 a company has its opportunities, tasks and interactions and those of its people, not vice versa", async ({
  app,
}) => {
  const user = await app.as("crmUser");
  const company = await given.contact(app);
  const person = await given.contact(app, { type: "person", companyNo: company.no });
  await given.codes(app, "salespeople", "AH");
  await givenDefaultCycle(app);
  const salespersonCode = "AH";
  const figuresOf = async (no: string, query = "") =>
    (await user.get(`/contacts/${no}/statistics${query}`)).body;
  expect(await figuresOf(company.no)).toMatchObject({ noOfOpportunities: 0, nextTaskDate: null });

  await given.entry(app, { contact_id: company.id, company_id: company.id });
  await given.entry(app, { contact_id: person.id, company_id: company.id });
  for (const { no } of [company, person])
    await user.post("/opportunities", {
      no: `O-${no}`,
      description: "Chairs",
      salespersonCode,
      contactNo: no,
      activateFirstStage: true,
      estimatedValue: 1_000,
      chancesOfSuccess: 40,
      estimatedCloseDate: "2026-12-15",
    });
  await user.post("/opportunities", {
    no: "S2",
    description: "Desks",
    salespersonCode,
    contactNo: company.no,
  });
  await user.post("/tasks", {
    no: "S3",
    description: "Call",
    salespersonCode,
    contactNo: person.no,
    date: "2026-12-01",
  });
  await user.post("/tasks", {
    no: "S4",
    description: "Write",
    salespersonCode,
    contactNo: company.no,
    date: "2026-12-24",
  });
  await user.post("/tasks", {
    no: "S5",
    description: "Done",
    salespersonCode,
    contactNo: company.no,
    date: "2026-11-24",
    status: "completed",
  });

  expect(await figuresOf(company.no)).toMatchObject({
    noOfInteractions: 2,
    // What has not been started counts nowhere.
    noOfOpportunities: 2,
    estimatedValue: 2_000,
    calcdCurrentValue: 400,
    avgEstimatedValue: 1_000,
    openOpportunities: { noOfOpportunities: 2, estimatedValue: 2_000, calcdCurrentValue: 400 },
    nextTaskDate: "2026-12-01",
  });
  expect(await figuresOf(person.no)).toMatchObject({
    noOfInteractions: 1,
    noOfOpportunities: 1,
    estimatedValue: 1_000,
    nextTaskDate: "2026-12-01",
  });
  expect(await figuresOf(company.no, "?dateTo=2026-12-14")).toMatchObject({
    noOfOpportunities: 0,
    estimatedValue: 0,
  });
  expect(await figuresOf(company.no, "?dateFrom=2026-12-15")).toMatchObject({ noOfOpportunities: 2 });
  await bringTo(app, "S2", "lost", 500);
  expect(await figuresOf(company.no)).toMatchObject({
    noOfOpportunities: 3,
    estimatedValue: 2_500,
    calcdCurrentValue: 400,
    openOpportunities: { noOfOpportunities: 2, estimatedValue: 2_000 },
  });
});
