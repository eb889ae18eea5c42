import { sql } from "kysely";
import { describe, expect } from "vitest";
import { type TestApp, test } from "#app/testing.ts";
import { givenSeriesFor } from "#numbering/testing.ts";
import { givenIn, givenTemplate } from "../testing.ts";

/** A contact with a salesperson, a template, and ways to record, correct and look. */
async function scene(app: TestApp, template: Record<string, unknown> = {}) {
  const given = givenIn(app.owner);
  const salesperson = await given.salesperson({ name: "S" });
  const contact = await given.contact({ name: "C", salespersonId: salesperson.id });
  const { code } = await givenTemplate(app, { unitCost: 8, unitDurationMin: 10, ...template });
  const user = await app.as("crmUser");
  const correct = (entryNo: number, body: object, headers?: Record<string, string>) =>
    user.post(`/interaction-log-entries/${entryNo}/correct`, { reason: "Typo", ...body }, headers);
  return {
    given,
    salesperson,
    contact,
    templateCode: code,
    user,
    async record(more: Record<string, unknown> = {}) {
      const answer = await user.post("/interactions", {
        contactNo: contact.no,
        interactionTemplateCode: code,
        description: "Talked",
        ...more,
      });
      expect(answer.status, answer.text).toBe(201);
      return answer.body;
    },
    correct,
    async corrected(entryNo: number, body: object) {
      const answer = await correct(entryNo, body);
      expect(answer.status, answer.text).toBe(201);
      return answer.body;
    },
    entry: async (entryNo: number) => (await user.get(`/interaction-log-entries/${entryNo}`)).body,
    timeline: async (no: string, more = "") =>
      (await user.get(`/contacts/${no}/timeline${more}`)).body.items.map(
        ({ entryNo }: { entryNo: number }) => entryNo,
      ) as number[],
    counts: async (no: string) => {
      const { noOfInteractions, cost } = (await user.get(`/contacts/${no}/statistics`)).body;
      return [noOfInteractions, cost];
    },
  };
}

const codeOf = ({ status, body }: { status: number; body: { code?: string } }) => [status, body.code];

