import { sql } from "kysely";
import { describe, expect } from "vitest";
import { type TestApp, type TestClient, test } from "#app/testing.ts";
import { givenIn, givenTemplate } from "../testing.ts";

/** A contact, and a way to record something with it; answers the entry's number. */
async function scene(app: TestApp) {
  const given = givenIn(app.owner);
  const salesperson = await given.salesperson();
  const contact = await given.contact({ salespersonId: salesperson.id });
  const { code } = await givenTemplate(app);
  const user = await app.as("crmUser");
  const record = async (fields: Record<string, unknown>, contactNo = contact.no): Promise<number> => {
    const answer = await user.post("/interactions", {
      contactNo,
      interactionTemplateCode: code,
      ...fields,
    });
    expect(answer.status, answer.text).toBe(201);
    return answer.body.entryNo;
  };
  return { user, record, contactNo: contact.no, given, salesperson };
}

async function found(user: TestClient, search: string, path = "/interaction-log-entries", more = "") {
  const answer = await user.get(`${path}?search=${encodeURIComponent(search)}${more}`);
  expect(answer.status, answer.text).toBe(200);
  return answer.body.items.map(({ entryNo }: { entryNo: number }) => entryNo) as number[];
}

describe("searching the log", () => {
  test.for([
    ["tarjousta", "Lähetin tarjouksen", "a partitive finds a genitive"],
    ["tarjous", "Tarjousta odotellaan", "the basic form finds a partitive"],
    ["kokouksissa", "Kokous siirtyi", "a plural finds the basic form"],
    ["myyjalle", "Myyjällä oli asiaa", "accents do not matter"],
    ["offers", "An offer was made", "an English plural finds the singular"],
    ["meeting", "We meet again", "an English form finds another"],
    ["kultak", "Kultakala näytillä", "the last word may be unfinished"],
    ["PURPPURA", "purppura sävy", "case does not matter"],
    ["A-4711", "Lasku a-4711", "numbers with signs"],
    ["don't", "They don't reply", "signs within a word"],
  ])("%s finds “%s”: %s", async ([search, description], { app }) => {
    const { user, record, contactNo } = await scene(app);
    const entryNo = await record({ description });
    await record({ description: "Jotain aivan muuta" });

    expect(await found(user, search!, `/contacts/${contactNo}/timeline`)).toEqual([entryNo]);
    expect(await found(user, search!)).toContain(entryNo);
  });

  test("words may stand in description, subject and comments together", async ({ app }) => {
    const { user, record } = await scene(app);
    const entryNo = await record({
      description: "Vihertaulukko toimitettiin",
      subject: "Sinikettu",
      comments: ["Keltasirkku lauloi", "Harmaahylje"],
    });

    expect(await found(user, "vihertaulukko sinikettu keltasirkku harmaahylje")).toEqual([entryNo]);
    expect(await found(user, "vihertaulukko punakettu")).toEqual([]);
  });

  test("a comment that is added, changed or deleted later is found, found anew, or no longer found", async ({
    app,
  }) => {
    const { user, record } = await scene(app);
    const entryNo = await record({ description: "Puhelu" });
    const comments = `/interaction-log-entries/${entryNo}/comments`;

    const { lineNo } = (await user.post(comments, { text: "Mustarastas" })).body;
    expect(await found(user, "mustarastas")).toEqual([entryNo]);
    await user.patch(`${comments}/${lineNo}`, { text: "Räkättirastas" });
    expect(await found(user, "mustarastas")).toEqual([]);
    expect(await found(user, "räkättirastas")).toEqual([entryNo]);
    await user.delete(`${comments}/${lineNo}`);
    expect(await found(user, "räkättirastas")).toEqual([]);
  });

  test("a result entered later is found, and its comments stay so", async ({ app }) => {
    const { user, record } = await scene(app);
    const entryNo = await record({
      description: "Viherpeippo",
      subject: "Linnut",
      comments: ["Pajulintu"],
    });

    await user.patch(`/interaction-log-entries/${entryNo}`, { description: "Hömötiainen" });

    expect(await found(user, "viherpeippo")).not.toContain(entryNo);
    expect(await found(user, "hömötiainen pajulintu")).toEqual([entryNo]);
  });

  test("what the program writes is what the database would fill in", async ({ app }) => {
    const { record } = await scene(app);
    await record({ description: "Ilmoitus", subject: "Ilmoitus", comments: ["Yksi sana", "ja toinen"] });
    await record({ description: "Ilmoitus", subject: "Toinen aihe" });

    const { rows } = await sql<{ differing: number; filled: number }>`
      select count(*) filter (where search_vector is distinct from
               search_vector_of_entry(description, subject, contact_id, entry_no, comment_count)) as differing,
             count(search_vector) as filled
        from interaction_log_entries`.execute(app.owner);
    expect(rows[0]!.differing).toBe(0);
    expect(rows[0]!.filled).toBeGreaterThan(1);
  });

  test("pages of a search follow each other by date, and other filters narrow it", async ({ app }) => {
    const { user, record, given, salesperson } = await scene(app);
    const other = await given.contact({ salespersonId: salesperson.id });
    const entryNos: number[] = [];
    for (const day of ["03", "01", "02"])
      entryNos.push(await record({ description: "Kuningaskotka", date: `2026-02-${day}`, time: "10:00" }));
    const elsewhere = await record({ description: "Kuningaskotka", date: "2026-02-04" }, other.no);
    const newestFirst = [elsewhere, entryNos[0], entryNos[2], entryNos[1]];

    expect(await found(user, "kuningaskotkat")).toEqual(newestFirst);
    const first = await user.get("/interaction-log-entries?search=kuningaskotka&limit=2&count=true");
    expect(first.body.totalCount).toBe(4);
    const second = await user.get(
      `/interaction-log-entries?search=kuningaskotka&limit=2&cursor=${first.body.nextCursor}`,
    );
    expect([...first.body.items, ...second.body.items].map((entry) => entry.entryNo)).toEqual(newestFirst);
    expect(second.body.nextCursor).toBeNull();
    expect(await found(user, "kuningaskotka", undefined, `&contactNo=${other.no}`)).toEqual([elsewhere]);
    expect(await found(user, "kuningaskotka", undefined, "&dateTo=2026-02-01&sort=date")).toEqual([
      entryNos[1],
    ]);
  });

  test("rare words behind many newer entries are found", async ({ app }) => {
    const { user, record } = await scene(app);
    const entryNo = await record({ description: "Muinaisaarre", date: "2020-01-01" });
    await sql`
      insert into interaction_log_entries (contact_id, entry_no, happened_at, user_id, description, search_vector)
      select 77, 40000000 + i, timestamp '2021-01-01' + i * interval '1 minute', 'T', 'Täyte', search_vector_of('Täyte')
        from generate_series(1, 6000) i`.execute(app.owner);

    expect(await found(user, "muinaisaarteita muinaisaarre")).toEqual([]);
    expect(await found(user, "muinaisaarre")).toEqual([entryNo]);
    expect(await found(user, "täyte")).toHaveLength(50);
  });

  test("what no search can be made of finds everything or nothing, never an error", async ({ app }) => {
    const { user, record } = await scene(app);
    await record({ description: "Jotain" });
    const hostile = [
      "???",
      "' | ! & :* ( \\",
      "a:b & !c <-> d",
      "'",
      "%",
      "\\",
      "\u0000",
      "e\u0301",
      "中文",
      "😀 x",
    ];
    for (const search of [...hostile, "ä".repeat(200), "a ".repeat(100)]) {
      const answer = await user.get(`/interaction-log-entries?search=${encodeURIComponent(search)}`);
      expect([search, answer.status === 200 || answer.status === 422]).toEqual([search, true]);
    }
    expect(
      (await user.get(`/interaction-log-entries?search=${"a".repeat(201)}`)).status,
    ).toBeGreaterThanOrEqual(400);
  });

  test("a comment of one endless word, or of many, is kept", async ({ app }) => {
    const { user, record } = await scene(app);
    const endless = await record({ description: "Pitkä", comments: ["x".repeat(2_000)] });
    await record({
      description: "Paljon",
      comments: Array.from({ length: 100 }, (_, comment) =>
        Array.from({ length: 190 }, (_, word) => `ж${comment}w${word}ж`).join(" "),
      ),
    });

    expect(await found(user, "x".repeat(70))).toEqual([endless]);
  });

  test("whoever may not read interactions searches none", async ({ app }) => {
    const nobody = await app.as("crmUser", ["contacts.read"]);
    expect((await nobody.get("/interaction-log-entries?search=tarjous")).status).toBe(403);
  });
});
