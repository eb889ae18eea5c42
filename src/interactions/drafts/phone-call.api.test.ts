import { describe, expect } from "vitest";
import { type TestApp, test } from "#app/testing.ts";
import { setUpParties } from "#parties/testing.ts";
import { givenIn, givenTemplate } from "../testing.ts";

/** A person with two numbers at a company with two, and the template of outgoing calls. */
async function givenCallable(app: TestApp) {
  const given = givenIn(app.owner);
  const salesperson = await given.salesperson();
  const company = await given.contact({ phoneNo: "09 555 01", mobilePhoneNo: "040 555 02" });
  const person = await given.contact({
    type: "person",
    companyId: company.id,
    salespersonId: salesperson.id,
    phoneNo: "1234",
    mobilePhoneNo: "9876",
  });
  const template = await givenTemplate(app, { description: "Outgoing call", unitDurationMin: 10 });
  const admin = await app.as("crmAdmin");
  expect((await admin.patch("/interaction-template-setup", { outgCalls: template.code })).status).toBe(200);
  return { given, salesperson, company, person, template, admin, user: await app.as("crmUser") };
}

describe("a phone call", () => {
  test("INT-062 takes the template of outgoing calls from the set-up", async ({ app }) => {
    const { person, template, admin, user } = await givenCallable(app);
    const call = { kind: "phoneCall", contactNo: person.no };

    expect((await user.post("/interaction-drafts", call)).body).toMatchObject({
      kind: "phoneCall",
      step: "call",
      steps: ["call", "result", "relations"],
      interactionTemplateCode: template.code,
      description: "Outgoing call",
      durationMin: 10,
      dialContact: true,
    });
    await admin.patch("/interaction-template-setup", { outgCalls: null });
    const refused = await user.post("/interaction-drafts", call, { "accept-language": "fi" });
    expect([refused.status, refused.body.code]).toEqual([409, "phone_template_not_set"]);
    expect(refused.body.detail).toContain("Lähteville puheluille");
  });

  test("INT-072 to a customer reaches its linked contact; without one it is refused", async ({ app }) => {
    const { admin, user } = await givenCallable(app);
    const alone = await admin.post("/customers", { no: "20000", name: "Nobody knows whom to call" });
    expect(alone.status, alone.text).toBe(201);
    await setUpParties(app);
    const known = await admin.post("/customers", {
      no: "10000",
      name: "Koivikon Saha",
      phoneNo: "09 555 03",
    });
    const { contactNo } = (await admin.get(`/customers/${known.body.no}`)).body;
    const call = (no: string) =>
      user.post("/interaction-drafts", { kind: "phoneCall", account: { kind: "customer", no } });

    const reached = await call("10000");
    const refused = await call("20000");

    expect(reached.body, reached.text).toMatchObject({
      contactNo,
      contactVia: "09 555 03",
      fixed: expect.arrayContaining(["contactNo"]),
    });
    expect([refused.status, refused.body.code]).toEqual([422, "no_contact_for_account"]);
    expect(refused.body.detail).toContain("20000");
    expect((await call("30000")).body).toMatchObject({ code: "not_found", errors: [{ path: "account.no" }] });
  });

  test("INT-065 INT-066 proposes a number and offers those of person and company", async ({ app }) => {
    const { given, person, company, user } = await givenCallable(app);
    const start = async (more: object = {}) =>
      (await user.post("/interaction-drafts", { kind: "phoneCall", contactNo: person.no, ...more })).body;

    const call = await start();
    expect(call.contactVia).toBe("1234");
    expect((await start({ onPhone: true })).contactVia).toBe("9876");
    expect(call.phoneNumbers.map(({ phoneNo }: { phoneNo: string }) => phoneNo)).toEqual([
      "1234",
      "9876",
      "09 555 01",
      "040 555 02",
    ]);
    expect((await user.get(`/contacts/${person.no}/phone-numbers`)).body.items).toEqual(call.phoneNumbers);
    expect((await user.get(`/contacts/${company.no}/phone-numbers`)).body.items).toHaveLength(2);
    const silent = await given.contact();
    const none = await user.get(`/contacts/${silent.no}/phone-numbers`);
    expect([none.status, none.body.code]).toEqual([422, "no_phone_numbers"]);
  });

  test("INT-060 INT-061 is checked in the order number, date, description, salesperson", async ({ app }) => {
    const { given, user } = await givenCallable(app);
    const silent = await given.contact();
    const { id } = (await user.post("/interaction-drafts", { kind: "phoneCall", contactNo: silent.no })).body;
    const change = (fields: object) => user.patch(`/interaction-drafts/${id}`, fields);
    const code = async () => (await user.post(`/interaction-drafts/${id}/finish`)).body.code;
    await change({ date: null, description: null });

    expect(await code()).toBe("phone_number_required");
    await change({ contactVia: "040 555 03" });
    expect(await code()).toBe("date_required");
    await change({ date: "2026-11-23" });
    expect(await code()).toBe("description_required");
    await change({ description: "Prices" });
    expect(await code()).toBe("salesperson_required");
    await change({ salespersonCode: (await given.salesperson()).code });
    expect(await code()).toBeUndefined();
    expect((await user.get(`/contacts/${silent.no}/timeline`)).body.items).toMatchObject([
      { contactVia: "040 555 03", description: "Prices" },
    ]);
  });

  test("without dialling the contact's phone stands for the number", async ({ app }) => {
    const { person, user } = await givenCallable(app);
    const { id } = (await user.post("/interaction-drafts", { kind: "phoneCall", contactNo: person.no })).body;
    await user.patch(`/interaction-drafts/${id}`, { dialContact: false, contactVia: null });

    expect((await user.post(`/interaction-drafts/${id}/finish`)).body).toMatchObject({ contactVia: "1234" });
  });

  test("INT-063 INT-070 its result and another moment are logged, and nothing is delivered", async ({
    app,
  }) => {
    const { person, user } = await givenCallable(app);
    const draft = (await user.post("/interaction-drafts", { kind: "phoneCall", contactNo: person.no })).body;
    expect([draft.date, draft.time]).toEqual(["2026-11-23", "14:00:00"]);
    await user.patch(`/interaction-drafts/${draft.id}`, {
      date: "2026-11-22",
      time: "10:15",
      evaluation: "neutral",
      durationMin: 17,
      correspondenceType: "email",
      step: "result",
    });

    const entry = (await user.post(`/interaction-drafts/${draft.id}/finish`, { deliver: true })).body;

    expect(entry).toMatchObject({
      date: "2026-11-22",
      time: "10:15:00",
      evaluation: "neutral",
      attemptFailed: false,
      durationMin: 17,
      contactVia: "1234",
      deliveryStatus: null,
    });
  });

  test("postponed, it goes on in the general flow", async ({ app }) => {
    const { person, user } = await givenCallable(app);
    const draft = (await user.post("/interaction-drafts", { kind: "phoneCall", contactNo: person.no })).body;
    await user.patch(`/interaction-drafts/${draft.id}`, { step: "result", evaluation: "positive" });
    const { entryNo } = (await user.post(`/interaction-drafts/${draft.id}/postpone`)).body;

    const resumed = (await user.post("/interaction-drafts", { postponedEntryNo: entryNo })).body;

    expect(resumed).toMatchObject({
      kind: "interaction",
      step: "relations",
      evaluation: "positive",
      contactVia: "1234",
    });
  });
});
