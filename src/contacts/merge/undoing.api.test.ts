import { sql } from "kysely";
import { describe, expect } from "vitest";
import { type TestApp, type TestClient, test, testContext } from "#app/testing.ts";
import { recalculateRelations } from "#parties/index.ts";
import { given, unique } from "../testing.ts";
import { forgetOldMerges } from "./forget-merges.commands.ts";
import { danglingIn, snapshotOf } from "./testing.ts";

async function merge(admin: TestClient, no: string, duplicateNo: string, more: object = {}): Promise<number> {
  const merged = await admin.post(`/contacts/${no}/merge`, { duplicateNo, confirm: true, ...more });
  expect(merged.status, merged.text).toBe(200);
  return merged.body.merge.id;
}

/** Numbers below `count`, the same for the same seed. */
function chance(seed: number): (count: number) => number {
  let state = seed;
  return (count) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * count);
  };
}

const rowsOfContact: readonly [table: string, columns: string][] = [
  ["contact_mailing_groups", "mailing_group_id"],
  ["contact_industry_groups", "industry_group_id"],
  ["contact_job_responsibilities", "job_responsibility_id"],
];

/** Set-up rows that contacts of the test refer to, three of each. */
async function setUp({ db }: TestApp): Promise<void> {
  for (const list of [
    "mailing_groups",
    "industry_groups",
    "job_responsibilities",
    "web_sources",
    "business_relations",
  ])
    await sql`insert into ${sql.table(list)} (code) values ('A'), ('B'), ('C') on conflict do nothing`.execute(
      db,
    );
  await sql`insert into questionnaires (code) values ('Q') on conflict do nothing`.execute(db);
  await sql`
    insert into questionnaire_lines (questionnaire_id, line_no, position, type, question_no, multiple_answers)
    select q.id, l.no, l.no, case when l.no = 1 then 'question' else 'answer' end, 1, true
      from questionnaires q cross join generate_series(1, 4) as l(no) where q.code = 'Q'
        on conflict (questionnaire_id, line_no) do nothing`.execute(db);
}

