import { describe, expect } from "vitest";
import { type TestApp, test } from "#app/testing.ts";
import { countStored, storeIn, uploadTo } from "#attachments/testing.ts";
import { pngOf } from "#pictures/testing.ts";
import { setUpParties, sure } from "../testing.ts";
import { type SyncPolicy, syncPolicies } from "./sync-policy.rules.ts";

async function begin(app: TestApp) {
  const admin = await setUpParties(app);
  return { admin, given: sure(admin) };
}

type Given = ReturnType<typeof sure>;

const logOf = async (given: Given, filter: string) => (await given.get(`/sync-log?${filter}`)).items;

async function linkedCustomer(given: Given, policy: SyncPolicy) {
  const customer = await given.post("/customers", { name: "Alfa", city: "Pori" });
  const path = `/contacts/${customer.contactNo}/business-relations/CUST`;
  expect((await given.patch(path, { syncPolicy: policy })).syncPolicy).toBe(policy);
  return customer;
}

describe("B8 a link lets through what its policy says", () => {
  test.for<[SyncPolicy, { contactFollows: boolean; partyFollows: boolean }]>([
    ["both", { contactFollows: true, partyFollows: true }],
    ["contactToParty", { contactFollows: false, partyFollows: true }],
    ["partyToContact", { contactFollows: true, partyFollows: false }],
    ["off", { contactFollows: false, partyFollows: false }],
  ])("%s: %j", async ([policy, { contactFollows, partyFollows }], { app }) => {
    const { given } = await begin(app);
    const byParty = await linkedCustomer(given, policy);
    const byContact = await linkedCustomer(given, policy);

    await given.patch(`/customers/${byParty.no}`, { city: "Rauma" });
    await given.patch(`/contacts/${byContact.contactNo}`, { city: "Vaasa" });

    const contact = await given.get(`/contacts/${byParty.contactNo}`);
    const customer = await given.get(`/customers/${byContact.no}`);
    expect(contact.city).toBe(contactFollows ? "Rauma" : "Pori");
    expect(customer.city).toBe(partyFollows ? "Vaasa" : "Pori");
    expect(customer).toMatchObject({ syncPolicy: policy, businessRelationCode: "CUST" });
    // No echo: whoever was changed by hand was written once.
    expect((await given.get(`/customers/${byParty.no}`)).version).toBe(2);
    const lines = [
      ...(await logOf(given, `contactNo=${byParty.contactNo}`)),
      ...(await logOf(given, `contactNo=${byContact.contactNo}`)),
    ];
    expect(lines.map(({ direction }: { direction: string }) => direction)).toEqual([
      ...(contactFollows ? ["partyToContact"] : []),
      ...(partyFollows ? ["contactToParty"] : []),
    ]);
  });

  test.for(["contactToParty", "off"] as const)("an employee under %s", async (policy, { app }) => {
    const { given } = await begin(app);
    const person = await given.post("/contacts", { type: "person", name: "Ann Oak" });
    const { no } = await given.post(`/contacts/${person.no}/create-as`, { kind: "employee" });
    await given.patch(`/contacts/${person.no}/business-relations/EMPL`, { syncPolicy: policy });

    await given.patch(`/contacts/${person.no}`, { surname: "Elm" });

    expect((await given.get(`/employees/${no}`)).lastName).toBe(policy === "off" ? "Oak" : "Elm");
  });

  test("other parties of the contact follow by their own policies, and the origin hears no echo", async ({
    app,
  }) => {
    const { given } = await begin(app);
    const { no, contactNo } = await given.post("/customers", { name: "Alfa" });
    const vendor = await given.post(`/contacts/${contactNo}/create-as`, { kind: "vendor" });
    const bank = await given.post(`/contacts/${contactNo}/create-as`, { kind: "bankAccount" });
    await given.patch(`/contacts/${contactNo}/business-relations/VEND`, { syncPolicy: "partyToContact" });

    await given.patch(`/customers/${no}`, { phoneNo: "12" });

    expect((await given.get(`/vendors/${vendor.no}`)).phoneNo).toBeNull();
    expect((await given.get(`/bank-accounts/${bank.no}`)).phoneNo).toBe("12");
    expect((await given.get(`/customers/${no}`)).version).toBe(2);
    const lines = await logOf(given, `contactNo=${contactNo}`);
    expect(
      lines.map(({ kind, direction }: { kind: string; direction: string }) => [kind, direction]),
    ).toEqual(
      expect.arrayContaining([
        ["customer", "partyToContact"],
        ["bankAccount", "contactToParty"],
      ]),
    );
    expect(lines).toHaveLength(2);
  });

  test("creating and linking copy whatever the policy of other links is; who may not write is refused", async ({
    app,
  }) => {
    const { admin, given } = await begin(app);
    const customer = await linkedCustomer(given, "off");
    const vendor = await given.post(`/contacts/${customer.contactNo}/create-as`, { kind: "vendor" });
    await given.post(`/contacts/${customer.contactNo}/business-relations`, { businessRelationCode: "PRESS" });
    const path = `/contacts/${customer.contactNo}/business-relations`;

    const viewer = await app.as("viewer");
    expect((await viewer.patch(`${path}/CUST`, { syncPolicy: "both" })).status).toBe(403);
    expect((await admin.patch(`${path}/PRESS`, { syncPolicy: "off" })).body.code).toBe("relation_not_linked");
    expect((await admin.patch(`${path}/NONE`, { syncPolicy: "off" })).status).toBe(404);
    expect((await admin.patch(`${path}/CUST`, { syncPolicy: "sometimes" })).status).toBe(422);
    expect(await given.get(`/vendors/${vendor.no}`)).toMatchObject({ name: "Alfa", syncPolicy: "both" });
    const rows = (await given.get(path)).items;
    const policies = Object.fromEntries(
      rows.map((row: { businessRelationCode: string; syncPolicy: string | null }) => [
        row.businessRelationCode,
        row.syncPolicy,
      ]),
    );
    expect(policies).toEqual({ CUST: "off", PRESS: null, VEND: "both" });
    expect(syncPolicies).toContain(policies.CUST);
  });
});

