import { sql } from "kysely";
import { describe, expect } from "vitest";
import { test } from "#app/testing.ts";
import { uploadTo } from "#attachments/testing.ts";
import { givenIn, givenTemplate } from "../testing.ts";
import { columnOf, templateEvents } from "./template-setup.rules.ts";

describe("the interaction template set-up", () => {
  test("has a column for each event and none besides", async ({ database: { owner } }) => {
    const { rows } = await sql<{ name: string }>`
      select column_name as name from information_schema.columns
       where table_name = 'interaction_template_setup' and column_name like '%\\_id'`.execute(owner);

    expect(templateEvents.map(columnOf).sort()).toEqual(rows.map(({ name }) => name).sort());
  });

  test("is empty at first, names templates, and follows their codes", async ({ app }) => {
    const admin = await app.as("crmAdmin");
    const template = await givenTemplate(app);

    const before = await admin.get("/interaction-template-setup");
    expect(before.headers.etag).toBe('"1"');
    expect(templateEvents.map((event) => before.body[event])).toEqual(templateEvents.map(() => null));

    const changed = await admin.patch("/interaction-template-setup", {
      outgCalls: template.code.toLowerCase(),
      salesQuotes: template.code,
    });
    expect(changed.body).toMatchObject({
      outgCalls: template.code,
      salesQuotes: template.code,
      emails: null,
      version: 2,
    });
    const stale = await admin.patch(
      "/interaction-template-setup",
      { emails: null, incCalls: template.code },
      {
        "if-match": '"1"',
      },
    );
    expect(stale.status).toBe(412);
    await admin.patch(`/interaction-templates/${template.code}`, { code: `${template.code}N` });
    expect((await admin.get("/interaction-template-setup")).body.outgCalls).toBe(`${template.code}N`);
    const trail = await app.owner
      .selectFrom("audit_entries")
      .select("changes")
      .where("resource", "=", "interaction-template-setup")
      .execute();
    expect(trail.map(({ changes }) => changes)).toEqual([
      { outgCalls: [null, template.code], salesQuotes: [null, template.code] },
    ]);
    expect(
      (await admin.patch("/interaction-template-setup", { outgCalls: null, salesQuotes: null })).status,
    ).toBe(200);
  });

  test("V1 an unknown template is refused at its event", async ({ app }) => {
    const admin = await app.as("crmAdmin");

    const answer = await admin.patch("/interaction-template-setup", { emails: "NOTHING" });

    expect(answer.body).toMatchObject({
      status: 422,
      errors: [{ path: "emails", code: "not_found", message: expect.stringContaining("E-mails") }],
    });
  });

  test("V3 V4 INT-132 templates of documents have no languages, before and after", async ({ app }) => {
    const admin = await app.as("crmAdmin");
    const language = await givenIn(app.owner).language("DEU");
    const spoken = await givenTemplate(app);
    const silent = await givenTemplate(app);
    await admin.put(`/interaction-templates/${spoken.code}/languages/${language.code}`, {});

    const refused = await admin.patch("/interaction-template-setup", {
      salesInvoices: spoken.code,
      coverSheets: spoken.code,
      outgCalls: spoken.code,
    });
    expect(refused.body).toMatchObject({
      status: 422,
      code: "template_has_languages",
      errors: [{ path: "coverSheets" }, { path: "salesInvoices" }],
      values: { interactionTemplateCode: spoken.code, languageCode: "DEU" },
    });
    expect((await admin.patch("/interaction-template-setup", { outgCalls: spoken.code })).status).toBe(200);

    await admin.patch("/interaction-template-setup", { salesInvoices: silent.code });
    for (const answer of [
      await admin.put(`/interaction-templates/${silent.code}/languages/${language.code}`, {}),
      await admin.patch(`/interaction-templates/${silent.code}`, {
        defaultLanguageCode: language.code,
        createLanguage: true,
      }),
      await admin.delete(`/interaction-templates/${silent.code}`),
    ]) {
      expect(answer.body).toMatchObject({
        status: 409,
        code: "template_in_use",
        values: { usedBy: ["interaction-template-setup"] },
      });
    }
  });

  test("INT-019 V2 V4 only a meeting invitation may have a file in its default language, before and after", async ({
    app,
  }) => {
    const admin = await app.as("crmAdmin");
    const language = await givenIn(app.owner).language("DEU");
    const [filed, plain] = [await givenTemplate(app), await givenTemplate(app)];
    const fileOf = (code: string, row = "default") =>
      `/interaction-templates/${code}/languages/${row}/attachment`;
    expect((await uploadTo(admin, fileOf(filed.code), "a letter", "letter.txt")).status).toBe(200);

    const refused = await admin.patch("/interaction-template-setup", { emailDraft: filed.code });
    expect(refused.body).toMatchObject({
      status: 422,
      code: "template_has_attachment",
      errors: [{ path: "emailDraft" }],
      values: { interactionTemplateCode: filed.code },
    });
    expect((await admin.patch("/interaction-template-setup", { meetingInvitation: filed.code })).status).toBe(
      200,
    );

    expect((await admin.patch("/interaction-template-setup", { emailDraft: plain.code })).status).toBe(200);
    const late = await uploadTo(admin, fileOf(plain.code), "a letter", "letter.txt");
    expect(late.body).toMatchObject({ status: 409, code: "template_in_use" });
    // In another language it may have one, which then cannot become the default.
    expect((await uploadTo(admin, fileOf(plain.code, language.code), "ein Brief", "brief.txt")).status).toBe(
      200,
    );
    const swap = await admin.patch(`/interaction-templates/${plain.code}`, {
      defaultLanguageCode: language.code,
    });
    expect(swap.body).toMatchObject({ status: 409, code: "template_in_use" });
  });

  test("INT-133 is read by everybody who may print, and written by the CRM admin", async ({ app }) => {
    for (const role of ["viewer", "crmUser", "marketer"] as const) {
      const client = await app.as(role);
      expect((await client.get("/interaction-template-setup")).status).toBe(200);
      expect((await client.patch("/interaction-template-setup", { emails: null })).status).toBe(403);
    }
  });
});