describe("correcting a logged interaction", () => {
  test("a new entry takes the place of the old one, which is canceled with the reason", async ({ app }) => {
    const { given, salesperson, contact, record, corrected, entry, timeline, counts, user } =
      await scene(app);
    const right = await given.contact({ name: "Right one", salespersonId: salesperson.id });
    const old = await record({ comments: ["As agreed"], cost: 12.5, date: "2026-02-03", time: "10:15" });

    const answer = await corrected(old.entryNo, { contactNo: right.no, date: "2026-02-04" });

    const { entryNo, recordedAt, lastModifiedAt, warnings, ...same } = old;
    expect(answer).toMatchObject({
      ...same,
      contactNo: right.no,
      contactName: "Right one",
      contactCompanyNo: right.no,
      contactCompanyName: "Right one",
      date: "2026-02-04",
      correctsEntryNo: old.entryNo,
      correctedByEntryNo: null,
    });
    expect(answer.entryNo).toBeGreaterThan(old.entryNo);
    expect(await entry(old.entryNo)).toMatchObject({
      contactNo: contact.no,
      date: "2026-02-03",
      canceled: true,
      canceledAt: expect.any(String),
      cancelReason: "Typo",
      correctedByEntryNo: answer.entryNo,
      noOfComments: 1,
    });
    const comments = await user.get(`/interaction-log-entries/${answer.entryNo}/comments`);
    expect(comments.body.items).toMatchObject([{ text: "As agreed", lineNo: 10_000, author: old.userId }]);
    expect([await counts(contact.no), await counts(right.no)]).toEqual([
      [0, 0],
      [1, 12.5],
    ]);
    expect(await timeline(contact.no)).toEqual([]);
    expect(await timeline(contact.no, "?canceled=true")).toEqual([old.entryNo]);
    expect(await timeline(right.no)).toEqual([answer.entryNo]);
  });

  test("both entries tell in the trail what was corrected, why and by whom", async ({ app }) => {
    const { record, corrected } = await scene(app);
    const old = await record();

    const { entryNo } = await corrected(old.entryNo, { description: "Met", durationMin: 30 });

    const trail = await app.owner
      .selectFrom("audit_entries")
      .select(["action", "changes", "actor"])
      .where("resource_key", "in", [String(old.entryNo), String(entryNo)])
      .orderBy("id")
      .execute();
    expect(trail.map(({ action, changes }) => [action, changes])).toEqual([
      ["interaction.recorded", { count: 1 }],
      ["interaction.recorded", { count: 1 }],
      ["interaction.corrected", { reason: "Typo", correctedByEntryNo: entryNo }],
      [
        "interaction.correction",
        {
          reason: "Typo",
          correctsEntryNo: old.entryNo,
          description: ["Talked", "Met"],
          durationMin: [10, 30],
        },
      ],
    ]);
    expect(trail.at(-1)!.actor).toBe(old.userId);
  });

  test("the attachment goes along without its bytes being stored again", async ({ app }) => {
    const { record, corrected, user, entry } = await scene(app);
    const upload = await user.post("/attachments?fileName=offer.txt", Buffer.from("An offer"), {
      "content-type": "application/octet-stream",
    });
    expect(upload.status, upload.text).toBe(201);
    const old = await record({ attachment: { attachmentNo: upload.body.attachmentNo } });

    const answer = await corrected(old.entryNo, { description: "Sent an offer" });

    expect(answer.attachmentNo).not.toBe(old.attachmentNo);
    const file = await user.get(`/interaction-log-entries/${answer.entryNo}/attachment`);
    expect(file.text).toBe("An offer");
    expect((await entry(old.entryNo)).attachmentNo).toBe(old.attachmentNo);
    const { rows } = await sql<{ blobs: number }>`
      select count(distinct blob_id) as blobs from attachments
       where no = any(${[old.attachmentNo, answer.attachmentNo]}::bigint[])`.execute(app.owner);
    expect(rows[0]!.blobs).toBe(1);
    const without = await corrected(answer.entryNo, { attachment: null });
    expect(without.attachmentNo).toBeNull();
    const history = await user.get(`/interaction-log-entries/${without.entryNo}/corrections`);
    expect(history.body.items.map((version: { changes: unknown }) => version.changes)).toEqual([
      [],
      [{ field: "description", before: "Talked", after: "Sent an offer" }],
      [{ field: "attachment", before: "offer.txt", after: null }],
    ]);
  });

  test("search finds the new words with the new entry", async ({ app }) => {
    const { record, corrected, user } = await scene(app);
    const old = await record({ description: "Viherjuuria kyseltiin", comments: ["Sinisiipi"] });

    const { entryNo } = await corrected(old.entryNo, { description: "Keltajuuria kyseltiin" });

    const found = async (search: string) =>
      (await user.get(`/interaction-log-entries?canceled=false&search=${search}`)).body.items.map(
        (entry: { entryNo: number }) => entry.entryNo,
      );
    expect(await found("viherjuuri")).toEqual([]);
    expect(await found("keltajuuri")).toEqual([entryNo]);
    expect(await found("sinisiip")).toEqual([entryNo]);
  });

  test("a subject follows the description it was, and keeps what was typed", async ({ app }) => {
    const { record, corrected } = await scene(app);

    const follows = await corrected((await record()).entryNo, { description: "Met" });
    const keeps = await corrected((await record({ subject: "Prices" })).entryNo, { description: "Met" });

    expect([follows.subject, keeps.subject]).toEqual(["Met", "Prices"]);
  });

  test("another template brings its group and language, and takes nothing else", async ({ app }) => {
    const { record, corrected } = await scene(app);
    const letter = await givenTemplate(app, { unitCost: 99, description: "Letter" });
    const old = await record({ evaluation: "positive", wasSuccessful: false });

    const answer = await corrected(old.entryNo, { interactionTemplateCode: letter.code });

    expect(answer).toMatchObject({
      interactionTemplateCode: letter.code,
      interactionGroupCode: letter.group,
      description: "Talked",
      cost: 8,
      durationMin: 10,
      evaluation: "positive",
      attemptFailed: true,
    });
  });

  test("a campaign's figures move with the entry; an unchanged campaign keeps its campaign entry", async ({
    app,
  }) => {
    const { record, corrected } = await scene(app);
    const admin = await app.as("crmAdmin");
    await givenSeriesFor(app, "campaignNos", "CP0001");
    const campaign = async () => (await admin.post("/campaigns", { description: "Spring" })).body.no;
    const [first, second] = [await campaign(), await campaign()];
    const old = await record({ campaignNo: first });

    const same = await corrected(old.entryNo, { description: "Met" });
    expect([same.campaignNo, same.campaignEntryNo]).toEqual([first, old.campaignEntryNo]);
    const moved = await corrected(same.entryNo, { campaignNo: second });
    expect(moved.campaignNo).toBe(second);
    expect(moved.campaignEntryNo).not.toBe(old.campaignEntryNo);

    const entries = (await admin.get(`/campaign-entries?campaignNo=${first},${second}`)).body.items;
    expect(
      entries.map((entry: { campaignNo: string; noOfInteractions: number }) => [
        entry.campaignNo,
        entry.noOfInteractions,
      ]),
    ).toEqual(
      expect.arrayContaining([
        [first, 0],
        [second, 1],
      ]),
    );
  });

  test("what has been blocked or archived since is no obstacle to what it is not about", async ({ app }) => {
    const { record, corrected, correct, contact, salesperson, templateCode, given } = await scene(app);
    const admin = await app.as("crmAdmin");
    const [first, second] = [await record(), await record()];
    await app.owner
      .updateTable("contacts")
      .set({ privacy_blocked: true })
      .where("id", "=", contact.id)
      .execute();
    await app.owner
      .updateTable("salespeople")
      .set({ blocked: true })
      .where("id", "=", salesperson.id)
      .execute();
    await admin.patch(`/interaction-templates/${templateCode}`, { archived: true });

    await corrected(first.entryNo, { durationMin: 5 });

    const blocked = await given.contact({ privacyBlocked: true });
    expect(codeOf(await correct(second.entryNo, { contactNo: blocked.no }))).toEqual([
      409,
      "contact_privacy_blocked",
    ]);
    const other = await given.salesperson({ blocked: true });
    expect(codeOf(await correct(second.entryNo, { salespersonCode: other.code }))).toEqual([
      422,
      "salesperson_blocked",
    ]);
  });

  test("is refused where there is nothing to correct, and then nothing is written", async ({ app }) => {
    const { record, corrected, correct, entry, user } = await scene(app);
    const old = await record();
    const before = await app.owner
      .selectFrom("interaction_log_entries")
      .select(({ fn }) => fn.countAll<number>().as("n"))
      .executeTakeFirstOrThrow();

    expect(codeOf(await correct(old.entryNo, {}))).toEqual([422, "correction_changes_nothing"]);
    expect(codeOf(await correct(old.entryNo, { description: " Talked ", cost: 8 }))).toEqual([
      422,
      "correction_changes_nothing",
    ]);
    expect(codeOf(await correct(old.entryNo, { description: null }))).toEqual([422, "description_required"]);
    expect(codeOf(await correct(old.entryNo, { contactNo: "NOBODY" }))).toEqual([422, "not_found"]);
    expect(codeOf(await correct(old.entryNo, { description: "x", reason: " " }))[0]).toBe(422);
    expect(codeOf(await correct(old.entryNo, { description: "x", reason: "x".repeat(251) }))[0]).toBe(422);
    expect(codeOf(await correct(old.entryNo, { description: "x", postponed: true }))[0]).toBe(422);
    expect((await correct(old.entryNo, { description: "x" }, { "if-match": '"7"' })).status).toBe(412);
    expect((await correct(999_999_999, { description: "x" })).status).toBe(404);
    const viewer = await app.as("viewer");
    expect(
      (
        await viewer.post(`/interaction-log-entries/${old.entryNo}/correct`, {
          description: "x",
          reason: "y",
        })
      ).status,
    ).toBe(403);

    const after = await app.owner
      .selectFrom("interaction_log_entries")
      .select(({ fn }) => fn.countAll<number>().as("n"))
      .executeTakeFirstOrThrow();
    expect(after).toEqual(before);
    expect(await entry(old.entryNo)).toMatchObject({ canceled: false, version: 1 });

    const { entryNo } = await corrected(old.entryNo, { description: "Met" });
    const again = await correct(old.entryNo, { description: "Wrote" });
    expect(codeOf(again)).toEqual([409, "interaction_corrected"]);
    expect(again.body.detail).toContain(String(entryNo));
    await user.post(`/interaction-log-entries/${entryNo}/cancel`);
    expect(codeOf(await correct(entryNo, { description: "Wrote" }))).toEqual([409, "interaction_canceled"]);
  });

  test("B12 sent twice with one key it is done once", async ({ app }) => {
    const { record, correct, timeline, contact } = await scene(app);
    const { entryNo } = await record();
    const key = { "idempotency-key": "correct-once" };

    const first = await correct(entryNo, { description: "Met" }, key);
    const second = await correct(entryNo, { description: "Met" }, key);

    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body).toEqual(first.body);
    expect(await timeline(contact.no)).toEqual([first.body.entryNo]);
  });

  test("of two corrections at once one wins, the other learns of it", async ({ app }) => {
    const { record, correct, timeline, contact, counts } = await scene(app);
    const { entryNo } = await record();

    const answers = await Promise.all(
      ["One", "Two", "Three", "Four"].map((description) => correct(entryNo, { description })),
    );

    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
    expect(answers.flatMap(({ body }) => body.code ?? [])).toEqual(Array(3).fill("interaction_corrected"));
    expect(await timeline(contact.no)).toHaveLength(1);
    expect((await counts(contact.no))[0]).toBe(1);
  });

  test("corrected while it is being canceled, it is one of both, never a third", async ({ app }) => {
    const { record, correct, counts, contact, user, entry } = await scene(app);
    for (let round = 0; round < 4; round++) {
      const { entryNo } = await record();
      const [corrected, canceled] = await Promise.all([
        correct(entryNo, { description: "Met" }),
        user.post(`/interaction-log-entries/${entryNo}/cancel`, { reason: "Never happened" }),
      ]);

      expect(canceled.status).toBe(200);
      expect([201, 409]).toContain(corrected.status);
      const after = await entry(entryNo);
      if (corrected.status === 201) {
        expect(after).toMatchObject({ cancelReason: "Typo", correctedByEntryNo: corrected.body.entryNo });
        await user.post(`/interaction-log-entries/${corrected.body.entryNo}/cancel`);
      } else {
        expect(corrected.body.code).toBe("interaction_canceled");
        expect(after).toMatchObject({ cancelReason: "Never happened", correctedByEntryNo: null });
      }
      expect((await counts(contact.no))[0]).toBe(0);
    }
  });

  test("an entry of a document or a segment stays one", async ({ app }) => {
    const { record, corrected } = await scene(app);
    const { entryNo } = await record();
    await sql`
      update interaction_log_entries
         set segment_no = 'SM1', logged_segment_entry_no = 7, document_type = 'salesInvoice', document_no = 'SI-9',
             version_no = 2, document_occurrence = 3, delivery_status = 'delivered', former_contact_id = 12
       where entry_no = ${entryNo}`.execute(app.owner);

    const answer = await corrected(entryNo, { durationMin: 1 });

    expect(answer).toMatchObject({
      segmentNo: "SM1",
      loggedSegmentEntryNo: 7,
      documentType: "salesInvoice",
      documentNo: "SI-9",
      versionNo: 2,
      documentOccurrence: 3,
      deliveryStatus: "delivered",
    });
    const { rows } = await sql<{ former_contact_id: number }>`
      select former_contact_id from interaction_log_entries where entry_no = ${answer.entryNo}`.execute(
      app.owner,
    );
    expect(rows[0]!.former_contact_id).toBe(12);
  });
});

