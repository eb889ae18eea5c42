import { describe, expect } from "vitest";
import { type TestApp, test } from "#app/testing.ts";
import { reservedCodes, setUpParties, sure } from "../testing.ts";

async function begin(app: TestApp) {
  const admin = await setUpParties(app);
  return { admin, given: sure(admin) };
}

async function unlinked(given: ReturnType<typeof sure>, values: object) {
  await given.patch("/marketing-setup", { busRelCodeForCustomers: null, busRelCodeForVendors: null });
  const customer = await given.post("/customers", values);
  await given.patch("/marketing-setup", reservedCodes());
  return customer;
}

describe("primary contact", () => {
  test("CON-074 a person gives its name and nothing else", async ({ app }) => {
    const { given } = await begin(app);
    const customer = await given.post("/customers", { name: "K", phoneNo: "1", email: "k@k.test" });
    const person = await given.post("/contacts", {
      type: "person",
      name: "Pia Piha",
      companyNo: customer.contactNo,
      phoneNo: "2",
      email: "p@k.test",
    });

    const changed = await given.patch(`/customers/${customer.no}`, { primaryContactNo: person.no });

    expect(changed).toMatchObject({
      primaryContactNo: person.no,
      contactName: "Pia Piha",
      phoneNo: "1",
      email: "k@k.test",
    });
  });

  test("the company gives its phones and its e-mail, and takes the name away", async ({ app }) => {
    const { given } = await begin(app);
    const customer = await given.post("/customers", { name: "K", contactName: "Vanha Nimi", phoneNo: "1" });
    await given.patch("/marketing-setup", { inheritCommunication: false });
    await app.owner
      .updateTable("contacts")
      .set({ phone_no: "3", email: "k@k.test" })
      .where("no", "=", customer.contactNo)
      .execute();

    const changed = await given.patch(`/customers/${customer.no}`, { primaryContactNo: customer.contactNo });
    await given.patch("/marketing-setup", { inheritCommunication: true });

    expect(changed).toMatchObject({
      primaryContactNo: customer.contactNo,
      contactName: null,
      phoneNo: "3",
      email: "k@k.test",
    });
  });

  test("CON-075 a standalone person joins the company that is made of the customer", async ({ app }) => {
    const { given } = await begin(app);
    const customer = await unlinked(given, { name: "Uusi Yritys", city: "Raahe" });
    const person = await given.post("/contacts", { type: "person", name: "Pia Piha" });

    const changed = await given.patch(`/customers/${customer.no}`, { primaryContactNo: person.no });

    expect(changed.contactNo).not.toBeNull();
    expect(await given.get(`/contacts/${changed.contactNo}`)).toMatchObject({
      type: "company",
      name: "Uusi Yritys",
      city: "Raahe",
      businessRelation: "customer",
    });
    expect(await given.get(`/contacts/${person.no}`)).toMatchObject({
      companyNo: changed.contactNo,
      city: "Raahe",
      businessRelation: "customer",
    });
  });

  test("CON-076 a person of an unlinked company links the customer to that company", async ({ app }) => {
    const { given } = await begin(app);
    const customer = await unlinked(given, { name: "Asiakas" });
    const company = await given.post("/contacts", { name: "K" });
    const person = await given.post("/contacts", { type: "person", name: "Pia Piha", companyNo: company.no });

    const changed = await given.patch(`/customers/${customer.no}`, { primaryContactNo: person.no });

    expect(changed).toMatchObject({ contactNo: company.no, contactName: "Pia Piha", name: "Asiakas" });
    expect(await given.get(`/contacts/${company.no}`)).toMatchObject({ businessRelation: "customer" });
  });

  test("a company that has a customer already gets no second one", async ({ app }) => {
    const { admin, given } = await begin(app);
    const taken = await given.post("/customers", { name: "Varattu" });
    const person = await given.post("/contacts", { type: "person", name: "Pia", companyNo: taken.contactNo });
    const customer = await unlinked(given, { name: "Toinen" });

    const answer = await admin.patch(`/customers/${customer.no}`, { primaryContactNo: person.no });

    expect(answer.body).toMatchObject({
      code: "relation_contact_linked",
      values: { contactNo: taken.contactNo, partyNo: taken.no },
    });
  });

  test("CON-077 who does not belong to the linked contact is refused", async ({ app }) => {
    const { admin, given } = await begin(app);
    const customer = await given.post("/customers", { name: "K" });
    const person = await given.post("/contacts", { type: "person", name: "Pia Piha" });
    const company = await given.post("/contacts", { name: "Muu" });
    const free = await unlinked(given, { name: "Vapaa" });
    const choose = async (no: string, primaryContactNo: string) =>
      (await admin.patch(`/customers/${no}`, { primaryContactNo })).body;

    for (const answer of [
      await choose(customer.no, person.no),
      await choose(customer.no, company.no),
      await choose(free.no, company.no),
    ])
      expect(answer).toMatchObject({
        status: 409,
        code: "party_contact_not_related",
        errors: [{ path: "primaryContactNo" }],
      });
    expect(await choose(customer.no, "NOBODY")).toMatchObject({ status: 422, code: "not_found" });
  });

  test("customers who are people may name anybody", async ({ app }) => {
    const { given } = await begin(app);
    const customer = await given.post("/customers", { name: "Leo Lahti", contactType: "person" });
    const other = await given.post("/contacts", { type: "person", name: "Vaimo Lahti" });

    const changed = await given.patch(`/customers/${customer.no}`, { primaryContactNo: other.no });

    expect(changed).toMatchObject({ contactName: "Vaimo Lahti", contactNo: customer.contactNo });
  });

  test("CON-078 who is deleted is forgotten", async ({ app }) => {
    const { given } = await begin(app);
    const customer = await given.post("/customers", { name: "K", contactName: "Pia Piha" });
    expect(customer.primaryContactNo).not.toBeNull();

    await given.delete(`/contacts/${customer.primaryContactNo}`);

    expect(await given.get(`/customers/${customer.no}`)).toMatchObject({
      primaryContactNo: null,
      contactName: null,
      contactNo: customer.contactNo,
    });
  });

  test("CON-079 a new person of the company changes neither", async ({ app }) => {
    const { given } = await begin(app);
    const customer = await given.post("/customers", { name: "K" });

    await given.post("/contacts", { type: "person", name: "Pia Piha", companyNo: customer.contactNo });

    expect(await given.get(`/customers/${customer.no}`)).toMatchObject({
      primaryContactNo: null,
      contactName: null,
    });
  });

  test("clearing it clears the name; what was read may be sent back", async ({ app }) => {
    const { given } = await begin(app);
    const customer = await given.post("/customers", { name: "K", contactName: "Pia Piha" });
    const { primaryContactNo } = customer;

    const same = await given.patch(`/customers/${customer.no}`, {
      primaryContactNo,
      contactName: "Pia Piha",
    });
    const cleared = await given.patch(`/customers/${customer.no}`, { primaryContactNo: null });

    expect(same.version).toBe(customer.version);
    expect(cleared).toMatchObject({ primaryContactNo: null, contactName: null });
  });
});

