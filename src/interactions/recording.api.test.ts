import { describe, expect } from "vitest";
import { test } from "#app/testing.ts";
import { entryOf, givenIn, givenTemplate, unique } from "./testing.ts";

describe("recording an interaction", () => {
  test("INT-001 a group is read back by its code; with templates it stays", async ({ app }) => {
    const admin = await app.as("crmAdmin");
    const code = unique("MEET");

    expect((await admin.post("/interaction-groups", { code, description: "Meetings" })).status).toBe(201);
    expect((await admin.get(`/interaction-groups/${code}`)).body).toMatchObject({
      code,
      description: "Meetings",
    });
    await admin.post("/interaction-templates", { code: unique("T"), interactionGroupCode: code });
    const refused = await admin.delete(`/interaction-groups/${code}`);
    expect([refused.status, refused.body.code]).toEqual([409, "setup_in_use"]);
  });

  test("INT-002 a template with only code and group gets its defaults", async ({ app }) => {
    const admin = await app.as("crmAdmin");
    const group = await givenIn(app.owner).group();
    const code = unique("T");

    const created = await admin.post("/interaction-templates", { code, interactionGroupCode: group });

    expect(created.status).toBe(201);
    expect(created.headers.location).toBe(`/api/v1/interaction-templates/${code}`);
    expect((await admin.get(`/interaction-templates/${code}`)).body).toMatchObject({
      code,
      interactionGroupCode: group,
      defaultCorrespondenceType: "email",
      unitCost: 0,
      unitDurationMin: 0,
    });
  });

  test.for([
    [{ interactionGroupCode: undefined }, "interactionGroupCode"],
    [{ unitCost: -1 }, "unitCost"],
    [{ unitDurationMin: 1.5 }, "unitDurationMin"],
  ])("INT-003 a template with %o is refused", async ([wrong, path], { app }) => {
    const admin = await app.as("crmAdmin");
    const group = await givenIn(app.owner).group();

    const answer = await admin.post("/interaction-templates", {
      code: unique("T"),
      interactionGroupCode: group,
      ...(wrong as object),
    });

    expect(answer.status).toBe(422);
    expect(answer.body.code).toBe("validation");
    expect(answer.body.errors.map((error: { path: string }) => error.path)).toEqual([path]);
  });

  test("INT-020 INT-021 INT-022 INT-023 what is missing is named in the order of the specification", async ({
    app,
  }) => {
    const user = await app.as("crmUser");
    const contact = await givenIn(app.owner).contact();
    const plain = await givenTemplate(app, { description: null });

    const codes = [
      (await user.post("/interactions", {})).body.code,
      (await user.post("/interactions", { contactNo: contact.no })).body.code,
      (await user.post("/interactions", { contactNo: contact.no, interactionTemplateCode: plain.code })).body
        .code,
    ];
    expect(codes).toEqual(["contact_required", "template_required", "salesperson_required"]);

    const { code: salespersonCode } = await givenIn(app.owner).salesperson();
    const answer = await user.post("/interactions", {
      contactNo: contact.no,
      interactionTemplateCode: plain.code,
      salespersonCode,
    });
    expect(answer.status).toBe(422);
    expect(answer.body.code).toBe("description_required");
  });

  test("INT-024 template and contact fill in everything that is left out", async ({ app }) => {
    const given = givenIn(app.owner);
    const salesperson = await given.salesperson({ name: "Aino Harju" });
    const contact = await given.contact({ name: "Kuusikko Oy", salespersonId: salesperson.id });
    const template = await givenTemplate(app, {
      description: "Phone call",
      unitCost: 12.5,
      unitDurationMin: 30,
      informationFlow: "outbound",
      initiatedBy: "us",
    });
    const user = await app.as("crmUser");

    const before = await user.post("/interactions", {
      contactNo: contact.no,
      interactionTemplateCode: template.code,
    });
    const created = await user.post("/interactions", {
      contactNo: contact.no.toLowerCase(),
      interactionTemplateCode: template.code.toLowerCase(),
    });

    expect(created.status).toBe(201);
    expect(created.headers.location).toBe(`/api/v1/interaction-log-entries/${created.body.entryNo}`);
    expect(created.body.entryNo).toBeGreaterThan(before.body.entryNo);
    expect(created.body).toMatchObject({
      contactNo: contact.no,
      contactName: "Kuusikko Oy",
      contactCompanyNo: contact.no,
      interactionTemplateCode: template.code,
      interactionGroupCode: template.group,
      cost: 12.5,
      durationMin: 30,
      salespersonCode: salesperson.code,
      date: "2026-11-23",
      time: "14:00:00",
      description: "Phone call",
      informationFlow: "outbound",
      initiatedBy: "us",
      title: "Phone call - by Aino Harju",
      canceled: false,
      postponed: false,
    });
    expect((await user.get(`/interaction-log-entries/${created.body.entryNo}`)).body).toEqual(
      entryOf(created.body),
    );
  });

  test("INT-044 INT-045 the contact's language is taken where the template has it, others are refused", async ({
    app,
  }) => {
    const given = givenIn(app.owner);
    const [english, danish, german] = [
      await given.language("ENU"),
      await given.language("DAN"),
      await given.language("DEU"),
    ];
    const salesperson = await given.salesperson();
    const template = await givenTemplate(app);
    const admin = await app.as("crmAdmin");
    for (const language of [english, danish]) {
      expect(
        (await admin.put(`/interaction-templates/${template.code}/languages/${language.code}`, {})).status,
      ).toBe(200);
    }
    await admin.patch(`/interaction-templates/${template.code}`, { defaultLanguageCode: "ENU" });
    const dane = await given.contact({ languageId: danish.id, salespersonId: salesperson.id });
    const bavarian = await given.contact({ languageId: german.id, salespersonId: salesperson.id });
    const user = await app.as("crmUser");
    const record = (contactNo: string, more = {}) =>
      user.post("/interactions", { contactNo, interactionTemplateCode: template.code, ...more });

    expect((await record(dane.no)).body.languageCode).toBe("DAN");
    expect((await record(bavarian.no)).body.languageCode).toBe("ENU");
    const refused = await record(dane.no, { languageCode: "DEU" });
    expect(refused.status).toBe(422);
    expect(refused.body).toMatchObject({
      code: "language_not_on_template",
      errors: [{ path: "languageCode" }],
    });
  });

  test("INT-009 a default language without a row asks first", async ({ app }) => {
    const given = givenIn(app.owner);
    const language = await given.language("DEU");
    const template = await givenTemplate(app, { description: "Anruf" });
    const admin = await app.as("crmAdmin");
    const set = (more = {}) =>
      admin.patch(`/interaction-templates/${template.code}`, { defaultLanguageCode: language.code, ...more });

    const asked = await set();
    expect(asked.status).toBe(409);
    expect(asked.body).toMatchObject({
      code: "confirmation_required",
      values: { key: "createLanguage", preselected: true },
    });
    const declined = await set({ createLanguage: false });
    expect([declined.status, declined.body.code]).toEqual([422, "language_not_created"]);
    expect((await admin.get(`/interaction-templates/${template.code}`)).body.languages).toEqual([]);
    const confirmed = await set({ createLanguage: true });
    expect(confirmed.body).toMatchObject({
      defaultLanguageCode: "DEU",
      languages: [{ languageCode: "DEU", description: "Anruf" }],
    });
  });

  test("INT-052 CON-108 a privacy-blocked contact is refused, a person also while its company is blocked", async ({
    app,
  }) => {
    const given = givenIn(app.owner);
    const salesperson = await given.salesperson();
    const company = await given.contact({ privacyBlocked: true, salespersonId: salesperson.id });
    const person = await given.contact({
      type: "person",
      companyId: company.id,
      salespersonId: salesperson.id,
    });
    const template = await givenTemplate(app);
    const user = await app.as("crmUser");

    for (const { no } of [company, person]) {
      const answer = await user.post("/interactions", {
        contactNo: no,
        interactionTemplateCode: template.code,
      });
      expect([answer.status, answer.body.code]).toEqual([409, "contact_privacy_blocked"]);
    }
    expect((await user.get(`/contacts/${person.no}/timeline`)).body.items).toEqual([]);
  });

  test("INT-053 the subject is the description unless given", async ({ app }) => {
    const given = givenIn(app.owner);
    const salesperson = await given.salesperson();
    const contact = await given.contact({ salespersonId: salesperson.id });
    const template = await givenTemplate(app);
    const user = await app.as("crmUser");

    const entry = await user.post("/interactions", {
      contactNo: contact.no,
      interactionTemplateCode: template.code,
      description: "Asked for a new price list",
    });

    expect(entry.body.subject).toBe("Asked for a new price list");
  });

  test("the user's own salesperson comes before the contact's, a blocked one is refused when named", async ({
    app,
  }) => {
    const given = givenIn(app.owner);
    const contacts = await given.salesperson();
    const blocked = await given.salesperson({ blocked: true });
    const contact = await given.contact({ salespersonId: contacts.id });
    const template = await givenTemplate(app);
    const user = await app.as("crmUser");
    const record = (more = {}) =>
      user.post("/interactions", { contactNo: contact.no, interactionTemplateCode: template.code, ...more });

    expect((await record()).body.salespersonCode).toBe(contacts.code);
    expect((await record({ salespersonCode: blocked.code })).body).toMatchObject({
      code: "salesperson_blocked",
    });
  });

  test("references that do not exist are named, and nothing is written", async ({ app }) => {
    const user = await app.as("crmUser");
    const count = async () => (await user.get("/interaction-log-entries?count=true&limit=1")).body.totalCount;
    const before = await count();

    const answer = await user.post(
      "/interactions",
      { contactNo: "NOBODY", interactionTemplateCode: "NOTHING", salespersonCode: "NOONE" },
      { "accept-language": "fi" },
    );

    expect(answer.status).toBe(422);
    expect(answer.body.code).toBe("not_found");
    expect(answer.body.errors.map((error: { path: string }) => error.path)).toEqual([
      "contactNo",
      "interactionTemplateCode",
      "salespersonCode",
    ]);
    expect(answer.body.errors[0].message).toContain("Kontaktin nro");
    expect(await count()).toBe(before);
  });

  test("comments are kept with it, only the first one dated", async ({ app }) => {
    const given = givenIn(app.owner);
    const salesperson = await given.salesperson();
    const contact = await given.contact({ salespersonId: salesperson.id });
    const template = await givenTemplate(app);
    const user = await app.as("crmUser");

    const entry = await user.post("/interactions", {
      contactNo: contact.no,
      interactionTemplateCode: template.code,
      comments: ["Send it before Friday", "Näytteet mukaan\nja hinnasto 📎"],
    });

    expect(entry.body).toMatchObject({ hasComment: true, noOfComments: 2 });
    const listed = await user.get(`/interaction-log-entries/${entry.body.entryNo}/comments`);
    expect(
      listed.body.items.map(({ lineNo, date, text }: Record<string, unknown>) => [lineNo, date, text]),
    ).toEqual([
      [10_000, "2026-11-23", "Send it before Friday"],
      [20_000, null, "Näytteet mukaan\nja hinnasto 📎"],
    ]);
  });

  test("INT-027 delivering without content is refused, recording alone is not", async ({ app }) => {
    const given = givenIn(app.owner);
    const salesperson = await given.salesperson();
    const contact = await given.contact({ salespersonId: salesperson.id, email: "a@kuusikko.example" });
    const template = await givenTemplate(app);
    const user = await app.as("crmUser");
    const record = (more: object) =>
      user.post("/interactions", { contactNo: contact.no, interactionTemplateCode: template.code, ...more });

    expect((await record({ correspondenceType: "email", deliver: true })).body.code).toBe(
      "email_needs_content",
    );
    expect((await record({ correspondenceType: "hardCopy", deliver: true })).body.code).toBe("no_attachment");
    expect((await record({ correspondenceType: "email" })).body).toMatchObject({
      correspondenceType: "email",
      deliveryStatus: null,
    });
  });

  test("a repeat with the same key gets the same entry, another body is refused", async ({ app }) => {
    const given = givenIn(app.owner);
    const salesperson = await given.salesperson();
    const contact = await given.contact({ salespersonId: salesperson.id });
    const template = await givenTemplate(app);
    const user = await app.as("crmUser");
    const key = { "idempotency-key": unique("key-") };
    const body = { contactNo: contact.no, interactionTemplateCode: template.code };

    const [first, ...repeats] = await Promise.all(
      Array.from({ length: 8 }, () => user.post("/interactions", body, key)),
    );

    expect(first!.status).toBe(201);
    for (const repeat of repeats)
      expect([repeat.status, repeat.body.entryNo]).toEqual([201, first!.body.entryNo]);
    const reused = await user.post("/interactions", { ...body, description: "Another" }, key);
    expect([reused.status, reused.body.code]).toEqual([409, "idempotency_key_reused"]);
    expect((await user.get(`/contacts/${contact.no}/timeline`)).body.items).toHaveLength(1);
  });

  test("an atomic batch is recorded whole or not at all, the other kind item by item", async ({ app }) => {
    const given = givenIn(app.owner);
    const salesperson = await given.salesperson();
    const contact = await given.contact({ salespersonId: salesperson.id });
    const template = await givenTemplate(app);
    const user = await app.as("integration");
    const good = { contactNo: contact.no, interactionTemplateCode: template.code };
    const items = [good, { ...good, contactNo: "NOBODY" }, { ...good, description: "Third" }];

    const refused = await user.post("/interactions/batch", { items });
    expect([refused.status, refused.body.code]).toEqual([422, "batch_refused"]);
    expect(refused.body.errors).toMatchObject([{ path: "items.1.contactNo", code: "not_found" }]);
    expect((await user.get(`/contacts/${contact.no}/timeline`)).body.items).toHaveLength(0);

    const answer = await user.post("/interactions/batch", { atomic: false, items });
    expect(answer.body.items.map((item: { status: number }) => item.status)).toEqual([201, 422, 201]);
    expect(answer.body.items[1]).toMatchObject({ entry: null, problem: { code: "not_found" } });
    expect(answer.body.items[2].entry.description).toBe("Third");
    expect((await user.get(`/contacts/${contact.no}/timeline`)).body.items).toHaveLength(2);
  });
});
