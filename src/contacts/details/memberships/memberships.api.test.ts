import { describe, expect } from "vitest";
import { type TestClient, test } from "#app/testing.ts";
import { given, unique } from "../../testing.ts";

const lists = [
  { resource: "mailing-groups", type: "company" },
  { resource: "mailing-groups", type: "person" },
  { resource: "industry-groups", type: "company" },
  { resource: "job-responsibilities", type: "person" },
] as const;

/** A row of a set-up list; answers its code. */
async function aCode(admin: TestClient, resource: string, more: object = {}): Promise<string> {
  const code = unique("CODE");
  const answer = await admin.post(`/${resource}`, { code, ...more });
  expect(answer.status).toBe(201);
  return code;
}

describe("memberships", () => {
  test.for(lists)(
    "$resource of a $type begin, are listed, count and end",
    async ({ resource, type }, { app }) => {
      const admin = await app.as("crmAdmin");
      const { no, version, lastModifiedAt } = await given.contact(app, { type });
      const code = await aCode(admin, resource, { description: "Talvi" });
      const path = `/contacts/${no}/${resource}`;

      const added = await admin.put(`${path}/${code.toLowerCase()}`, undefined);
      const again = await admin.put(`${path}/${code}`, undefined);

      expect(added).toMatchObject({ status: 201, body: { code, description: "Talvi" } });
      expect(again.status).toBe(200);
      expect((await admin.get(path)).body).toEqual({ items: [{ code, description: "Talvi" }] });
      expect((await admin.get(`/${resource}/${code}`)).body).toMatchObject({ noOfContacts: 1 });
      expect((await admin.get(`/${resource}?code=${code}`)).body.items).toMatchObject([{ noOfContacts: 1 }]);
      const contact = (await admin.get(`/contacts/${no}`)).body;
      expect(contact.version).toBe(version);
      expect(contact.lastModifiedAt > lastModifiedAt).toBe(true);

      expect((await admin.delete(`${path}/${code}`)).status).toBe(204);
      expect((await admin.delete(`${path}/${code}`)).status).toBe(404);
      expect((await admin.get(path)).body.items).toEqual([]);
      expect((await admin.get(`/${resource}/${code}`)).body).toMatchObject({ noOfContacts: 0 });
    },
  );

  test("CON-007 a mailing group with a contact is not deleted", async ({ app }) => {
    const admin = await app.as("crmAdmin");
    const { no } = await given.contact(app);
    const code = await aCode(admin, "mailing-groups");
    await admin.put(`/contacts/${no}/mailing-groups/${code}`, undefined);

    const refused = await admin.delete(`/mailing-groups/${code}`);

    expect(refused).toMatchObject({
      status: 409,
      body: { code: "setup_in_use", values: { usedBy: ["contact-mailing-groups"] } },
    });
    await admin.delete(`/contacts/${no}`);
    expect((await admin.delete(`/mailing-groups/${code}`)).status).toBe(204);
  });

  test("CON-047 industry groups and web sources belong to companies, job responsibilities to people", async ({
    app,
  }) => {
    const admin = await app.as("crmAdmin");
    const person = await given.contact(app, { type: "person" });
    const company = await given.contact(app);
    const industry = await aCode(admin, "industry-groups");
    const source = await aCode(admin, "web-sources");
    const job = await aCode(admin, "job-responsibilities");

    const refused = [
      await admin.put(`/contacts/${person.no}/industry-groups/${industry}`, undefined),
      await admin.put(`/contacts/${person.no}/web-sources/${source}`, {}),
      await admin.put(`/contacts/${company.no}/job-responsibilities/${job}`, undefined),
    ];

    expect(refused.map(({ status, body }) => [status, body.code, body.errors[0].path])).toEqual([
      [422, "contact_company_only", "industryGroups"],
      [422, "contact_company_only", "webSources"],
      [422, "contact_person_only", "jobResponsibilities"],
    ]);
    expect((await admin.get(`/contacts/${person.no}/industry-groups`)).body.items).toEqual([]);
  });

  test("CON-052 web sources hold a search word and open their address with it", async ({ app }) => {
    const admin = await app.as("crmAdmin");
    const { no } = await given.contact(app);
    const code = await aCode(admin, "web-sources", { url: "https://s.test/?q=%1" });
    const path = `/contacts/${no}/web-sources/${code}`;

    const added = await admin.put(path, { searchWord: "steel" });
    expect(added).toMatchObject({
      status: 201,
      body: { code, searchWord: "steel", launchUrl: "https://s.test/?q=steel", version: 1 },
    });
    expect((await admin.get(`${path}/launch`)).body).toEqual({ url: "https://s.test/?q=steel" });

    const changed = await admin.put(path, { searchWord: "wood & wire" }, { "if-match": '"1"' });
    expect(changed).toMatchObject({ status: 200, body: { version: 2, searchWord: "wood & wire" } });
    expect((await admin.get(`${path}/launch`)).body.url).toBe("https://s.test/?q=wood%20%26%20wire");
    expect((await admin.put(path, { searchWord: "iron" }, { "if-match": '"1"' })).status).toBe(412);
    expect((await admin.delete(path, { "if-match": '"1"' })).status).toBe(412);
    expect((await admin.put(path, {})).body).toMatchObject({ version: 2, searchWord: "wood & wire" });
    expect((await admin.put(path, { searchWord: "x".repeat(31) })).status).toBe(422);
  });

  test("a web source without an address opens nothing", async ({ app }) => {
    const admin = await app.as("crmAdmin");
    const { no } = await given.contact(app);
    const code = await aCode(admin, "web-sources");
    await admin.put(`/contacts/${no}/web-sources/${code}`, { searchWord: "steel" });

    const launch = await admin.get(`/contacts/${no}/web-sources/${code}/launch`);

    expect(launch).toMatchObject({ status: 422, body: { code: "web_source_url_blank" } });
    expect((await admin.get(`/contacts/${no}/web-sources`)).body.items).toMatchObject([{ launchUrl: null }]);
  });

  test("refuse what does not exist and who may not write", async ({ app }) => {
    const admin = await app.as("crmAdmin");
    const viewer = await app.as("viewer");
    const { no } = await given.contact(app);
    const code = await aCode(admin, "mailing-groups");

    expect((await admin.put(`/contacts/${no}/mailing-groups/NOWHERE`, undefined)).body.code).toBe(
      "not_found",
    );
    expect((await admin.put(`/contacts/NOBODY/mailing-groups/${code}`, undefined)).body.code).toBe(
      "contact_not_found",
    );
    expect((await admin.get("/contacts/NOBODY/mailing-groups")).status).toBe(404);
    expect((await viewer.put(`/contacts/${no}/mailing-groups/${code}`, undefined)).status).toBe(403);
    expect((await viewer.get(`/contacts/${no}/mailing-groups`)).status).toBe(200);
  });

  test("keep a contact from becoming the other type", async ({ app }) => {
    const admin = await app.as("crmAdmin");
    const company = await given.contact(app);
    const person = await given.contact(app, { type: "person" });
    const industry = await aCode(admin, "industry-groups");
    const source = await aCode(admin, "web-sources");
    const job = await aCode(admin, "job-responsibilities");
    const turn = async (no: string, type: string) => (await admin.patch(`/contacts/${no}`, { type })).body;

    await admin.put(`/contacts/${company.no}/web-sources/${source}`, {});
    expect(await turn(company.no, "person")).toMatchObject({
      code: "contact_type_field",
      errors: [{ path: "webSources" }],
    });
    await admin.put(`/contacts/${company.no}/industry-groups/${industry}`, undefined);
    expect((await turn(company.no, "person")).errors).toMatchObject([{ path: "industryGroups" }]);
    await admin.put(`/contacts/${person.no}/job-responsibilities/${job}`, undefined);
    expect((await turn(person.no, "company")).errors).toMatchObject([{ path: "jobResponsibilities" }]);

    await admin.delete(`/contacts/${person.no}/job-responsibilities/${job}`);
    expect(await turn(person.no, "company")).toMatchObject({ type: "company" });
  });
});