describe("undoing a correction", () => {
  test("puts the old entry back in the place of the new one, which can be undone in turn", async ({
    app,
  }) => {
    const { record, corrected, correct, user, entry, timeline, contact, counts } = await scene(app);
    const old = await record();
    const { entryNo } = await corrected(old.entryNo, { description: "Met" });

    const undone = await user.post(`/interaction-log-entries/${entryNo}/undo-correction`, { reason: "Oops" });

    expect(undone.body).toMatchObject({ entryNo: old.entryNo, canceled: false, correctedByEntryNo: null });
    expect(await entry(entryNo)).toMatchObject({
      canceled: true,
      cancelReason: "Oops",
      correctsEntryNo: old.entryNo,
      correctedByEntryNo: old.entryNo,
    });
    expect(await timeline(contact.no)).toEqual([old.entryNo]);
    expect((await counts(contact.no))[0]).toBe(1);
    const again = await user.post(`/interaction-log-entries/${entryNo}/undo-correction`);
    expect(codeOf(again)).toEqual([409, "no_correction"]);
    expect(codeOf(await user.post(`/interaction-log-entries/${old.entryNo}/undo-correction`))).toEqual([
      409,
      "no_correction",
    ]);
    expect(codeOf(await correct(entryNo, { description: "x" }))).toEqual([409, "interaction_corrected"]);

    const anew = await corrected(old.entryNo, { description: "Wrote" });
    expect(await timeline(contact.no)).toEqual([anew.entryNo]);
  });

  test("of a chain of corrections never more than one counts, whatever is reinstated", async ({ app }) => {
    const { record, corrected, user, entry, contact, counts } = await scene(app);
    const first = (await record()).entryNo;
    const second = (await corrected(first, { description: "Two" })).entryNo;
    const third = (await corrected(second, { description: "Three" })).entryNo;
    const reinstate = (...entryNos: number[]) =>
      user.post("/interaction-log-entries/reinstate", { entryNos });
    const refused = [409, "interaction_corrected"];

    expect(codeOf(await reinstate(first))).toEqual(refused);
    expect(codeOf(await reinstate(second))).toEqual(refused);
    await user.post(`/interaction-log-entries/${third}/cancel`);
    expect(codeOf(await reinstate(first))).toEqual(refused);
    expect(codeOf(await reinstate(second, third))).toEqual(refused);
    expect((await reinstate(second)).status).toBe(200);
    expect(codeOf(await reinstate(third))).toEqual(refused);
    expect(codeOf(await reinstate(first))).toEqual(refused);
    expect((await counts(contact.no))[0]).toBe(1);

    await user.post(`/interaction-log-entries/${second}/cancel`);
    expect((await reinstate(first)).status).toBe(200);
    expect(codeOf(await reinstate(second))).toEqual(refused);
    expect(codeOf(await reinstate(third))).toEqual(refused);
    expect((await entry(first)).correctedByEntryNo).toBeNull();

    await user.post(`/interaction-log-entries/${first}/cancel`);
    const admin = await app.as("crmAdmin");
    expect((await admin.delete(`/interaction-log-entries/${first}`)).status).toBe(204);
    expect(codeOf(await reinstate(second))).toEqual(refused);
  });

  test("two who reinstate both ends at once do not make both count", async ({ app }) => {
    const { record, corrected, user, contact, counts } = await scene(app);
    const first = (await record()).entryNo;
    const second = (await corrected(first, { description: "Two" })).entryNo;
    await user.post(`/interaction-log-entries/${second}/cancel`);

    const answers = await Promise.all(
      [first, second].map((entryNo) => user.post(`/interaction-log-entries/${entryNo}/reinstate`)),
    );

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await counts(contact.no))[0]).toBe(1);
  });

  test("a campaign entry that is reinstated leaves out what was corrected", async ({ app }) => {
    const { record, corrected, entry } = await scene(app);
    const admin = await app.as("crmAdmin");
    await givenSeriesFor(app, "campaignNos", "CP1001");
    const { no } = (await admin.post("/campaigns", { description: "Spring" })).body;
    const old = await record({ campaignNo: no });
    const { entryNo } = await corrected(old.entryNo, { description: "Met" });

    await admin.post(`/campaign-entries/${old.campaignEntryNo}/cancel`);
    const answer = await admin.post(`/campaign-entries/${old.campaignEntryNo}/reinstate`);

    expect(answer.body).toMatchObject({ noOfInteractions: 1 });
    expect([(await entry(old.entryNo)).canceled, (await entry(entryNo)).canceled]).toEqual([true, false]);
  });
});

test("the program's role cannot change which entry is corrected", async ({ app }) => {
  const attempt = sql`update interaction_log_entries set corrects_entry_no = 1 where false`.execute(app.db);

  await expect(attempt).rejects.toThrow(/permission denied/);
});
