import { sql } from "kysely";
import { describe, expect, onTestFinished } from "vitest";
import { type TestApp, test, testContext } from "#app/testing.ts";
import { childTables, contactsErasing } from "#contacts/index.ts";
import { runJobs, upload } from "#imports/testing.ts";
import { givenIn, givenTemplate, unique } from "#interactions/testing.ts";
import { setUpParties } from "#parties/testing.ts";
import { on } from "#platform/events/events.ts";
import { eraseContact } from "./erase-contact.commands.ts";
import { childPolicies } from "./erased-children.ts";

const request = { requestedBy: "subject", reason: "asked", confirm: true } as const;

async function scene(app: TestApp, type: "company" | "person" = "person") {
  const given = givenIn(app.owner);
  const { code: salespersonCode } = await given.salesperson();
  const { code: interactionTemplateCode } = await givenTemplate(app);
  const contact = await given.contact({
    type,
    name: `Somebody ${unique("N")}`,
    email: "somebody@home.example",
  });
  const admin = await app.as("crmAdmin");
  const log = (values: object = {}) =>
    admin.post("/interactions", {
      contactNo: contact.no,
      interactionTemplateCode,
      salespersonCode,
      description: "Talked of this",
      cost: 5,
      durationMin: 3,
      ...values,
    });
  return { given, contact, admin, log, path: `/contacts/${contact.no}`, salespersonCode };
}