/** Hangs random rows of every kind onto a contact. */
async function fill(
  { db, owner }: TestApp,
  contactId: number,
  companyId: number | null,
  any: ReturnType<typeof chance>,
) {
  const code = () => "ABC"[any(3)]!;
  for (const [table, column] of rowsOfContact)
    for (let rows = any(3); rows > 0; rows--)
      await sql`
        insert into ${sql.table(table)} (contact_id, ${sql.ref(column)})
        select ${contactId}, id from ${sql.table(column.replace(/y_id$/, "ies").replace(/_id$/, "s"))} where code = ${code()}
            on conflict do nothing`.execute(db);
  for (let rows = any(3); rows > 0; rows--)
    await sql`
      insert into contact_web_sources (contact_id, web_source_id, search_word)
      select ${contactId}, id, ${any(2) === 0 ? null : "teräs"} from web_sources where code = ${code()}
          on conflict do nothing`.execute(db);
  for (let rows = any(3); rows > 0; rows--) {
    const address = code();
    await sql`
      insert into contact_alternative_addresses (contact_id, code, city, phone_no)
      values (${contactId}, ${address}, ${["Oulu", "Kemi", null][any(3)]}, ${["1", null][any(2)]})
          on conflict do nothing`.execute(db);
    await sql`
      insert into contact_alternative_address_ranges (contact_id, starting_date, code)
      values (${contactId}, ${`2026-0${1 + any(3)}-01`}, ${address}) on conflict do nothing`.execute(db);
  }
  for (let line = any(3); line > 0; line--)
    await sql`
      insert into contact_comments (contact_id, line_no, text, author)
      values (${contactId}, ${line * 10_000}, ${`Huomio ${any(100)}`}, 'TESTER')`.execute(db);
  for (let rows = any(3); rows > 0; rows--)
    await sql`
      insert into contact_profile_answers (contact_id, questionnaire_id, line_no, answered_on)
      select ${contactId}, id, ${2 + any(3)}, ${["2026-05-05", null][any(2)]}::date from questionnaires where code = 'Q'
          on conflict do nothing`.execute(db);
  for (let rows = any(3); rows > 0; rows--) {
    const party = any(2) === 0 ? null : await aParty(owner, any(2) === 0 ? contactId : null);
    await sql`
      insert into contact_business_relations (contact_id, business_relation_id, link_to, party_id)
      select ${contactId}, id, ${party === null ? null : "customer"}, ${party} from business_relations where code = ${code()}
          on conflict do nothing`.execute(db);
  }
  for (let rows = any(4); rows > 0; rows--) {
    const entryNo = await given.entry(
      { db },
      {
        contact_id: contactId,
        company_id: companyId,
        comment_count: 1,
        description: `Puhelu ${any(100)}`,
      },
    );
    await sql`
      insert into interaction_comments (contact_id, entry_no, line_no, text, author)
      values (${contactId}, ${entryNo}, 10000, 'Kommentti', 'TESTER')`.execute(db);
  }
  for (const table of ["tasks", "opportunities"])
    for (let rows = any(3); rows > 0; rows--)
      await sql`
        insert into ${sql.table(table)} (no, description, contact_id, company_id, ${sql.ref(table === "tasks" ? "date" : "creation_date")})
        values (${unique("R")}, 'Asia', ${contactId}, ${companyId}, '2026-11-20')`.execute(db);
  // Every other opportunity has been started.
  await sql`
    insert into opportunity_entries (opportunity_id, active, stage, previous_stage, contact_id, company_id, date_of_change,
      estimated_value, calcd_current_value, completed, chances_of_success, probability, estimated_close_date)
    select id, true, 1, 0, contact_id, company_id, creation_date, 1000, 200, 50, 40, 20, '2026-12-24'
      from opportunities o
     where contact_id = ${contactId} and id % 2 = 0
       and not exists (select from opportunity_entries e where e.opportunity_id = o.id)`.execute(db);
  for (let rows = any(3); rows > 0; rows--)
    await sql`
      insert into contact_consents (contact_id, channel, purpose, granted, date, given_by)
      values (${contactId}, ${["email", "phone"][any(2)]}, 'marketing', ${any(2) === 0}, '2026-05-05', ${["Aino", null][any(2)]})
          on conflict do nothing`.execute(db);
  await sql`
    insert into interaction_drafts (owner, kind, step, contact_id, values)
    values ('user:1', 'interaction', 'contact', ${contactId}, '{}')`.execute(db);
}

