import { describe, expect } from "vitest";
import { type TestApp, type TestClient, test, testContext } from "#app/testing.ts";
import { entryOf, givenIn, givenTemplate, unique } from "../testing.ts";
import { deleteOldDrafts } from "./clean-up.commands.ts";

async function start(client: TestClient, context: Record<string, unknown> = {}) {
  const answer = await client.post("/interaction-drafts", context);
  expect(answer.status, answer.text).toBe(201);
  return answer.body;
}

async function change(client: TestClient, id: string, fields: Record<string, unknown>) {
  const answer = await client.patch(`/interaction-drafts/${id}`, fields);
  expect(answer.status, answer.text).toBe(200);
  return answer.body;
}

const finish = (client: TestClient, id: string) => client.post(`/interaction-drafts/${id}/finish`);
const postpone = (client: TestClient, id: string) => client.post(`/interaction-drafts/${id}/postpone`);

/** A contact with a salesperson, and a template. */
async function givenBasics(app: TestApp) {
  const given = givenIn(app.owner);
  const salesperson = await given.salesperson({ name: "Aino Harju" });
  const contact = await given.contact({ name: "Kuusikko Oy", salespersonId: salesperson.id });
  const template = await givenTemplate(app, {
    unitCost: 12.5,
    unitDurationMin: 30,
    informationFlow: "outbound",
  });
  return { given, salesperson, contact, template, user: await app.as("crmUser") };
}