test("contacts are found by their groups and responsibilities", async ({ app }) => {
  const admin = await app.as("crmAdmin");
  const people = [
    await given.contact(app, { type: "person" }),
    await given.contact(app, { type: "person" }),
    await given.contact(app, { type: "person" }),
  ];
  const [first, second, third] = people.map(({ no }) => no);
  const xmas = await aCode(admin, "mailing-groups");
  const news = await aCode(admin, "mailing-groups");
  const buyer = await aCode(admin, "job-responsibilities");
  const industry = await aCode(admin, "industry-groups");
  const company = await given.contact(app);
  await admin.put(`/contacts/${first}/mailing-groups/${xmas}`, undefined);
  await admin.put(`/contacts/${second}/mailing-groups/${news}`, undefined);
  await admin.put(`/contacts/${second}/job-responsibilities/${buyer}`, undefined);
  await admin.put(`/contacts/${third}/job-responsibilities/${buyer}`, undefined);
  await admin.put(`/contacts/${company.no}/industry-groups/${industry}`, undefined);
  const found = async (query: string) => {
    const { body } = await admin.get(`/contacts?sort=no&count=true&${query}`);
    expect(body.totalCount).toBe(body.items.length);
    return body.items.map(({ no }: { no: string }) => no);
  };

  expect(await found(`mailingGroupCode=${xmas}`)).toEqual([first]);
  expect(await found(`mailingGroupCode=${xmas},${news.toLowerCase()}`)).toEqual([first, second]);
  expect(await found(`mailingGroupCode=${news}&jobResponsibilityCode=${buyer}`)).toEqual([second]);
  expect(await found(`industryGroupCode=${industry}`)).toEqual([company.no]);
  expect(await found("mailingGroupCode=NOWHERE")).toEqual([]);
});