describe("the log of synchronisation", () => {
  test("says who changed what, with old and new values, and is found by every filter", async ({ app }) => {
    const { admin, given } = await begin(app);
    await admin.post("/territories", { code: "NORTH" });
    const { no, contactNo } = await given.post("/customers", { name: "Alfa", city: "Pori" });

    await given.patch(`/contacts/${contactNo}`, { city: "Vaasa", territoryCode: "NORTH" });
    await given.patch(`/customers/${no}`, { name: "Beta", privacyBlocked: true });

    const lines = await logOf(given, `kind=customer&partyNo=${no}`);
    expect(lines).toMatchObject([
      {
        direction: "partyToContact",
        occasion: "change",
        contactNo,
        contactName: "Beta",
        partyNo: no,
        partyName: "Beta",
        isPartyDeleted: false,
        changes: { name: ["Alfa", "Beta"], privacyBlocked: [false, true] },
      },
      {
        direction: "contactToParty",
        changes: { city: ["Pori", "Vaasa"], territoryCode: [null, "NORTH"] },
      },
    ]);
    expect(Object.keys(lines[1].changes).sort()).toEqual(["city", "territoryCode"]);
    expect(await logOf(given, `contactNo=${contactNo}&direction=contactToParty`)).toHaveLength(1);
    expect(await logOf(given, `contactNo=${contactNo}&kind=vendor`)).toEqual([]);
    const day = lines[0].recordedAt.slice(0, 10);
    expect(
      await logOf(given, `contactNo=${contactNo}&recordedFrom=2020-01-01&recordedTo=2020-01-02`),
    ).toEqual([]);
    expect(await logOf(given, `contactNo=${contactNo}&recordedFrom=${day}`)).toHaveLength(2);
    await given.delete(`/customers/${no}`);
    expect(await logOf(given, `contactNo=${contactNo}`)).toMatchObject([
      { partyNo: no, isPartyDeleted: true },
      { partyNo: no, isPartyDeleted: true },
    ]);
  });

  test("what changes nothing writes no line; linking says what it overwrote", async ({ app }) => {
    const { given } = await begin(app);
    const { no, contactNo } = await given.post("/customers", { name: "Alfa" });
    await given.patch(`/customers/${no}`, { externalId: "x-1" });
    await given.patch(`/contacts/${contactNo}`, { excludeFromSegment: true });
    expect(await logOf(given, `contactNo=${contactNo}`)).toEqual([]);
    const other = await given.post("/contacts", { name: "Gamma" });
    await given.delete(`/contacts/${contactNo}/business-relations/CUST`);

    await given.post(`/contacts/${other.no}/link`, { kind: "customer", partyNo: no, master: "party" });

    expect(await logOf(given, `contactNo=${other.no}`)).toMatchObject([
      { direction: "partyToContact", occasion: "link", changes: { name: ["Gamma", "Alfa"] } },
    ]);
  });

  test("an erased contact leaves no value in it, and a deleted one no line", async ({ app }) => {
    const { given } = await begin(app);
    const { contactNo } = await given.post("/customers", { name: "Salainen", contactType: "person" });
    const { contactNo: goneNo } = await given.post("/customers", { name: "Poistuva" });
    await given.patch(`/contacts/${contactNo}`, { city: "Piilola" });
    await given.patch(`/contacts/${goneNo}`, { city: "Poissa" });

    await given.post(`/contacts/${contactNo}/erase`, {
      confirm: true,
      requestedBy: "subject",
      reason: "Asked by letter",
    });
    await given.delete(`/contacts/${goneNo}`);

    expect(await logOf(given, `contactNo=${contactNo}`)).toMatchObject([{ changes: { city: [null, null] } }]);
    const rows = await app.owner.selectFrom("sync_log_entries").select("changes").execute();
    expect(JSON.stringify(rows)).not.toMatch(/Piilola|Poissa/);
  });
});

