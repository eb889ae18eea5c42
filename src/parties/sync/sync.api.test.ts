import { describe, expect } from "vitest";
import { type TestApp, test } from "#app/testing.ts";
import { reservedCodes, setUpParties, sure } from "../testing.ts";

async function begin(app: TestApp) {
  const admin = await setUpParties(app);
  await admin.post("/salespeople", { code: "SX" });
  return { admin, given: sure(admin) };
}

describe("a new party", () => {
  test("CON-054 a new customer gets a contact where the code is set, else none", async ({ app }) => {
    const { given } = await begin(app);

    const customer = await given.post("/customers", { name: "Alfa", city: "Pori" });
    await given.patch("/marketing-setup", { busRelCodeForCustomers: null });
    const without = await given.post("/customers", { name: "Beta" });
    await given.patch("/marketing-setup", reservedCodes());

    expect(await given.get(`/contacts/${customer.contactNo}`)).toMatchObject({
      type: "company",
      name: "Alfa",
      city: "Pori",
      businessRelation: "customer",
    });
    expect(without.contactNo).toBeNull();
    expect((await given.get("/contacts?search=Beta")).items).toEqual([]);
  });

  test("vendors and bank accounts get companies, a private customer a person who is talked to, employees nobody", async ({
    app,
  }) => {
    const { given } = await begin(app);

    const vendor = await given.post("/vendors", { name: "Tukku" });
    const bank = await given.post("/bank-accounts", { name: "Pankki" });
    const person = await given.post("/customers", { name: "Leevi Juhani Aro", contactType: "person" });
    const employee = await given.post("/employees", { firstName: "Aili", lastName: "Aro" });

    expect(await given.get(`/contacts/${vendor.contactNo}`)).toMatchObject({ businessRelation: "vendor" });
    expect(await given.get(`/contacts/${bank.contactNo}`)).toMatchObject({ businessRelation: "bankAccount" });
    expect(await given.get(`/contacts/${person.contactNo}`)).toMatchObject({
      type: "person",
      firstName: "Leevi",
      companyNo: null,
      businessRelation: "customer",
    });
    expect(person).toMatchObject({ primaryContactNo: person.contactNo, contactName: "Leevi Juhani Aro" });
    expect(employee.contactNo).toBeNull();
  });

  test("takes no defaults for its contact but the salutation", async ({ app }) => {
    const { given } = await begin(app);
    await given.post("/territories", { code: "NORTH" });
    await given.post("/salutations", { code: "FIRM" });
    await given.patch("/marketing-setup", {
      defaultTerritoryCode: "NORTH",
      defaultCompanySalutationCode: "FIRM",
    });

    const { contactNo } = await given.post("/vendors", { name: "Tukku" });
    await given.patch("/marketing-setup", { defaultTerritoryCode: null });

    expect(await given.get(`/contacts/${contactNo}`)).toMatchObject({
      territoryCode: null,
      salutationCode: "FIRM",
    });
  });

  test("gives its link to the row that waits for it", async ({ app }) => {
    const { given } = await begin(app);
    const company = await given.post("/contacts", { name: "Odottaja" });
    const person = await given.post("/contacts", { type: "person", name: "Aila Odo", companyNo: company.no });
    await given.post(`/contacts/${company.no}/business-relations`, {
      businessRelationCode: "CUST",
      linkTo: "customer",
    });

    const customer = await given.post("/customers", { name: "Tullut", primaryContactNo: person.no });

    expect(customer).toMatchObject({ contactNo: company.no, contactName: "Aila Odo" });
    expect((await given.get("/contacts?search=Tullut")).items).toEqual([]);
    expect(await given.get(`/contacts/${company.no}`)).toMatchObject({
      name: "Odottaja",
      businessRelation: "customer",
    });
  });
});

