import { describe, expect } from "vitest";
import { test } from "#app/testing.ts";
import { given } from "./testing.ts";

describe("deleting", () => {
  test("CON-106 a person's interactions pass to its company", async ({ app }) => {
    const admin = await app.as("crmAdmin");
    const company = await given.contact(app);
    const person = await given.contact(app, { type: "person", companyNo: company.no });
    const entryNo = await given.entry(app, {
      contact_id: person.id,
      company_id: company.id,
      comment_count: 1,
    });
    await app.owner
      .insertInto("interaction_comments")
      .values({
        contact_id: person.id,
        entry_no: entryNo,
        line_no: 10_000,
        date: null,
        code: null,
        text: "Soita",
        author: "AH",
        last_modified_at: null,
      })
      .execute();

    const deleted = await admin.delete(`/contacts/${person.no}`);

    expect(deleted.status).toBe(204);
    expect((await admin.get(`/contacts/${person.no}`)).status).toBe(404);
    const entry = await app.owner
      .selectFrom("interaction_log_entries")
      .select(["contact_id", "company_id", "kept_contact_name"])
      .where("entry_no", "=", entryNo)
      .executeTakeFirstOrThrow();
    expect(entry).toMatchObject({ contact_id: company.id, company_id: company.id });
    const comments = await app.owner
      .selectFrom("interaction_comments")
      .select("contact_id")
      .where("entry_no", "=", entryNo)
      .execute();
    expect(comments).toEqual([{ contact_id: company.id }]);
  });

  test("a company's people go with it, and its interactions keep the names", async ({ app }) => {
    const admin = await app.as("crmAdmin");
    const company = await given.contact(app, { name: "Lopettava Oy" });
    const person = await given.contact(app, {
      type: "person",
      name: "Eero Lopettava",
      companyNo: company.no,
    });
    const outsider = await given.contact(app);
    await given.entry(app, { contact_id: company.id, company_id: company.id });
    await given.entry(app, { contact_id: person.id, company_id: company.id });

    expect((await admin.delete(`/contacts/${company.no}`)).status).toBe(204);

    for (const { no } of [company, person]) expect((await admin.get(`/contacts/${no}`)).status).toBe(404);
    expect((await admin.get(`/contacts/${outsider.no}`)).status).toBe(200);
    const entries = await app.owner
      .selectFrom("interaction_log_entries")
      .select(["contact_id", "company_id", "kept_contact_name", "kept_company_name"])
      .where("kept_company_name", "=", "Lopettava Oy")
      .orderBy("entry_no")
      .execute();
    expect(entries).toEqual([
      {
        contact_id: 0,
        company_id: null,
        kept_contact_name: "Lopettava Oy",
        kept_company_name: "Lopettava Oy",
      },
      {
        contact_id: 0,
        company_id: null,
        kept_contact_name: "Eero Lopettava",
        kept_company_name: "Lopettava Oy",
      },
    ]);
  });

  test("the interactions of a person without company stay without contact", async ({ app }) => {
    const admin = await app.as("crmAdmin");
    const person = await given.contact(app, { type: "person", name: "Yksin Yksinäinen" });
    const entryNo = await given.entry(app, { contact_id: person.id });

    await admin.delete(`/contacts/${person.no}`);

    const entry = await app.owner
      .selectFrom("interaction_log_entries")
      .select(["contact_id", "kept_contact_name"])
      .where("entry_no", "=", entryNo)
      .executeTakeFirstOrThrow();
    expect(entry).toEqual({ contact_id: 0, kept_contact_name: "Yksin Yksinäinen" });
  });

  test("the number is free again, and no word of the name is kept", async ({ app }) => {
    const admin = await app.as("crmAdmin");
    const { no } = await given.contact(app, { type: "person", name: "Ainutlaatuinen Sukunimi" });
    await given.contact(app, { type: "person", name: "Toinen Sukunimi" });

    await admin.delete(`/contacts/${no}`);

    expect((await admin.post("/contacts", { no, name: "Seuraava Oy" })).status).toBe(201);
    const words = await app.owner
      .selectFrom("contact_name_words")
      .select("word")
      .where("word", "in", ["ainutlaatuinen", "sukunimi"])
      .execute();
    expect(words).toEqual([{ word: "sukunimi" }]);
  });

  test("needs its own right and the version that was seen", async ({ app }) => {
    const { no } = await given.contact(app);

    expect((await (await app.as("crmUser")).delete(`/contacts/${no}`)).status).toBe(403);
    expect((await (await app.as("crmAdmin")).delete(`/contacts/${no}`, { "if-match": '"7"' })).status).toBe(
      412,
    );
    expect((await (await app.as("crmAdmin")).delete(`/contacts/${no}`, { "if-match": '"1"' })).status).toBe(
      204,
    );
    expect((await (await app.as("crmAdmin")).delete(`/contacts/${no}`)).body).toMatchObject({
      status: 404,
      code: "contact_not_found",
    });
  });
});

describe("privacy", () => {
  test("CON-107 a minor is blocked until there is a consent and somebody unblocks", async ({ app }) => {
    const admin = await app.as("crmAdmin");
    const { no } = await given.contact(app, { type: "person" });
    const change = (body: object) => admin.patch(`/contacts/${no}`, body);

    expect((await change({ minor: true })).body).toMatchObject({ minor: true, privacyBlocked: true });
    expect((await change({ privacyBlocked: false })).body).toMatchObject({
      status: 409,
      code: "contact_consent_missing",
    });
    expect((await change({ parentalConsentReceived: true })).body).toMatchObject({ privacyBlocked: true });
    expect((await change({ privacyBlocked: false })).body).toMatchObject({
      privacyBlocked: false,
      minor: true,
    });
    expect((await change({ minor: false })).body).toMatchObject({
      minor: false,
      parentalConsentReceived: false,
    });
  });

  test("its flags are a right of their own; sending them back unchanged is none of it", async ({ app }) => {
    const user = await app.as("crmUser");
    const { no } = await given.contact(app, { type: "person" });

    expect((await user.patch(`/contacts/${no}`, { privacyBlocked: true })).body).toMatchObject({
      status: 403,
      values: { right: "privacy.manage" },
    });
    expect((await user.patch(`/contacts/${no}`, { privacyBlocked: false, city: "Oulu" })).status).toBe(200);
    expect(
      (await user.post("/contacts", { no: "MINOR", type: "person", name: "Nuori", minor: true })).status,
    ).toBe(403);
  });

  test("a minor is blocked from the beginning", async ({ app }) => {
    const admin = await app.as("crmAdmin");

    const made = await admin.post("/contacts", { no: "MINOR2", type: "person", name: "Nuori", minor: true });

    expect(made.body).toMatchObject({ minor: true, privacyBlocked: true });
  });
});