describe("the guided flow", () => {
  test("INT-024 from a contact to an entry: what is left alone follows from contact and template", async ({
    app,
  }) => {
    const { contact, salesperson, template, user } = await givenBasics(app);

    const draft = await start(user, { contactNo: contact.no });
    expect(draft).toMatchObject({
      kind: "interaction",
      step: "type",
      steps: ["type", "relations", "result"],
      fixed: ["contactNo", "contactCompanyNo"],
      contactName: "Kuusikko Oy",
      salespersonCode: salesperson.code,
      salespersonName: "Aino Harju",
      date: "2026-11-23",
      time: "14:01:00",
      outcome: null,
      version: 1,
    });
    const saved = await change(user, draft.id, {
      interactionTemplateCode: template.code.toLowerCase(),
      step: "relations",
    });
    expect(saved).toMatchObject({ step: "relations", cost: 12.5, durationMin: 30, version: 2 });
    expect((await user.get(`/interaction-drafts/${draft.id}`)).body).toEqual(saved);

    const logged = await finish(user, draft.id);
    expect(logged.status, logged.text).toBe(200);
    expect(logged.body).toMatchObject({
      contactNo: contact.no,
      interactionTemplateCode: template.code,
      interactionGroupCode: template.group,
      description: `Template ${template.code}`,
      subject: `Template ${template.code}`,
      salespersonCode: salesperson.code,
      cost: 12.5,
      durationMin: 30,
      date: "2026-11-23",
      time: "14:01:00",
      postponed: false,
    });
    expect((await user.get(`/interaction-log-entries/${logged.body.entryNo}`)).body).toEqual(
      entryOf(logged.body),
    );
  });

  test("INT-020 INT-021 INT-022 INT-023 finishing names what is missing, in its order, and logs nothing", async ({
    app,
  }) => {
    const { given, user } = await givenBasics(app);
    const lonely = await given.contact();
    const plain = await givenTemplate(app, { description: null });
    const draft = await start(user);
    const code = async () => (await finish(user, draft.id)).body.code;

    expect(await code()).toBe("contact_required");
    await change(user, draft.id, { contactNo: lonely.no });
    expect(await code()).toBe("template_required");
    await change(user, draft.id, { interactionTemplateCode: plain.code });
    expect(await code()).toBe("salesperson_required");
    await change(user, draft.id, { salespersonCode: (await given.salesperson()).code, date: null });
    expect(await code()).toBe("date_required");
    await change(user, draft.id, { date: "2026-11-20" });
    expect(await code()).toBe("description_required");
    expect((await user.get(`/contacts/${lonely.no}/timeline`)).body.items).toEqual([]);
    await change(user, draft.id, { description: "Prices" });
    expect((await finish(user, draft.id)).body).toMatchObject({ date: "2026-11-20", description: "Prices" });
  });

  test("INT-030 a typed name finds the first contact that contains it, none clears it", async ({ app }) => {
    const { given, salesperson, user } = await givenBasics(app);
    const bob = await given.contact({ type: "person", name: "Bob Stone" });
    const draft = await start(user, { salespersonCode: salesperson.code });

    const found = await change(user, draft.id, { contactName: " bob ST " });
    expect(found).toMatchObject({ contactNo: bob.no, contactName: "Bob Stone", fixed: ["salespersonCode"] });
    expect(found.salespersonCode).toBe(salesperson.code);
    const cleared = await change(user, draft.id, { contactName: "nobody_of_this%name" });
    expect(cleared).toMatchObject({ contactNo: null, contactName: null, salespersonCode: salesperson.code });
  });

  test("INT-031 a fixed field is refused, with every other wrong one, and nothing is saved", async ({
    app,
  }) => {
    const { given, contact, template, user } = await givenBasics(app);
    const other = await given.contact();
    const blocked = await given.salesperson({ blocked: true });
    const draft = await start(user, { contactNo: contact.no });

    const answer = await user.patch(
      `/interaction-drafts/${draft.id}`,
      { contactNo: other.no, salespersonCode: blocked.code, interactionTemplateCode: template.code },
      { "accept-language": "fi" },
    );

    expect([answer.status, answer.body.code]).toEqual([422, "field_fixed"]);
    expect(answer.body.errors).toMatchObject([
      { path: "contactNo", code: "field_fixed", message: expect.stringContaining("Kontaktin nro") },
      { path: "salespersonCode", code: "salesperson_blocked" },
    ]);
    expect((await user.get(`/interaction-drafts/${draft.id}`)).body).toEqual(draft);
  });

  test("unknown references are named, a language the template has no text in is refused", async ({ app }) => {
    const { contact, template, user } = await givenBasics(app);
    const draft = await start(user, { contactNo: contact.no });
    await change(user, draft.id, { interactionTemplateCode: template.code });

    const unknown = await user.patch(`/interaction-drafts/${draft.id}`, { salespersonCode: "NOONE" });
    expect(unknown.body).toMatchObject({ code: "not_found", errors: [{ path: "salespersonCode" }] });
    const language = await user.patch(`/interaction-drafts/${draft.id}`, { languageCode: "FRA" });
    expect(language.body).toMatchObject({ status: 422, code: "language_not_on_template" });
    expect((await user.post("/interaction-drafts", { contactNo: "NOBODY" })).body).toMatchObject({
      status: 422,
      code: "not_found",
    });
  });

  test("INT-052 a privacy-blocked contact refuses start, choice and finish", async ({ app }) => {
    const { given, contact, template, user } = await givenBasics(app);
    const blocked = await given.contact({ privacyBlocked: true });
    const free = await start(user);
    const begun = await start(user, { contactNo: contact.no });
    await change(user, begun.id, { interactionTemplateCode: template.code });
    await app.owner
      .updateTable("contacts")
      .set({ privacy_blocked: true })
      .where("id", "=", contact.id)
      .execute();

    for (const answer of [
      await user.post("/interaction-drafts", { contactNo: blocked.no }),
      await user.patch(`/interaction-drafts/${free.id}`, { contactNo: blocked.no }),
      await finish(user, begun.id),
    ]) {
      expect([answer.status, answer.body.code]).toEqual([409, "contact_privacy_blocked"]);
    }
  });

  test("INT-046 INT-047 comments of every step and the result are on the entry", async ({ app }) => {
    const { contact, template, user } = await givenBasics(app);
    const draft = await start(user, { contactNo: contact.no });
    const first = await change(user, draft.id, {
      interactionTemplateCode: template.code,
      comments: [{ text: "On step 1" }],
    });
    await change(user, draft.id, {
      step: "relations",
      comments: [
        ...first.comments.map(({ lineNo, text }: { lineNo: number; text: string }) => ({ lineNo, text })),
        { text: "On step 3" },
      ],
    });

    const { entryNo } = (await finish(user, draft.id)).body;
    await user.patch(`/interaction-log-entries/${entryNo}`, { evaluation: "positive" });
    await user.post(`/interaction-log-entries/${entryNo}/comments`, { text: "On step 4" });

    expect((await user.get(`/interaction-log-entries/${entryNo}`)).body).toMatchObject({
      evaluation: "positive",
      noOfComments: 3,
    });
    const comments = (await user.get(`/interaction-log-entries/${entryNo}/comments`)).body.items;
    expect(comments.map(({ date, text }: { date: string; text: string }) => [date, text])).toEqual([
      ["2026-11-23", "On step 1"],
      [null, "On step 3"],
      [null, "On step 4"],
    ]);
  });

  test("INT-035 discarding stores nothing", async ({ app }) => {
    const { contact, user } = await givenBasics(app);
    const draft = await start(user, { contactNo: contact.no });

    expect((await user.delete(`/interaction-drafts/${draft.id}`)).status).toBe(204);

    expect((await user.get(`/interaction-drafts/${draft.id}`)).status).toBe(404);
    expect((await user.get("/postponed-interactions")).body.items).toEqual([]);
    expect((await finish(user, draft.id)).status).toBe(404);
  });
});

