import { sql } from "kysely";
import { describe, expect, onTestFinished } from "vitest";
import { jobWorks } from "#app/jobs.ts";
import { type TestApp, test } from "#app/testing.ts";
import { uploadTo } from "#attachments/testing.ts";
import { startTestWorker } from "#platform/jobs/testing.ts";
import { givenIn, givenTemplate } from "../testing.ts";

const path = "/interaction-log-entries/delete-canceled";

async function scene(app: TestApp) {
  const worker = startTestWorker(app, jobWorks(app));
  onTestFinished(() => worker.stop(0));
  const given = givenIn(app.owner);
  const salesperson = await given.salesperson();
  const contact = await given.contact({ salespersonId: salesperson.id });
  const { code } = await givenTemplate(app);
  const admin = await app.as("crmAdmin");
  const record = async (fields: Record<string, unknown> = {}) => {
    const answer = await admin.post("/interactions", {
      contactNo: contact.no,
      interactionTemplateCode: code,
      ...fields,
    });
    expect(answer.status, answer.text).toBe(201);
    return answer.body as { entryNo: number; attachmentNo: number | null };
  };
  const cancel = async (...entryNos: number[]) => {
    const answer = await admin.post("/interaction-log-entries/cancel", { entryNos });
    expect(answer.status, answer.text).toBe(200);
  };
  const left = async (): Promise<number[]> => {
    const answer = await admin.get(`/interaction-log-entries?contactNo=${contact.no}&sort=entryNo`);
    return answer.body.items.map(({ entryNo }: { entryNo: number }) => entryNo);
  };
  const deleteCanceled = (filter?: Record<string, unknown>) =>
    admin.post(path, filter, { prefer: "wait=30" });
  return { admin, contact, code, record, cancel, left, deleteCanceled };
}

describe("deleting what is canceled", () => {
  test("INT-086 canceled entries go with their comments, others stay, and the count is told", async ({
    app,
  }) => {
    const { contact, record, cancel, left, deleteCanceled } = await scene(app);
    const first = await record({ comments: ["A remark"] });
    const second = await record();
    const kept = await record({ comments: ["Another"] });
    await cancel(first.entryNo, second.entryNo);

    const answer = await deleteCanceled({ contactNo: contact.no });

    expect([answer.status, answer.body]).toEqual([200, { deleted: 2 }]);
    expect(await left()).toEqual([kept.entryNo]);
    const comments = await app.owner
      .selectFrom("interaction_comments")
      .select("entry_no")
      .where("contact_id", "=", contact.id)
      .execute();
    expect(comments).toEqual([{ entry_no: kept.entryNo }]);
    const trail = await app.owner
      .selectFrom("audit_entries")
      .select("resource_key")
      .where("action", "=", "interaction.deleted")
      .where("resource_key", "in", [String(first.entryNo), String(second.entryNo)])
      .execute();
    expect(trail).toHaveLength(2);
    expect((await deleteCanceled({ contactNo: contact.no })).body).toEqual({ deleted: 0 });
  });

  test("INT-086 a shared attachment goes with the last entry that has it", async ({ app }) => {
    const { admin, contact, record, cancel, deleteCanceled } = await scene(app);
    const upload = await uploadTo(admin, "/attachments", Buffer.from("hello"), "hello.txt");
    const first = await record({ attachment: { attachmentNo: upload.body.attachmentNo } });
    const second = await record();
    await sql`
      update interaction_log_entries set attachment_no = ${first.attachmentNo}
       where entry_no = ${second.entryNo}`.execute(app.owner);
    await cancel(first.entryNo, second.entryNo);
    const attachment = `/attachments/${first.attachmentNo}`;

    expect((await deleteCanceled({ entryNos: [first.entryNo] })).body).toEqual({ deleted: 1 });
    expect((await admin.get(attachment)).status).toBe(200);
    expect((await deleteCanceled({ contactNo: contact.no })).body).toEqual({ deleted: 1 });
    expect((await admin.get(attachment)).status).toBe(404);
  });

  test("only those that meet the filters are deleted", async ({ app }) => {
    const { code, record, cancel, left, deleteCanceled } = await scene(app);
    const old = await record({ date: "2025-03-01", description: "Syysretki" });
    const named = await record({ date: "2025-06-01", description: "Kevätretki" });
    const found = await record({ date: "2025-09-01", description: "Talviretkellä" });
    const open = await record({ date: "2025-03-01" });
    await cancel(old.entryNo, named.entryNo, found.entryNo);

    expect((await deleteCanceled({ interactionTemplateCode: code, dateTo: "2025-03-31" })).body.deleted).toBe(
      1,
    );
    expect((await deleteCanceled({ entryNos: [named.entryNo, open.entryNo] })).body.deleted).toBe(1);
    expect(await left()).toEqual([found.entryNo, open.entryNo]);
    expect((await deleteCanceled({ search: "talviretki", interactionTemplateCode: code })).body.deleted).toBe(
      1,
    );
    expect((await deleteCanceled({ salespersonCode: "NOBODY" })).body.deleted).toBe(0);
    expect(await left()).toEqual([open.entryNo]);
  });

  test("more than one portion goes at once, and the statistics follow", async ({ app }) => {
    const { contact, deleteCanceled, left } = await scene(app);
    await sql`
      insert into interaction_log_entries (contact_id, entry_no, company_id, happened_at, user_id, canceled)
      select ${contact.id}::bigint, 41000000 + i, ${contact.id}::bigint, timestamp '2019-01-01' + i * interval '1 minute', 'T', true
        from generate_series(1, 10001) i`.execute(app.owner);

    expect((await deleteCanceled({ contactNo: contact.no })).body).toEqual({ deleted: 10_001 });

    expect(await left()).toEqual([]);
    const changed = await sql<{ days: number }>`
      select count(distinct day) as days from interaction_changed_days where day < '2020-01-01'`.execute(
      app.owner,
    );
    expect(changed.rows[0]!.days).toBe(7);
  });

  test("nobody does it without the right to delete, or with filters that do not exist", async ({ app }) => {
    const user = await app.as("crmUser");
    expect((await user.post(path, {})).status).toBe(403);
    const admin = await app.as("crmAdmin");
    for (const filter of [
      { canceled: "false" },
      { unknown: "x" },
      { entryNos: ["x"] },
      { dateFrom: "yesterday" },
    ])
      expect((await admin.post(path, filter)).status).toBeGreaterThanOrEqual(400);
  });
});