async function aParty(owner: TestApp["owner"], primaryContactId: number | null): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into parties (id, kind, no, name, primary_contact_id, contact_name)
    select coalesce(max(id), 0) + 1, 'customer', ${unique("CU")}, 'Asiakas', ${primaryContactId}::bigint, 'Yhteyshenkilö' from parties
    returning id`.execute(owner);
  return rows[0]!.id;
}

describe("undoing a merge", () => {
  for (const seed of [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
    test(`CON-B3 merging and undoing leaves everything as it was (seed ${seed})`, async ({ app }) => {
      const any = chance(seed);
      const admin = await app.as("crmAdmin");
      await setUp(app);
      const type = seed % 2 === 0 ? "company" : "person";
      const companies = [await given.contact(app), await given.contact(app)];
      const companyNo = () =>
        type === "person" ? [companies[0]!.no, companies[1]!.no, null][any(3)] : undefined;
      const pair: Awaited<ReturnType<typeof given.contact>>[] = [];
      for (const city of ["Oulu", "Kemi"])
        pair.push(
          await given.contact(app, {
            type,
            city,
            companyNo: companyNo(),
            phoneNo: any(2) === 0 ? null : "08 1",
          }),
        );
      for (const contact of pair) {
        const { rows } = await sql<{ company_id: number | null }>`
          select company_id from contacts where id = ${contact.id}`.execute(app.db);
        await fill(app, contact.id, rows[0]!.company_id, any);
        if (type === "company")
          for (let people = any(3); people > 0; people--) {
            const person = await given.contact(app, { type: "person", companyNo: contact.no });
            await fill(app, person.id, contact.id, any);
          }
        else
          await given.entry(app, {
            contact_id: companies[0]!.id,
            company_id: companies[0]!.id,
            former_contact_id: contact.id,
          });
      }
      const [a, b] = pair as [(typeof pair)[number], (typeof pair)[number]];
      const preview = (await admin.get(`/contacts/${a.no}/merge-preview?duplicateNo=${b.no}`)).body;
      const overrides = preview.fields
        .filter((field: { canOverride: boolean }) => field.canOverride && any(2) === 0)
        .map(({ field }: { field: string }) => field);
      const resolutions = preview.conflicts.map(({ list, key, fields }: Record<string, unknown>) => ({
        list,
        key,
        action: "remove",
        fields: any(2) === 0 ? fields : [],
      }));
      await app.db.transaction().execute((tx) =>
        recalculateRelations(
          tx,
          [...pair, ...companies].map((contact) => contact.id),
        ),
      );
      // Parties are like the contacts that they follow.
      for (const { no } of pair) await admin.patch(`/contacts/${no}`, { faxNo: "09 1" });
      const before = await snapshotOf(app.db);

      const id = await merge(admin, a.no, b.no, { overrides, resolutions });
      const merged = await snapshotOf(app.db);
      const undone = await admin.post(`/merges/${id}/undo`);

      expect(merged).not.toEqual(before);
      expect(undone, undone.text).toMatchObject({ status: 200, body: { contact: { no: b.no }, kept: [] } });
      expect(await snapshotOf(app.db)).toEqual(before);
      expect(undone.body.merge).toMatchObject({ undoProblem: "merge_undone" });
      expect((await admin.post(`/merges/${id}/undo`)).body).toMatchObject({
        status: 409,
        code: "merge_undone",
      });
    });

  test("CON-B3 nothing was overwritten and nothing hangs on it: the duplicate is back all the same", async ({
    app,
  }) => {
    const admin = await app.as("crmAdmin");
    const [a, b] = [await given.contact(app), await given.contact(app)];

    const id = await merge(admin, a.no, b.no);
    const undone = await admin.post(`/merges/${id}/undo`);

    expect(undone.body).toMatchObject({
      contact: { no: b.no, name: b.name },
      survivor: { no: a.no },
      kept: [],
    });
    expect((await admin.get(`/contacts/${b.no}`)).body).toMatchObject({ no: b.no, version: 2 });
  });

  test("what was recorded on the survivor since stays there; the duplicate's is its own again", async ({
    app,
  }) => {
    const admin = await app.as("crmAdmin");
    const [a, b] = [await given.contact(app), await given.contact(app)];
    const own = await given.entry(app, { contact_id: b.id, company_id: b.id });
    const id = await merge(admin, a.no, b.no);
    const since = await given.entry(app, { contact_id: a.id, company_id: a.id });
    await admin.post(`/interaction-log-entries/${own}/comments`, { text: "Muistettava" });

    await admin.post(`/merges/${id}/undo`);

    const entriesOf = async (no: string) =>
      (await admin.get(`/interaction-log-entries?contactNo=${no}`)).body.items.map(
        ({ entryNo }: { entryNo: number }) => entryNo,
      );
    expect(await entriesOf(a.no)).toEqual([since]);
    expect(await entriesOf(b.no)).toEqual([own]);
    expect((await admin.get(`/interaction-log-entries/${own}/comments`)).body.items).toHaveLength(1);
    expect(await danglingIn(app.db)).toEqual([]);
  });

  test("fields and rows that were changed or deleted since stay as they are, and the answer says so", async ({
    app,
  }) => {
    const admin = await app.as("crmAdmin");
    await sql`insert into mailing_groups (code) values ('LOST') on conflict do nothing`.execute(app.db);
    const a = await given.contact(app, { city: "Oulu", phoneNo: "1" });
    const b = await given.contact(app, { city: "Kemi", phoneNo: "2" });
    const person = await given.contact(app, { type: "person", companyNo: b.no });
    const third = await given.contact(app);
    await admin.put(`/contacts/${b.no}/mailing-groups/LOST`, undefined);
    const id = await merge(admin, a.no, b.no, { overrides: ["city", "phoneNo"] });
    await admin.patch(`/contacts/${a.no}`, { city: "Vaasa" });
    await admin.patch(`/contacts/${person.no}`, { companyNo: third.no });
    await admin.delete(`/contacts/${a.no}/mailing-groups/LOST`);

    const undone = await admin.post(`/merges/${id}/undo`);

    expect(undone.body.kept).toEqual([
      { reason: "changedSince", list: "fields", fields: ["city"], count: 1 },
      { reason: "changedSince", list: "people", fields: [], count: 1 },
      { reason: "goneSince", list: "mailingGroups", fields: [], count: 1 },
    ]);
    expect(undone.body).toMatchObject({
      survivor: { no: a.no, city: "Vaasa", phoneNo: "1" },
      contact: { no: b.no, city: "Kemi", phoneNo: "2" },
    });
    expect((await admin.get(`/contacts/${person.no}`)).body.companyNo).toBe(third.no);
  });

  test("it says why it cannot be undone: merged further, deleted, too long ago", async ({ app }) => {
    const admin = await app.as("crmAdmin");
    const [a, b, c] = [await given.contact(app), await given.contact(app), await given.contact(app)];
    const first = await merge(admin, b.no, a.no);
    const second = await merge(admin, c.no, b.no);
    const undo = async (id: number) => (await admin.post(`/merges/${id}/undo`)).body;

    // Both numbers lead to the last survivor.
    expect((await admin.get(`/contacts/${a.no}`)).body.values).toEqual({ no: a.no, survivorNo: c.no });
    expect(await undo(first)).toMatchObject({
      status: 409,
      code: "merge_undo_merged_further",
      values: { survivorNo: b.no, mergedIntoNo: c.no },
    });
    expect((await admin.get(`/merges?contactNo=${c.no}`)).body.items).toMatchObject([
      { id: second, undoProblem: null },
    ]);
    expect((await undo(second)).contact.no).toBe(b.no);
    expect((await admin.get(`/contacts/${a.no}`)).body.values.survivorNo).toBe(b.no);
    expect((await undo(first)).contact.no).toBe(a.no);

    const third = await merge(admin, b.no, a.no);
    await admin.delete(`/contacts/${b.no}`);
    expect(await undo(third)).toMatchObject({ status: 409, code: "merge_undo_survivor_deleted" });
    expect((await admin.get(`/contacts/${a.no}`)).body.code).toBe("contact_not_found");
    expect((await admin.post("/contacts", { no: a.no, name: "Uusi Oy" })).status).toBe(201);

    const [d, e] = [await given.contact(app), await given.contact(app)];
    const fourth = await merge(admin, d.no, e.no);
    const { now } = app.clock;
    app.clock.now = new Date(now.getTime() + 30 * 24 * 3600 * 1000 + 1000);
    expect(await undo(fourth)).toMatchObject({ status: 409, code: "merge_undo_expired" });
    await forgetOldMerges(testContext(app.db, { now: app.clock.now }));
    app.clock.now = now;
    expect(await undo(fourth)).toMatchObject({ status: 409, code: "merge_undo_erased" });
    expect(await undo(999_999)).toMatchObject({ status: 404, code: "not_found" });
    expect((await (await app.as("crmUser")).post(`/merges/${fourth}/undo`)).status).toBe(403);
  });

  test("whose company was merged meanwhile is back with the company it is in now", async ({ app }) => {
    const admin = await app.as("crmAdmin");
    const [p, q] = [await given.contact(app), await given.contact(app)];
    const [a, b] = [
      await given.contact(app, { type: "person", companyNo: q.no }),
      await given.contact(app, { type: "person", companyNo: p.no }),
    ];
    const id = await merge(admin, a.no, b.no);
    await merge(admin, q.no, p.no);

    const undone = await admin.post(`/merges/${id}/undo`);

    expect(undone.body.contact).toMatchObject({ no: b.no, companyNo: q.no, companyName: q.name });
    expect(await danglingIn(app.db)).toEqual([]);
  });
});