describe("a party that changes", () => {
  test("CON-065 a contact follows its customer", async ({ app }) => {
    const { given } = await begin(app);
    const { no, contactNo } = await given.post("/customers", { name: "Alfa" });

    await given.patch(`/customers/${no}`, { name: "Alfa Trading", registrationNo: "888" });

    expect(await given.get(`/contacts/${contactNo}`)).toMatchObject({
      name: "Alfa Trading",
      companyName: "Alfa Trading",
      searchName: "ALFA TRADING",
      registrationNo: "888",
    });
  });

  test("CON-068 a change of what is not shared leaves a deviating contact alone", async ({ app }) => {
    const { given } = await begin(app);
    await given.patch("/marketing-setup", { busRelCodeForVendors: null });
    const vendor = await given.post("/vendors", { name: "AAA" });
    await given.patch("/marketing-setup", reservedCodes());
    const contact = await given.post("/contacts", { name: "XXX" });
    await given.post(`/contacts/${contact.no}/business-relations`, {
      businessRelationCode: "VEND",
      linkTo: "vendor",
      linkNo: vendor.no,
    });

    await given.patch(`/vendors/${vendor.no}`, { purchaserCode: "SX" });
    const untouched = await given.get(`/contacts/${contact.no}`);
    await given.patch(`/vendors/${vendor.no}`, { city: "Turku" });

    expect(untouched.name).toBe("XXX");
    expect(await given.get(`/contacts/${contact.no}`)).toMatchObject({ name: "AAA", city: "Turku" });
  });

  test("the other parties of the contact follow too, and the origin hears no echo", async ({ app }) => {
    const { given } = await begin(app);
    const customer = await given.post("/customers", { name: "Alfa" });
    const vendor = await given.post(`/contacts/${customer.contactNo}/create-as`, { kind: "vendor" });
    const bank = await given.post(`/contacts/${customer.contactNo}/create-as`, { kind: "bankAccount" });
    const before = await given.get(`/contacts/${customer.contactNo}`);

    const changed = await given.patch(`/customers/${customer.no}`, { name: "Beta", phoneNo: "12" });

    expect(changed.version).toBe(2);
    expect((await given.get(`/customers/${customer.no}`)).version).toBe(2);
    const contact = await given.get(`/contacts/${customer.contactNo}`);
    expect(contact).toMatchObject({ name: "Beta", phoneNo: "12", version: before.version + 1 });
    for (const path of [`/vendors/${vendor.no}`, `/bank-accounts/${bank.no}`])
      expect(await given.get(path)).toMatchObject({ name: "Beta", phoneNo: "12" });
  });

  test("its people follow the company that followed it", async ({ app }) => {
    const { given } = await begin(app);
    const customer = await given.post("/customers", { name: "Alfa", phoneNo: "1" });
    const person = await given.post("/contacts", {
      type: "person",
      name: "Ida Alfa",
      companyNo: customer.contactNo,
    });
    const employee = await given.post(`/contacts/${person.no}/create-as`, { kind: "employee" });

    await given.patch(`/customers/${customer.no}`, { name: "Beta", phoneNo: "2" });

    expect(await given.get(`/contacts/${person.no}`)).toMatchObject({ companyName: "Beta", phoneNo: "2" });
    expect(await given.get(`/employees/${employee.no}`)).toMatchObject({ phoneNo: "2" });
  });

  test("a person's own name parts and a country's post code survive a change of something else", async ({
    app,
  }) => {
    const { given } = await begin(app);
    await given.post("/countries", { code: "NO" });
    const { no, contactNo } = await given.post("/customers", {
      name: "Maria del Carmen Ruiz",
      contactType: "person",
    });
    await given.patch(`/contacts/${contactNo}`, {
      firstName: "Maria",
      middleName: null,
      surname: "del Carmen Ruiz",
    });

    await given.patch(`/customers/${no}`, { countryCode: "NO", postCode: "0150", city: "Oslo" });

    expect(await given.get(`/contacts/${contactNo}`)).toMatchObject({
      firstName: "Maria",
      surname: "del Carmen Ruiz",
      postCode: "0150",
      city: "Oslo",
    });
  });

  test("a deviating privacy block of the contact is not lifted by the way", async ({ app }) => {
    const { given, admin } = await begin(app);
    const { no, contactNo } = await given.post("/customers", { name: "Alfa" });
    await app.owner
      .updateTable("contacts")
      .set({ privacy_blocked: true })
      .where("no", "=", contactNo)
      .execute();

    const user = await app.as("crmUser");
    const changed = await user.patch(`/customers/${no}`, { city: "Turku" });

    expect(changed.status, changed.text).toBe(200);
    expect((await admin.get(`/contacts/${contactNo}`)).body).toMatchObject({
      privacyBlocked: true,
      city: "Turku",
    });
  });

  test("a name is written where the linked contact has none", async ({ app }) => {
    const { given } = await begin(app);
    const { no, contactNo } = await given.post("/customers", { name: "Alfa" });
    await app.owner.updateTable("contacts").set({ name: null }).where("no", "=", contactNo).execute();

    await given.patch(`/customers/${no}`, { externalId: `renamed-${no}` });

    expect(await given.get(`/contacts/${contactNo}`)).toMatchObject({ name: "Alfa" });
  });

  test("CON-069 a customer stays when its contact is deleted, and the contact when the customer is", async ({
    app,
  }) => {
    const { given } = await begin(app);
    const first = await given.post("/customers", { name: "Alfa" });
    const second = await given.post("/customers", { name: "Beta" });

    await given.delete(`/contacts/${first.contactNo}`);
    await given.delete(`/customers/${second.no}`);

    expect(await given.get(`/customers/${first.no}`)).toMatchObject({ name: "Alfa", contactNo: null });
    expect(await given.get(`/contacts/${second.contactNo}`)).toMatchObject({
      name: "Beta",
      businessRelation: "none",
    });
    expect((await given.get(`/contacts/${second.contactNo}/business-relations`)).items).toEqual([]);
  });
});