describe("contacts §10 (B9) erasing", () => {
  test("needs its right, a reason and a confirmation; without them nothing happens", async ({ app }) => {
    const { path, admin } = await scene(app);
    const user = await app.as("crmUser");

    expect((await user.post(`${path}/erase`, request)).status).toBe(403);
    expect((await user.get(`${path}/privacy`)).status).toBe(403);
    expect((await admin.post(`${path}/erase`, { ...request, reason: "  " })).status).toBe(422);
    const unconfirmed = await admin.post(`${path}/erase`, { requestedBy: "subject", reason: "asked" });
    expect([unconfirmed.status, unconfirmed.body.code]).toEqual([409, "confirmation_required"]);
    expect((await admin.get(path)).body).toMatchObject({ email: "somebody@home.example", erasedAt: null });
    expect((await admin.post(`${path}/erase`, request, { "if-match": '"99"' })).status).toBe(412);
  });

  test("leaves a blocked contact that nothing is written to any more, and a record", async ({ app }) => {
    const { path, admin, contact, log } = await scene(app);
    await log();
    const erased = await admin.post(`${path}/erase`, request);

    expect(erased.status, erased.text).toBe(200);
    expect((await admin.get(path)).body).toMatchObject({
      no: contact.no,
      name: null,
      privacyBlocked: true,
      excludeFromSegment: true,
      erasedAt: erased.body.erasedAt,
    });
    const codes = [
      await admin.patch(path, { name: "Back again" }),
      await admin.post(`${path}/comments`, { text: "I remember" }),
      await admin.post(`${path}/erase`, request),
      await admin.patch(path, { privacyBlocked: false }),
      await log(),
    ].map(({ body }) => body.code);
    expect(codes).toEqual([
      "contact_erased",
      "contact_erased",
      "contact_erased",
      "contact_erased",
      "contact_privacy_blocked",
    ]);
    expect((await admin.get(`${path}/privacy`)).body.erasure).toEqual(erased.body);
    const { body: trail } = await admin.get(`/audit-entries?resource=contacts&resourceKey=${contact.no}`);
    expect(trail.items[0]).toMatchObject({ action: "contact.erased", changes: { reason: "asked" } });
  });

  test("changes no sum of the statistics", async ({ app }) => {
    const { path, admin, log } = await scene(app);
    await log({ evaluation: "positive" });
    await log();
    const before = (await admin.get(`${path}/statistics`)).body;

    await admin.post(`${path}/erase`, request);

    expect((await admin.get(`${path}/statistics`)).body).toEqual(before);
    expect(before).toMatchObject({ noOfInteractions: 2 });
  });

  test("of a company names its people, who are not erased, and its parties, which stay as they are", async ({
    app,
  }) => {
    const admin = await setUpParties(app);
    const no = unique("E");
    await admin.post("/contacts", { no, name: "Loistava Oy" });
    const person = (await admin.post("/contacts", { type: "person", name: "Aino Sointu", companyNo: no }))
      .body;
    const { body: party } = await admin.post(`/contacts/${no}/create-as`, { kind: "customer" });
    const linked = (await admin.get("/customers?search=Loistava")).body.items[0];
    expect(linked, JSON.stringify(party)).toBeDefined();

    const { body: asked } = await admin.get(`/contacts/${no}/privacy`);
    expect(asked).toMatchObject({
      people: [{ no: person.no, name: "Aino Sointu" }],
      peopleCount: 1,
      parties: [{ kind: "customer", no: linked.no, name: "Loistava Oy" }],
    });
    await admin.post(`/contacts/${no}/erase`, request);

    expect((await admin.get(`/contacts/${person.no}`)).body).toMatchObject({
      name: "Aino Sointu",
      companyNo: no,
      companyName: null,
    });
    expect((await admin.get(`/customers/${linked.no}`)).body).toMatchObject({ name: "Loistava Oy" });
    // What the ERP says of the party later does not come back to the contact.
    const fed = await admin.patch(`/customers/${linked.no}`, {
      name: "Loistavampi Oy",
      phoneNo: "09 555 0100",
    });
    expect(fed.status, fed.text).toBe(200);
    expect((await admin.get(`/contacts/${no}`)).body).toMatchObject({ name: null, phoneNo: null });
  });

  test("what is recorded at the same moment is refused or erased, never left", async ({ app }) => {
    for (let round = 0; round < 8; round++) {
      const { path, admin, contact, log } = await scene(app);
      const recording = Array.from({ length: 6 }, () => log({ comments: ["said this"], subject: "of this" }));
      const erasing = admin.post(`${path}/erase`, request);
      const [erased, ...recorded] = await Promise.all([erasing, ...recording]);

      expect(erased.status, erased.text).toBe(200);
      for (const answer of recorded) expect([201, 409], answer.text).toContain(answer.status);
      const { rows } = await sql<{ left: number }>`
        select count(*) as left from interaction_log_entries e
         where e.contact_id = ${contact.id}
           and (e.subject is not null or e.description is not null or e.comment_count > 0
                or exists (select from interaction_comments c where c.entry_no = e.entry_no))`.execute(
        app.owner,
      );
      expect(rows[0]!.left).toBe(0);
    }
  });

  test("nothing is said about its interactions any more, not even by who began before", async ({ app }) => {
    for (let round = 0; round < 8; round++) {
      const { path, admin, contact, log } = await scene(app);
      const entry = `/interaction-log-entries/${(await log()).body.entryNo}`;
      const [erased, ...writes] = await Promise.all([
        admin.post(`${path}/erase`, request),
        admin.post(`${entry}/comments`, { text: "said this" }),
        admin.patch(entry, { description: "said this" }),
        admin.post(`${entry}/correct`, { subject: "said this", reason: "said this" }),
      ]);

      expect(erased.status, erased.text).toBe(200);
      for (const { status, body } of writes)
        expect([status < 300, body.code]).not.toEqual([false, undefined]);
      const { rows } = await sql<{ text: string }>`
        select string_agg(row(e.*)::text, '') || (
                 select coalesce(string_agg(c.text, ''), '') from interaction_comments c where c.contact_id = ${contact.id}) as text
          from interaction_log_entries e where e.contact_id = ${contact.id}`.execute(app.owner);
      expect(rows[0]!.text).not.toContain("said this");
      expect((await admin.post(`${entry}/comments`, { text: "again" })).body.code).toBe("contact_erased");
    }
  });

  test("is done whole or not at all", async ({ app }) => {
    const { contact, log } = await scene(app);
    await log({ comments: ["said"] });
    const content = async () =>
      (
        await sql<{ text: string }>`
          select (select row(c.*)::text from contacts c where c.id = ${contact.id})
              || (select string_agg(row(e.*)::text, '') from interaction_log_entries e where e.contact_id = ${contact.id})
              || (select count(*) from contact_erasures) as text`.execute(app.owner)
      ).rows[0]!.text;
    const before = await content();
    // What dies in the last statement of the transaction.
    await sql`alter table contact_erasures add constraint test_dies check (contact_no <> ${sql.lit(contact.no)})`.execute(
      app.owner,
    );
    onTestFinished(async () => {
      await sql`alter table contact_erasures drop constraint test_dies`.execute(app.owner);
    });

    await expect(eraseContact(testContext(app.db), contact.no, request)).rejects.toThrow();

    expect(await content()).toBe(before);
  });

  test("tells who else keeps something of the contact before its row is blank", async ({ app }) => {
    const { contact } = await scene(app);
    const heard: (string | null)[] = [];
    on(contactsErasing, "test", async (tx, { ids }) => {
      const rows = await tx.db.selectFrom("contacts").select("name").where("id", "in", ids).execute();
      heard.push(...rows.map(({ name }) => name));
    }).subscribe();
    onTestFinished(() => {
      contactsErasing.handlers.delete("test");
    });

    await eraseContact(testContext(app.db), contact.no, request);

    expect(heard).toEqual([expect.stringMatching(/^Somebody/)]);
  });

  test("takes saved views that look for it by a name it has or had, and those of nobody else", async ({
    app,
  }) => {
    const { path, admin } = await scene(app);
    const name: string = (await admin.get(path)).body.name;
    const former = unique("Formerly");
    await admin.patch(path, { name: former });
    await admin.patch(path, { name });
    const save = async (search: string) => {
      const view = { list: "contacts", name: unique("View"), query: { search }, shared: true };
      const answer = await admin.post("/saved-views", view);
      expect(answer.status, answer.text).toBe(201);
      return `/saved-views/${answer.body.id}`;
    };
    const own = [await save(name.toUpperCase()), await save(former), await save(`"${name}"`)];
    const others = [await save("Some"), await save(`${name.slice(0, -1)}_`), await save("%")];
    const statuses = (paths: readonly string[]) =>
      Promise.all(paths.map(async (view) => (await admin.get(view)).status));

    expect((await admin.get(`${path}/privacy`)).body.counts).toMatchObject({ savedViews: 3 });
    const erased = await admin.post(`${path}/erase`, request);

    expect(erased.body.counts, erased.text).toMatchObject({ savedViews: 3 });
    expect(await statuses(own)).toEqual([404, 404, 404]);
    expect(await statuses(others)).toEqual([200, 200, 200]);
    const id = others[0]!.split("/").at(-1);
    const { body: trail } = await admin.get(`/audit-entries?resource=saved-views&resourceKey=${id}`);
    expect(trail.items[0].changes).toMatchObject({ query: { search: "Some" } });
  });

  test("a name made of wildcards takes no imports of others with it", async ({ app }) => {
    const { path, admin } = await scene(app);
    await admin.patch(path, { name: "%_%_%" });
    const brought = await upload(admin, "name\nSomebody else\n");
    expect(brought.status, brought.text).toBe(201);

    expect((await admin.get(`${path}/privacy`)).body.counts).toMatchObject({ imports: 0 });
    expect((await admin.post(`${path}/erase`, request)).status).toBe(200);
    expect((await admin.get(`/imports/${brought.body.id}`)).status).toBe(200);
  });

  test("the database opens its door for an erased contact only", async ({ app }) => {
    const { contact } = await scene(app);

    await expect(sql`select erase_contact_traces(${contact.id})`.execute(app.db)).rejects.toThrow(
      "is not erased",
    );
    await expect(
      sql`select erase_contact_wording(${contact.id}, array['Somebody'])`.execute(app.db),
    ).rejects.toThrow("is not erased");
    await expect(sql`select blank_log_entries(array[1])`.execute(app.db)).rejects.toThrow(
      "permission denied",
    );
    await expect(
      sql`select blank_old_entries(1, array[1]::bigint[], now()::timestamp)`.execute(app.db),
    ).rejects.toThrow("no retention rule");
  });

  test("somebody has decided about every table of rows of a contact's own", () => {
    expect(Object.keys(childPolicies).sort()).toEqual(childTables.map(({ table }) => table).sort());
  });
});

describe("contacts §10 (B9) exporting", () => {
  test("is the right of who manages privacy, expires, and is gone with the contact", async ({ app }) => {
    runJobs(app);
    const { path, admin } = await scene(app);
    const user = await app.as("crmUser");
    expect((await user.post(`${path}/privacy-export`, undefined)).status).toBe(403);

    const made = await admin.post(`${path}/privacy-export`, undefined, { prefer: "wait=60" });
    expect(made.status, made.text).toBe(200);
    const address = `/privacy-exports/${made.body.exportId}/file`;
    expect((await user.get(address)).status).toBe(403);
    const file = await admin.get(address);
    expect(file.bytes.length).toBe(made.body.fileBytes);
    app.clock.now = new Date("2026-12-01T00:00:00Z");
    onTestFinished(() => {
      app.clock.now = new Date("2026-11-23T12:00:00Z");
    });
    expect((await admin.get(address)).status).toBe(404);
    app.clock.now = new Date("2026-11-23T12:00:00Z");
    await admin.post(`${path}/erase`, request);
    expect((await admin.get(address)).status).toBe(404);
  });
});