describe("B5 pictures follow", () => {
  const imageOf = (path: string) => `${path}/image`;

  async function begun(app: TestApp, policy: SyncPolicy = "both") {
    const { given, admin } = await begin(app);
    await storeIn(app, "embedded");
    const customer = await linkedCustomer(given, policy);
    return {
      given,
      admin,
      party: `/customers/${customer.no}`,
      contact: `/contacts/${customer.contactNo}`,
      customer,
    };
  }

  test("from the contact to its parties and from a party to its contact; the content is kept once", async ({
    app,
  }) => {
    const { given, admin, party, contact, customer } = await begun(app);
    const vendor = await given.post(`${contact}/create-as`, { kind: "vendor" });
    const before = await countStored(app);

    await uploadTo(admin, imageOf(contact), pngOf(8, 8, 21));
    expect((await admin.get(imageOf(party))).bytes).toEqual(pngOf(8, 8, 21));
    expect((await admin.get(imageOf(`/vendors/${vendor.no}`))).bytes).toEqual(pngOf(8, 8, 21));
    expect(await countStored(app)).toEqual({ attachments: before.attachments + 1, blobs: before.blobs + 1 });

    const put = await uploadTo(admin, imageOf(party), pngOf(8, 8, 22));
    expect(put.status, put.text).toBe(200);
    expect(put.body).toMatchObject({ partyNo: customer.no, mimeType: "image/png", width: 8 });
    expect((await given.get(party)).image).toBe(put.body.image);
    expect((await admin.get(imageOf(contact))).bytes).toEqual(pngOf(8, 8, 22));
    expect((await admin.get(imageOf(`/vendors/${vendor.no}`))).bytes).toEqual(pngOf(8, 8, 22));
    expect(await countStored(app)).toEqual({ attachments: before.attachments + 1, blobs: before.blobs + 1 });

    expect((await admin.delete(imageOf(party), { "if-match": '"1"' })).status).toBe(412);
    expect((await admin.delete(imageOf(party))).status).toBe(204);
    for (const path of [party, contact, `/vendors/${vendor.no}`])
      expect((await admin.get(imageOf(path))).body.code).toBe("image_none");
    expect(await countStored(app)).toEqual(before);
    const lines = await logOf(given, `kind=customer&partyNo=${customer.no}`);
    expect(
      lines.map(({ direction, changes }: { direction: string; changes: object }) => [direction, changes]),
    ).toEqual([
      ["partyToContact", { image: [true, false] }],
      ["partyToContact", { image: [true, true] }],
      ["contactToParty", { image: [false, true] }],
    ]);
  });

  test.for(syncPolicies)("under the policy %s", async (policy, { app }) => {
    const { admin, party, contact } = await begun(app, policy);
    const before = await countStored(app);

    await uploadTo(admin, imageOf(contact), pngOf(8, 8, 23));
    const ofParty = (await admin.get(imageOf(party))).status;
    await uploadTo(admin, imageOf(party), pngOf(8, 8, 24));
    const ofContact = (await admin.get(imageOf(contact))).bytes.equals(pngOf(8, 8, 24));

    expect(ofParty).toBe(policy === "both" || policy === "contactToParty" ? 200 : 404);
    expect(ofContact).toBe(policy === "both" || policy === "partyToContact");
    const kept = ofContact ? 1 : 2;
    expect((await countStored(app)).attachments).toBe(before.attachments + kept);
  });

  test("create-as and linking take them along, a company that is the primary contact gives its own", async ({
    app,
  }) => {
    const { given, admin, contact, party } = await begun(app, "off");
    await uploadTo(admin, imageOf(contact), pngOf(8, 8, 25));
    expect((await given.get(party)).image).toBeNull();
    await given.patch(party, { primaryContactNo: contact.split("/")[2] });
    expect((await admin.get(imageOf(party))).bytes).toEqual(pngOf(8, 8, 25));
    const bank = await given.post(`${contact}/create-as`, { kind: "bankAccount" });
    expect((await admin.get(imageOf(`/bank-accounts/${bank.no}`))).bytes).toEqual(pngOf(8, 8, 25));

    await given.delete(`${contact}/business-relations/CUST`);
    const other = await given.post("/contacts", { name: "Toinen" });
    await given.post(`/contacts/${other.no}/link`, {
      kind: "customer",
      partyNo: party.split("/")[2],
      master: "party",
    });
    expect((await admin.get(imageOf(`/contacts/${other.no}`))).bytes).toEqual(pngOf(8, 8, 25));
  });

  test("a change of something else takes no picture away; with the last that names it, it goes", async ({
    app,
  }) => {
    const { given, admin, contact, party } = await begun(app, "off");
    const before = await countStored(app);
    await uploadTo(admin, imageOf(contact), pngOf(8, 8, 26));
    await given.patch(`${contact}/business-relations/CUST`, { syncPolicy: "both" });

    await given.patch(party, { city: "Turku" });
    expect((await admin.get(imageOf(contact))).status).toBe(200);
    await given.patch(contact, { city: "Tampere" });
    expect((await admin.get(imageOf(party))).status).toBe(200);

    await given.delete(contact);
    expect((await admin.get(imageOf(party))).bytes).toEqual(pngOf(8, 8, 26));
    await given.delete(party);
    expect(await countStored(app)).toEqual(before);
  });

  test("employees have one; without a name there is none, and who only reads changes nothing", async ({
    app,
  }) => {
    const { given, admin } = await begin(app);
    const employee = await given.post("/employees", { firstName: "Aili", lastName: "Aro" });
    const nameless = await given.post("/employees", {});
    const path = `/employees/${employee.no}`;

    expect((await uploadTo(admin, imageOf(path), pngOf(8, 8, 27))).status).toBe(200);
    expect((await given.get(path)).image).toContain(`${path}/image?version=`);
    const answer = await uploadTo(admin, imageOf(`/employees/${nameless.no}`), pngOf(8, 8));
    expect([answer.status, answer.body.code]).toEqual([409, "image_nameless"]);
    expect((await uploadTo(admin, imageOf(path), "<svg")).body.code).toBe("image_kind");
    expect((await (await app.as("viewer")).delete(imageOf(path))).status).toBe(403);
    expect((await admin.get(imageOf("/employees/NOBODY"))).body.code).toBe("party_not_found");
  });

  test("contacts that are created from parties get theirs", async ({ app }) => {
    const { given, admin } = await begin(app);
    await given.patch("/marketing-setup", { busRelCodeForVendors: null });
    const vendor = await given.post("/vendors", { name: "Kuvallinen" });
    await uploadTo(admin, imageOf(`/vendors/${vendor.no}`), pngOf(8, 8, 28));
    await given.patch("/marketing-setup", { busRelCodeForVendors: "VEND" });

    const person = await given.post("/contacts", { type: "person", name: "Yksin Yrjö" });
    await given.patch(`/vendors/${vendor.no}`, { primaryContactNo: person.no });

    const { contactNo } = await given.get(`/vendors/${vendor.no}`);
    expect((await admin.get(imageOf(`/contacts/${contactNo}`))).bytes).toEqual(pngOf(8, 8, 28));
  });
});

test("a post code of the list fills in the address of a party", async ({ app }) => {
  const { admin, given } = await begin(app);
  for (const code of ["FI", "SE"]) await admin.post("/countries", { code });
  await given.post("/post-codes", { code: "10900", city: "Hanko", county: "Uusimaa", countryCode: "FI" });
  await given.post("/post-codes", { code: "10900", city: "Stockholm", countryCode: "SE" });

  const made = await given.post("/customers", { name: "Rantala", postCode: "10900" });
  expect(made).toMatchObject({ city: "Hanko", county: "Uusimaa", countryCode: "FI" });
  expect(await given.get(`/contacts/${made.contactNo}`)).toMatchObject({ city: "Hanko", countryCode: "FI" });
  const said = await given.post("/vendors", { postCode: "10900", city: "Sundbyberg", countryCode: "SE" });
  expect(said).toMatchObject({ city: "Sundbyberg", countryCode: "SE" });
  const moved = await given.patch(`/customers/${made.no}`, { countryCode: "SE" });
  expect(moved).toMatchObject({ postCode: null, city: null, county: null });
  const again = await given.patch(`/customers/${made.no}`, { postCode: "10900" });
  expect(again).toMatchObject({ city: "Stockholm", countryCode: "SE" });
});
