import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { describe, expect } from "vitest";
import { type TestApp, test } from "#app/testing.ts";
import { excelParts, namesOfEveryScript, zipOf } from "#platform/files/testing.ts";
import { givenNumberSeries, runJobs, runToEnd, upload } from "./testing.ts";

test.beforeEach(({ app }) => givenNumberSeries(app));

/** Files that the server keeps. */
async function keptFiles({ dataFolder }: TestApp): Promise<string[]> {
  try {
    return await readdir(join(dataFolder, "files", "imports"));
  } catch {
    return [];
  }
}

describe("files that are none of ours", () => {
  test.for([
    ["nothing", Buffer.alloc(0), 400, "file_empty"],
    ["a PDF under a lying name and type", Buffer.from("%PDF-1.7\n1 0 obj"), 415, "file_unsupported"],
    ["an old workbook", Buffer.from("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "latin1"), 415, "file_old_excel"],
    ["bytes of nothing known", Buffer.from("\0\x01\x02\x03\0\0\x05"), 415, "file_unsupported"],
  ] as const)("%s is refused and not kept", async ([_name, file, status, code], { app }) => {
    const user = await app.as("crmUser");

    const answer = await upload(user, file);

    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(await keptFiles(app)).toEqual([]);
  });

  test("a truncated workbook is refused", async ({ app }) => {
    const workbook = await zipOf(
      excelParts('<row r="1"><c r="A1" t="inlineStr"><is><t>Name</t></is></c></row>'),
    );
    const user = await app.as("crmUser");

    const answer = await upload(user, workbook.subarray(0, workbook.length - 40), { fileName: "x.xlsx" });

    expect([answer.status, answer.body.code]).toEqual([400, "file_damaged"]);
    expect(await keptFiles(app)).toEqual([]);
  });

  test("more bytes than allowed are refused on the way, said or not", async ({ app }) => {
    const user = await app.as("crmUser");
    const file = Buffer.from(`Name\n${"Halla Oy\n".repeat(300_000)}`);

    const honest = await upload(user, file);
    const silent = await upload(user, Readable.from([file.subarray(0, 1_000_000), file.subarray(1_000_000)]));

    expect([honest.status, honest.body.code]).toEqual([413, "file_too_large"]);
    expect([silent.status, silent.body.code]).toEqual([413, "file_too_large"]);
    expect(await keptFiles(app)).toEqual([]);
  });

  test("another kind of content is refused unread, here and elsewhere", async ({ app }) => {
    const user = await app.as("crmUser");

    expect((await upload(user, "Name\nHalla", { contentType: "image/png" })).status).toBe(415);
    const elsewhere = await user.post("/contacts", "Name\nHalla", { "content-type": "text/csv" });
    expect(elsewhere.status).toBe(415);
  });
});

describe("files that are ours but rough", () => {
  test("a workbook whose type says CSV is read as what it is; formulas are texts or their results", async ({
    app,
  }) => {
    const user = await app.as("crmUser");
    const workbook = await zipOf(
      excelParts(
        '<row r="1"><c r="A1" t="inlineStr"><is><t>Name</t></is></c><c r="B1" t="inlineStr"><is><t>City</t></is></c></row>' +
          '<row r="2"><c r="A2" t="inlineStr"><is><t>=HYPERLINK("x")</t></is></c><c r="B2" t="str"><f>A1</f><v>Turku</v></c></row>',
      ),
    );

    const uploaded = await upload(user, workbook, { contentType: "text/csv" });

    expect(uploaded.body).toMatchObject({ format: "xlsx", mapping: { 0: "name", 1: "city" } });
    const preview = await user.get(`/imports/${uploaded.body.id}/preview`);
    expect(preview.body.rows[0].contact).toMatchObject({ name: '=HYPERLINK("x")', city: "Turku" });
  });

  test("names of every script arrive whole", async ({ app }) => {
    runJobs(app);
    const user = await app.as("crmUser");
    const { body } = await upload(user, `Name\n${namesOfEveryScript.join("\n")}\n`);

    await runToEnd(user, body.id);

    const stored = await app.db.selectFrom("contacts").select("name").execute();
    const names = stored.map(({ name }) => name);
    for (const name of namesOfEveryScript) expect(names).toContain(name.normalize("NFC"));
  });

  test("rows that cannot be read are reported; short ones can be accepted", async ({ app }) => {
    runJobs(app);
    const user = await app.as("crmUser");
    const { body } = await upload(user, "Name,City\nShort\nLong,Turku,surplus\nFine,Turku\nNul\0,Turku\n,\n");

    const strict = await runToEnd(user, body.id, true);
    const changed = await user.patch(`/imports/${body.id}`, { acceptShortRows: true });
    const lenient = await runToEnd(user, body.id, true);

    expect(strict.body).toMatchObject({ created: 1, failed: 3 });
    expect(changed.body).toMatchObject({ acceptShortRows: true, status: "ready", run: null });
    expect(lenient.body).toMatchObject({ created: 2, failed: 2 });
    const problems = await user.get(`/imports/${body.id}/problems`, { "accept-language": "fi" });
    expect(problems.body.items).toMatchObject([
      { rowNumber: 3, field: null, code: "file_row_columns", excerpt: "Long · Turku" },
      { rowNumber: 5, code: "file_row_nul" },
    ]);
    expect(problems.body.items[0].message).toContain("Sarakkeiden määrä rivillä on 3, otsikkorivillä 2.");
  });

  test("10,500 bad rows are counted, the first 10,000 of them kept", { timeout: 60_000 }, async ({ app }) => {
    runJobs(app);
    const user = await app.as("crmUser");
    const { body } = await upload(user, `Name,E-mail\n${"Halla,no address\n".repeat(10_500)}`);

    const result = await runToEnd(user, body.id);

    expect(result.body).toMatchObject({ created: 0, failed: 10_500, problems: 10_500 });
    const { body: list } = await user.get(`/imports/${body.id}/problems?count=true&limit=1`);
    expect(list.totalCount).toBe(10_000);
    expect(list.items[0]).toMatchObject({ rowNumber: 2, field: "email", excerpt: "no address" });
    const file = await user.get(`/imports/${body.id}/problems/download`, { "accept-language": "fi" });
    const lines = file.text.trimEnd().split("\r\n");
    expect(lines).toHaveLength(10_001);
    expect(lines[0]).toBe('\uFEFF"Rivi";"Varoitus";"Kenttä";"Viesti";"Arvo"');
    expect(lines[1]).toMatch(/^2;false;"Sähköposti";".+";"no address"$/);
    expect(file.headers["content-disposition"]).toContain("Tuonnin%20virheet.csv");
  });
});