describe("a contact that changes", () => {
  test("CON-066 a vendor follows; its purchaser and its number stay", async ({ app }) => {
    const { given } = await begin(app);
    const vendor = await given.post("/vendors", { name: "Alfa", purchaserCode: "SX" });

    await given.patch(`/contacts/${vendor.contactNo}`, { name: "Beta", email: "beta@beta.test" });
    const followed = await given.get(`/vendors/${vendor.no}`);

    expect(followed).toMatchObject({
      no: vendor.no,
      name: "Beta",
      email: "beta@beta.test",
      purchaserCode: "SX",
    });
    expect(followed.lastModifiedAt > vendor.lastModifiedAt).toBe(true);
  });

  test("CON-067 our contact of a bank account and the salesperson of its contact are not exchanged", async ({
    app,
  }) => {
    const { given } = await begin(app);
    await given.post("/salespeople", { code: "SY" });
    const bank = await given.post("/bank-accounts", { name: "Pankki", ourContactCode: "SX" });
    await given.patch(`/contacts/${bank.contactNo}`, { salespersonCode: "SY" });

    await given.patch(`/contacts/${bank.contactNo}`, { name: "Uusi" });
    await given.patch(`/bank-accounts/${bank.no}`, { city: "Lahti" });

    expect(await given.get(`/bank-accounts/${bank.no}`)).toMatchObject({
      name: "Uusi",
      ourContactCode: "SX",
    });
    expect(await given.get(`/contacts/${bank.contactNo}`)).toMatchObject({
      city: "Lahti",
      salespersonCode: "SY",
    });
  });

  test("a customer follows the salesperson, the type and the privacy block of its contact", async ({
    app,
  }) => {
    const { given } = await begin(app);
    const person = await given.post("/contacts", { type: "person", name: "Mielo Saari" });
    const customer = await given.post(`/contacts/${person.no}/create-as`, { kind: "customer" });

    await given.patch(`/contacts/${person.no}`, { salespersonCode: "SX", privacyBlocked: true });
    const asPerson = await given.get(`/customers/${customer.no}`);
    await given.patch(`/contacts/${person.no}`, { type: "company" });

    expect(asPerson).toMatchObject({ contactType: "person", salespersonCode: "SX", privacyBlocked: true });
    expect(await given.get(`/customers/${customer.no}`)).toMatchObject({ contactType: "company" });
  });

  test("what parties do not share does not touch them", async ({ app }) => {
    const { given } = await begin(app);
    const { no, contactNo, version } = await given.post("/customers", { name: "Alfa" });

    await given.patch(`/contacts/${contactNo}`, { excludeFromSegment: true, email2: "x@y.test" });

    expect(await given.get(`/customers/${no}`)).toMatchObject({ version });
  });

  test("an employee follows the parts of the name", async ({ app }) => {
    const { given } = await begin(app);
    const person = await given.post("/contacts", { type: "person", name: "Ann Oak" });
    const employee = await given.post(`/contacts/${person.no}/create-as`, { kind: "employee" });

    await given.patch(`/contacts/${person.no}`, { surname: "Elm", pager: "7" });

    expect(await given.get(`/employees/${employee.no}`)).toMatchObject({
      name: "Ann Elm",
      lastName: "Elm",
      pager: "7",
    });
  });
});

test("CON-070 the contacts of a customer are the company and its people", async ({ app }) => {
  const { admin, given } = await begin(app);
  const customer = await given.post("/customers", { name: "Alfa" });
  for (const name of ["Eka Alfa", "Toka Alfa"])
    await given.post("/contacts", { type: "person", name, companyNo: customer.contactNo });
  const alone = await given.post("/customers", { name: "Yksi Nainen", contactType: "person" });
  await given.patch("/marketing-setup", { busRelCodeForCustomers: null });
  const unlinked = await given.post("/customers", { name: "Irti" });
  await given.patch("/marketing-setup", reservedCodes());
  const names = async (no: string) =>
    (await given.get(`/customers/${no}/contacts`)).items.map((contact: { name: string }) => contact.name);

  expect(await names(customer.no)).toEqual(["Alfa", "Eka Alfa", "Toka Alfa"]);
  expect(await names(alone.no)).toEqual(["Yksi Nainen"]);
  expect(await names(unlinked.no)).toEqual([]);
  expect((await admin.get("/customers/NOBODY/contacts")).status).toBe(404);
  const alonePeople = (await given.get("/contacts?hasCompany=false&limit=200")).items;
  expect(alonePeople.map(({ no }: { no: string }) => no)).toContain(alone.contactNo);
  expect(alonePeople.map(({ no }: { no: string }) => no)).not.toContain(customer.contactNo);
});
