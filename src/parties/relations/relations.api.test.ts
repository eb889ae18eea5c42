import { describe, expect } from "vitest";
import { type TestApp, test } from "#app/testing.ts";
import { reservedCodes, setUpParties, sure } from "../testing.ts";

async function begin(app: TestApp) {
  const admin = await setUpParties(app);
  return { admin, given: sure(admin) };
}

type Given = ReturnType<typeof sure>;

/** A customer that no contact is linked to: made while customers are not synchronized. */
async function unlinkedCustomer(given: Given, values: object = {}) {
  await given.patch("/marketing-setup", { busRelCodeForCustomers: null });
  const customer = await given.post("/customers", { name: "Vanha", ...values });
  await given.patch("/marketing-setup", { busRelCodeForCustomers: "CUST" });
  return customer;
}

const relationOf = async (given: Given, no: string) => (await given.get(`/contacts/${no}`)).businessRelation;

describe("relation rows", () => {
  test("CON-016 a new person without relations has no row and is none", async ({ app }) => {
    const { given } = await begin(app);

    const person = await given.post("/contacts", { type: "person", name: "Oona Salo" });

    expect(person.businessRelation).toBe("none");
    expect((await given.get(`/contacts/${person.no}/business-relations`)).items).toEqual([]);
  });

  test("CON-064 a plain row cannot have a reserved code", async ({ app }) => {
    const { admin, given } = await begin(app);
    const company = await given.post("/contacts", { name: "Alfa" });

    const answer = await admin.post(`/contacts/${company.no}/business-relations`, {
      businessRelationCode: "CUST",
    });

    expect(answer.body).toMatchObject({
      status: 409,
      code: "relation_reserved_code",
      errors: [{ path: "businessRelationCode" }],
    });
  });

  test("CON-084 only a plain row makes other, and CON-083 links count", async ({ app }) => {
    const { given } = await begin(app);
    const { no } = await given.post("/contacts", { name: "Alfa" });
    const press = await given.post("/contacts", { name: "Lehti" });

    await given.post(`/contacts/${press.no}/business-relations`, { businessRelationCode: "PRESS" });
    const none = await relationOf(given, no);
    const customer = await given.post(`/contacts/${no}/create-as`, { kind: "customer" });
    const one = await relationOf(given, no);
    await given.post(`/contacts/${no}/create-as`, { kind: "vendor" });
    const two = await relationOf(given, no);
    await given.delete(`/vendors/${(await given.get(`/contacts/${no}/business-relations`)).items[1].linkNo}`);
    await given.delete(`/contacts/${no}/business-relations/CUST`);

    expect(await relationOf(given, press.no)).toBe("other");
    expect([none, one, two]).toEqual(["none", "customer", "multiple"]);
    expect(await relationOf(given, no)).toBe("none");
    expect(await given.get(`/customers/${customer.no}`)).toMatchObject({ name: "Alfa", contactNo: null });
  });

  test("CON-085 a person without rows shows what its company is", async ({ app }) => {
    const { given } = await begin(app);
    const company = await given.post("/contacts", { name: "Kauppa" });
    const early = await given.post("/contacts", { type: "person", name: "Eero Aho", companyNo: company.no });
    await given.post(`/contacts/${company.no}/create-as`, { kind: "customer" });
    const person = await given.post("/contacts", { type: "person", name: "Ulla Niemi" });

    const joined = await given.patch(`/contacts/${person.no}`, { companyNo: company.no });
    const late = await given.post("/contacts", { type: "person", name: "Lauri Aho", companyNo: company.no });
    const read = await relationOf(given, person.no);
    const left = await given.patch(`/contacts/${person.no}`, { companyNo: null });

    expect(joined.businessRelation).toBe("customer");
    expect(read).toBe("customer");
    expect(late.businessRelation).toBe("customer");
    expect(await relationOf(given, early.no)).toBe("customer");
    expect(left.businessRelation).toBe("none");
  });

  test("CON-006 renaming a code renames it in the set-up; whoever has it stays what they are", async ({
    app,
  }) => {
    const { given } = await begin(app);
    await given.post("/business-relations", { code: "KUNDE" });
    await given.patch("/marketing-setup", { busRelCodeForCustomers: "KUNDE" });
    const nos: string[] = [];
    for (const name of ["Yksi", "Kaksi", "Kolme"]) {
      const { no } = await given.post("/contacts", { name });
      await given.post(`/contacts/${no}/create-as`, { kind: "customer" });
      nos.push(no);
    }

    await given.patch("/business-relations/KUNDE", { code: "CUST2" });

    expect(await given.get("/marketing-setup")).toMatchObject({ busRelCodeForCustomers: "CUST2" });
    expect(await given.get("/business-relations/CUST2")).toMatchObject({ noOfContacts: 3 });
    for (const no of nos) expect(await relationOf(given, no)).toBe("customer");
    await given.patch("/marketing-setup", reservedCodes());
    for (const no of nos) expect(await relationOf(given, no)).toBe("other");
  });

  test("CON-029 a company with a row cannot become a person", async ({ app }) => {
    const { admin, given } = await begin(app);
    const { no } = await given.post("/contacts", { name: "Alfa" });
    await given.post(`/contacts/${no}/business-relations`, { businessRelationCode: "PRESS" });

    const answer = await admin.patch(`/contacts/${no}`, { type: "person" });

    expect(answer.body).toMatchObject({
      status: 409,
      code: "contact_type_field",
      errors: [{ path: "businessRelations" }],
    });
  });

  test("a linked row is guarded from both sides and replaces a plain one of its code", async ({ app }) => {
    const { admin, given } = await begin(app);
    const alfa = await given.post("/contacts", { name: "Alfa" });
    const beta = await given.post("/contacts", { name: "Beta" });
    const first = await unlinkedCustomer(given);
    const second = await unlinkedCustomer(given);
    await given.post(`/contacts/${alfa.no}/business-relations`, { businessRelationCode: "PRESS" });
    const link = (no: string, linkNo: string) =>
      admin.post(`/contacts/${no}/business-relations`, {
        businessRelationCode: "PRESS",
        linkTo: "customer",
        linkNo,
      });

    const linked = await link(alfa.no, first.no);
    const again = await link(alfa.no, second.no);
    const other = await link(beta.no, first.no);
    const missing = await link(beta.no, "NOBODY");

    expect(linked.body).toMatchObject({ linkTo: "customer", linkNo: first.no, isOpenable: false });
    expect(again.body).toMatchObject({
      code: "relation_contact_linked",
      values: { contactNo: alfa.no, partyNo: first.no },
    });
    expect(other.body).toMatchObject({
      code: "relation_party_linked",
      values: { partyNo: first.no, contactNo: alfa.no },
    });
    expect(missing.body).toMatchObject({ code: "party_not_found" });
    expect((await given.get(`/contacts/${alfa.no}/business-relations`)).items).toHaveLength(1);
  });

  test("linking needs parties.write, plain rows contacts.write", async ({ app }) => {
    const { given } = await begin(app);
    const { no } = await given.post("/contacts", { name: "Alfa" });
    const customer = await unlinkedCustomer(given);
    const path = `/contacts/${no}/business-relations`;
    const writer = await app.as("admin", ["contacts.write", "contacts.read"]);
    const viewer = await app.as("viewer");

    const linked = await writer.post(path, {
      businessRelationCode: "CUST",
      linkTo: "customer",
      linkNo: customer.no,
    });

    expect(linked.status).toBe(403);
    expect((await writer.post(path, { businessRelationCode: "PRESS" })).status).toBe(201);
    expect((await writer.post(`/contacts/${no}/create-as`, { kind: "customer" })).status).toBe(403);
    expect(
      (await writer.post(`/contacts/${no}/link`, { kind: "customer", partyNo: customer.no })).status,
    ).toBe(403);
    expect((await viewer.get(path)).status).toBe(200);
    expect((await viewer.delete(`${path}/PRESS`)).status).toBe(403);
  });

  test("contacts are found by their relation and by the code of their rows", async ({ app }) => {
    const { given } = await begin(app);
    const company = await given.post("/contacts", { name: "Löytyvä" });
    await given.post("/contacts", { type: "person", name: "Lumi Löytyvä", companyNo: company.no });
    await given.post(`/contacts/${company.no}/create-as`, { kind: "customer" });
    const names = async (filter: string) =>
      (await given.get(`/contacts?search=Löytyvä&${filter}`)).items.map(({ name }: { name: string }) => name);

    expect(await names("businessRelation=customer,vendor")).toEqual(["Löytyvä", "Lumi Löytyvä"]);
    expect(await names("businessRelation=other")).toEqual([]);
    expect(await names("businessRelationCode=cust")).toEqual(["Löytyvä"]);
    expect(await names("businessRelationCode=PRESS")).toEqual([]);
  });

  test("a row of a contact counts as a change of it", async ({ app }) => {
    const { given } = await begin(app);
    const { no, lastModifiedAt, version } = await given.post("/contacts", { name: "Alfa" });

    await given.post(`/contacts/${no}/business-relations`, { businessRelationCode: "PRESS" });
    const contact = await given.get(`/contacts/${no}`);

    expect(contact.lastModifiedAt > lastModifiedAt).toBe(true);
    expect(contact.version).toBe(version);
  });
});
