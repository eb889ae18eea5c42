import { describe, expect } from "vitest";
import { test } from "#app/testing.ts";
import { given, unique } from "../../testing.ts";

describe("comments", () => {
  test("CON-048 a comment of a contact is listed with date and author", async ({ app }) => {
    const user = await app.as("crmUser");
    const { no, lastModifiedAt } = await given.contact(app);
    const path = `/contacts/${no}/comments`;

    const added = await user.post(path, { text: "  Prefers to be called in the morning\n" });

    expect(added).toMatchObject({
      status: 201,
      headers: { etag: '"1"' },
      body: {
        lineNo: 10_000,
        date: "2026-11-23",
        text: "Prefers to be called in the morning",
        author: "test crmUser:",
        lastModifiedAt: null,
      },
    });
    expect((await user.get(path)).body).toEqual({ items: [added.body] });
    expect((await user.get(`/contacts/${no}`)).body.lastModifiedAt > lastModifiedAt).toBe(true);
  });

  test("only the first of a day is dated, unless a date is said", async ({ app }) => {
    const user = await app.as("crmUser");
    const { no } = await given.contact(app);
    const path = `/contacts/${no}/comments`;

    const bodies = [{ text: "a" }, { text: "b" }, { text: "c", date: "2026-01-02", code: "note" }];
    for (const body of bodies) await user.post(path, body);

    expect((await user.get(path)).body.items).toMatchObject([
      { lineNo: 10_000, date: "2026-11-23", text: "a" },
      { lineNo: 20_000, date: null, text: "b" },
      { lineNo: 30_000, date: "2026-01-02", code: "NOTE", text: "c" },
    ]);
  });

  test("are changed by whoever has seen the latest version, and deleted", async ({ app }) => {
    const user = await app.as("crmUser");
    const { no } = await given.contact(app);
    const path = `/contacts/${no}/comments`;
    await user.post(path, { text: "Old" });

    const changed = await user.patch(`${path}/10000`, { text: "New" }, { "if-match": '"1"' });
    expect(changed.body).toMatchObject({ text: "New", date: "2026-11-23", version: 2 });
    expect(changed.body.lastModifiedAt).not.toBeNull();
    expect((await user.patch(`${path}/10000`, { text: "Newer" }, { "if-match": '"1"' })).status).toBe(412);
    expect((await user.patch(`${path}/20000`, { text: "x" })).status).toBe(404);
    expect((await user.post(path, { text: "  " })).status).toBe(422);
    expect((await user.post(path, { text: "x".repeat(2_001) })).status).toBe(422);
    expect((await (await app.as("viewer")).post(path, { text: "x" })).status).toBe(403);

    expect((await user.delete(`${path}/10000`)).status).toBe(204);
    expect((await user.delete(`${path}/10000`)).status).toBe(404);
    expect((await user.get(path)).body.items).toEqual([]);
    expect((await user.get("/contacts/NOBODY/comments")).status).toBe(404);
  });

  test("the trail says that there was one, not what it said", async ({ app }) => {
    const admin = await app.as("admin");
    const { no } = await given.contact(app);
    await admin.post(`/contacts/${no}/comments`, { text: "secret" });

    const { body } = await admin.get(`/audit-entries?resource=contacts&resourceKey=${no}`);

    expect(body.items[0]).toMatchObject({ action: "comment.added", changes: { lineNo: 10_000 } });
    expect(JSON.stringify(body)).not.toContain("secret");
  });

  test("of a web source go with it", async ({ app }) => {
    const admin = await app.as("crmAdmin");
    const code = unique("WEB");
    await admin.post("/web-sources", { code });
    const added = await admin.post(`/web-sources/${code}/comments`, { text: "Needs a subscription" });
    expect(added.status).toBe(201);
    expect((await admin.get(`/web-sources/${code}/comments`)).body.items).toEqual([added.body]);

    expect((await admin.delete(`/web-sources/${code}`)).status).toBe(204);

    expect(await app.db.selectFrom("web_source_comments").select("line_no").execute()).toEqual([]);
    expect((await admin.get(`/web-sources/${code}/comments`)).status).toBe(404);
  });
});