describe("contact name", () => {
  test("a name where there was nobody creates the person, who inherits from the company", async ({ app }) => {
    const { given } = await begin(app);
    const vendor = await given.post("/vendors", { name: "Tukku", phoneNo: "55" });

    const changed = await given.patch(`/vendors/${vendor.no}`, { contactName: "Kim Lee" });
    const renamed = await given.patch(`/vendors/${vendor.no}`, { contactName: "Kim Lea" });

    expect(await given.get(`/contacts/${changed.primaryContactNo}`)).toMatchObject({
      type: "person",
      firstName: "Kim",
      surname: "Lee",
      companyNo: vendor.contactNo,
      phoneNo: "55",
      businessRelation: "vendor",
    });
    expect(renamed).toMatchObject({ contactName: "Kim Lea", primaryContactNo: changed.primaryContactNo });
  });

  test("follows the person's name, and that of a private customer the customer's", async ({ app }) => {
    const { given } = await begin(app);
    const customer = await given.post("/customers", { name: "K", contactName: "Pia Piha" });
    const person = await given.post("/customers", { name: "Leo Lahti", contactType: "person" });

    await given.patch(`/contacts/${customer.primaryContactNo}`, { surname: "Pelto" });
    const renamed = await given.patch(`/customers/${person.no}`, { name: "Leo Laine" });
    await given.patch(`/contacts/${person.contactNo}`, { surname: "Lampi" });

    expect(await given.get(`/customers/${customer.no}`)).toMatchObject({ contactName: "Pia Pelto" });
    expect(renamed).toMatchObject({ contactName: "Leo Laine", version: 2 });
    expect(await given.get(`/customers/${person.no}`)).toMatchObject({
      name: "Leo Lampi",
      contactName: "Leo Lampi",
    });
  });

  test("stays plain text where the party has no contact", async ({ app }) => {
    const { given } = await begin(app);
    const customer = await unlinked(given, { name: "Irti", contactName: "Kim Lee" });

    expect(customer).toMatchObject({ contactName: "Kim Lee", primaryContactNo: null });
  });
});