describe("drafts of several people and devices", () => {
  test("are listed the latest first, and nobody sees those of others", async ({ app }) => {
    const { contact, user } = await givenBasics(app);
    const admin = await app.as("admin");
    const first = await start(user, { contactNo: contact.no });
    const second = await start(user);
    await change(user, first.id, { description: "Prices" });

    const ids = (await user.get("/interaction-drafts?count=true&limit=2")).body.items.map(
      ({ id }: { id: string }) => id,
    );
    expect(ids).toEqual([first.id, second.id]);
    expect((await admin.get("/interaction-drafts")).body.items).toEqual([]);
    for (const answer of [
      await admin.get(`/interaction-drafts/${first.id}`),
      await admin.patch(`/interaction-drafts/${first.id}`, { description: "Mine" }),
      await finish(admin, first.id),
      await admin.delete(`/interaction-drafts/${first.id}`),
    ]) {
      expect(answer.status).toBe(404);
    }
    expect((await user.get(`/interaction-drafts/${first.id}`)).body.description).toBe("Prices");
  });

  test("two tabs: the second one is told, and nothing is overwritten", async ({ app }) => {
    const { contact, user } = await givenBasics(app);
    const draft = await start(user, { contactNo: contact.no });
    const from = (description: string, version: number) =>
      user.patch(`/interaction-drafts/${draft.id}`, { description }, { "if-match": `"${version}"` });

    const answers = await Promise.all([from("One", 1), from("Two", 1)]);

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
    const written = answers.find(({ status }) => status === 200)!.body;
    expect((await user.get(`/interaction-drafts/${draft.id}`)).body).toEqual(written);
  });

  test("finished many times at once it is logged once, and all get the same entry", async ({ app }) => {
    const { contact, template, user } = await givenBasics(app);
    const draft = await start(user, { contactNo: contact.no });
    await change(user, draft.id, { interactionTemplateCode: template.code });

    const answers = await Promise.all(Array.from({ length: 6 }, () => finish(user, draft.id)));

    expect(new Set(answers.map(({ status, body }) => `${status} ${body.entryNo}`)).size).toBe(1);
    expect(answers[0]!.status).toBe(200);
    expect((await user.get(`/contacts/${contact.no}/timeline`)).body.items).toHaveLength(1);
    const over = await user.get(`/interaction-drafts/${draft.id}`);
    expect(over.body).toMatchObject({
      outcome: "finished",
      entryNo: answers[0]!.body.entryNo,
      step: "result",
      contactNo: null,
    });
    const late = await user.patch(`/interaction-drafts/${draft.id}`, { description: "Late" });
    expect([late.status, late.body.code]).toEqual([409, "draft_over"]);
    expect((await postpone(user, draft.id)).body.code).toBe("draft_over");
  });

  test("finished and postponed at once: one of the two happens", async ({ app }) => {
    const { contact, template, user } = await givenBasics(app);
    const draft = await start(user, { contactNo: contact.no });
    await change(user, draft.id, { interactionTemplateCode: template.code });

    const [finished, postponed] = await Promise.all([finish(user, draft.id), postpone(user, draft.id)]);

    expect([finished!.status, postponed!.status].sort()).toEqual([200, 409]);
    const logged = (await user.get(`/contacts/${contact.no}/timeline`)).body.items.length;
    const kept = (await user.get(`/postponed-interactions?contactNo=${contact.no}`)).body.items.length;
    expect(logged + kept).toBe(1);
  });

  test("a contact deleted meanwhile is gone from the draft, and can be replaced", async ({ app }) => {
    const { given, contact, user } = await givenBasics(app);
    const other = await given.contact({ name: "Sammalniemi" });
    const draft = await start(user, { contactNo: contact.no });
    await app.owner.deleteFrom("contacts").where("id", "=", contact.id).execute();

    expect((await finish(user, draft.id)).body.code).toBe("contact_required");
    expect(await change(user, draft.id, { contactNo: other.no })).toMatchObject({
      contactName: "Sammalniemi",
      fixed: [],
    });
  });

  test("a template, salesperson or language in a draft is not deleted; old drafts expire", async ({
    app,
  }) => {
    const { contact, template, user } = await givenBasics(app);
    const admin = await app.as("crmAdmin");
    const draft = await start(user, { contactNo: contact.no });
    await change(user, draft.id, { interactionTemplateCode: template.code });

    const refused = await admin.delete(`/interaction-templates/${template.code}`);
    expect(refused.body).toMatchObject({
      code: "template_in_use",
      values: { usedBy: ["interaction-drafts"] },
    });

    const inDays = (days: number) => testContext(app.db, { now: new Date(Date.now() + days * 86_400_000) });
    await deleteOldDrafts(inDays(29));
    expect((await user.get(`/interaction-drafts/${draft.id}`)).status).toBe(200);
    await deleteOldDrafts(inDays(31));
    expect((await user.get(`/interaction-drafts/${draft.id}`)).status).toBe(404);
    expect((await admin.delete(`/interaction-templates/${template.code}`)).status).toBe(204);
  });
});

