import { expect } from "vitest";
import { test } from "#app/testing.ts";
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