describe("postponed interactions", () => {
  test("INT-036 nothing is postponed without a contact", async ({ app }) => {
    const user = await app.as("crmUser");
    const draft = await start(user);

    const answer = await postpone(user, draft.id);

    expect([answer.status, answer.body.code]).toEqual([422, "contact_required"]);
    expect((await user.get(`/interaction-drafts/${draft.id}`)).status).toBe(200);
  });

  test("INT-037 it is in the postponed list only, and counts nowhere", async ({ app }) => {
    const { contact, template, user } = await givenBasics(app);
    const draft = await start(user, { contactNo: contact.no });
    await change(user, draft.id, { interactionTemplateCode: template.code, step: "relations" });
    const answer = await postpone(user, draft.id);

    expect(answer.status, answer.text).toBe(200);
    const { entryNo } = answer.body;
    expect(answer.body).toMatchObject({ postponed: true, contactNo: contact.no, version: 1 });
    expect((await postpone(user, draft.id)).body.entryNo).toBe(entryNo);
    const listed = (await user.get(`/postponed-interactions?contactNo=${contact.no}`)).body;
    expect(listed.items).toMatchObject([{ entryNo, postponed: true }]);
    expect((await user.get(`/postponed-interactions/${entryNo}`)).body).toEqual(answer.body);
    expect((await user.get(`/interaction-log-entries/${entryNo}`)).status).toBe(404);
    expect((await user.get(`/interaction-log-entries?contactNo=${contact.no}`)).body.items).toEqual([]);
    expect((await user.get(`/contacts/${contact.no}/timeline`)).body.items).toEqual([]);
    expect((await user.get(`/contacts/${contact.no}/statistics`)).body.noOfInteractions).toBe(0);
    expect(
      (await user.get("/interaction-drafts")).body.items.map(({ id }: { id: string }) => id),
    ).not.toContain(draft.id);
  });

  test("INT-038 resumed and finished it keeps its number and comments, with today's date", async ({
    app,
  }) => {
    const { contact, salesperson, template, user } = await givenBasics(app);
    const draft = await start(user, { contactNo: contact.no });
    await change(user, draft.id, {
      interactionTemplateCode: template.code,
      date: "2026-10-01",
      comments: [{ text: "Asked for a new price list" }],
      step: "relations",
    });
    const { entryNo } = (await postpone(user, draft.id)).body;

    const resumed = await start(user, { postponedEntryNo: entryNo });
    expect(resumed).toMatchObject({
      resumedEntryNo: entryNo,
      step: "relations",
      date: "2026-11-23",
      time: "14:01:00",
      fixed: ["contactNo", "salespersonCode", "contactCompanyNo"],
      interactionTemplateCode: template.code,
      comments: [{ text: "Asked for a new price list", date: "2026-11-23" }],
    });
    const again = await user.post("/interaction-drafts", { postponedEntryNo: entryNo });
    expect([again.status, again.body.id]).toEqual([200, resumed.id]);

    const logged = (await finish(user, resumed.id)).body;
    expect(logged).toMatchObject({
      entryNo,
      postponed: false,
      date: "2026-11-23",
      salespersonCode: salesperson.code,
      noOfComments: 1,
      version: 2,
    });
    expect((await user.get(`/interaction-log-entries/${entryNo}`)).body).toEqual(entryOf(logged));
    const comments = (await user.get(`/interaction-log-entries/${entryNo}/comments`)).body.items;
    expect(comments).toMatchObject([{ lineNo: 10_000, text: "Asked for a new price list" }]);
    expect((await user.get(`/postponed-interactions/${entryNo}`)).status).toBe(404);
    const gone = await user.post("/interaction-drafts", { postponedEntryNo: entryNo });
    expect([gone.status, gone.body.code]).toEqual([409, "interaction_not_postponed"]);
  });

  test("INT-040 resumed with a contact only, nothing but the contact is fixed or filled in", async ({
    app,
  }) => {
    const { contact, user } = await givenBasics(app);
    const made = await user.post("/interactions", {
      contactNo: contact.no,
      salespersonCode: null,
      postponed: true,
    });
    expect(made.status, made.text).toBe(201);

    const resumed = await start(user, { postponedEntryNo: made.body.entryNo });

    expect(resumed).toMatchObject({
      fixed: ["contactNo", "contactCompanyNo"],
      salespersonCode: null,
      interactionTemplateCode: null,
      step: "type",
    });
  });

  test("saved again, finished and deleted without a draft", async ({ app }) => {
    const { contact, template, user } = await givenBasics(app);
    const make = async () =>
      (await user.post("/interactions", { contactNo: contact.no, postponed: true, comments: ["First"] }))
        .body;
    const { entryNo, version } = await make();
    const path = `/postponed-interactions/${entryNo}`;

    expect((await user.post(`${path}/finish`)).body.code).toBe("template_required");
    const saved = await user.patch(
      path,
      { interactionTemplateCode: template.code, date: "2026-11-20", comments: [{ text: "Second" }] },
      { "if-match": `"${version}"` },
    );
    expect(saved.body).toMatchObject({ entryNo, version: version + 1, date: "2026-11-20", noOfComments: 1 });
    expect((await user.patch(path, { subject: "Late" }, { "if-match": `"${version}"` })).status).toBe(412);
    expect((await user.patch(path, { contactNo: null })).body.code).toBe("field_fixed");
    const logged = await user.post(`${path}/finish`);
    expect(logged.body).toMatchObject({ entryNo, postponed: false, date: "2026-11-23" });
    expect((await user.get(`/interaction-log-entries/${entryNo}/comments`)).body.items).toMatchObject([
      { text: "Second" },
    ]);
    expect((await user.post(`${path}/finish`)).body.code).toBe("interaction_not_postponed");

    const other = await make();
    expect((await user.delete(`/postponed-interactions/${other.entryNo}`)).status).toBe(204);
    expect((await user.get(`/postponed-interactions/${other.entryNo}`)).status).toBe(404);
    expect((await user.delete(`/postponed-interactions/${other.entryNo}`)).status).toBe(404);
    expect((await user.delete(path)).body.code).toBe("interaction_not_postponed");
    const orphans = await app.owner
      .selectFrom("interaction_comments")
      .select("entry_no")
      .where("entry_no", "=", other.entryNo)
      .execute();
    expect(orphans).toEqual([]);
  });

  test("those of others are seen with all=true and changed by those who may delete", async ({ app }) => {
    const { contact, user } = await givenBasics(app);
    const [integration, admin, viewer] = await Promise.all([
      app.as("integration"),
      app.as("crmAdmin"),
      app.as("viewer"),
    ]);
    const { entryNo } = (await user.post("/interactions", { contactNo: contact.no, postponed: true })).body;
    const entriesOf = async (client: TestClient, filter: string) =>
      (await client.get(`/postponed-interactions?contactNo=${contact.no}${filter}`)).body.items.length;

    expect([await entriesOf(viewer, ""), await entriesOf(viewer, "&all=true")]).toEqual([0, 1]);
    for (const answer of [
      await integration.patch(`/postponed-interactions/${entryNo}`, { subject: "Mine" }),
      await integration.post(`/postponed-interactions/${entryNo}/finish`),
      await integration.post("/interaction-drafts", { postponedEntryNo: entryNo }),
      await integration.delete(`/postponed-interactions/${entryNo}`),
    ]) {
      expect([answer.status, answer.body.code]).toEqual([403, "forbidden"]);
    }
    expect((await admin.delete(`/postponed-interactions/${entryNo}`)).status).toBe(204);
  });

  test("two drafts on one postponed interaction: the second to finish is told, and its draft stays", async ({
    app,
  }) => {
    const { contact, salesperson, template, user } = await givenBasics(app);
    const admin = await app.as("crmAdmin");
    const { entryNo } = (
      await user.post("/interactions", {
        contactNo: contact.no,
        interactionTemplateCode: template.code,
        salespersonCode: salesperson.code,
        postponed: true,
      })
    ).body;
    const [mine, theirs] = [
      await start(user, { postponedEntryNo: entryNo }),
      await start(admin, { postponedEntryNo: entryNo }),
    ];

    const answers = await Promise.all([finish(user, mine.id), finish(admin, theirs.id)]);

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)!.body.code).toBe("interaction_not_postponed");
    expect((await user.get(`/contacts/${contact.no}/timeline`)).body.items).toHaveLength(1);
    const [loser, id] = answers[0]!.status === 409 ? [user, mine.id] : [admin, theirs.id];
    expect((await loser.get(`/interaction-drafts/${id}`)).body.outcome).toBeNull();
  });

  test("postponed ones in a batch are kept beside those that are logged", async ({ app }) => {
    const { contact, template, user } = await givenBasics(app);
    const answer = await user.post("/interactions/batch", {
      items: [
        { contactNo: contact.no, postponed: true, description: unique("LATER") },
        { contactNo: contact.no, interactionTemplateCode: template.code },
      ],
    });

    expect(answer.body.items.map(({ entry }: { entry: { postponed: boolean } }) => entry.postponed)).toEqual([
      true,
      false,
    ]);
    expect((await user.get(`/contacts/${contact.no}/timeline`)).body.items).toHaveLength(1);
  });
});
