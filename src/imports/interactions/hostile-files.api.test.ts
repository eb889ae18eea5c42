import { describe, expect } from "vitest";
import { type TestClient, test } from "#app/testing.ts";
import { excelParts, namesOfEveryScript, zipOf } from "#platform/files/testing.ts";
import { runJobs, runToEnd, upload } from "../testing.ts";
import { entriesSince, givenHistory, lastEntryNo, uploadHistory } from "./testing.ts";

test.beforeEach(({ app }) => givenHistory(app));

const settings = {
  source: "OLD",
  defaultTemplateCode: "CALL",
  defaultSalespersonCode: "AK",
  dateOrder: "dmy",
};

async function imported(client: TestClient, file: string | Buffer, fileName = "history.csv") {
  const before = await lastEntryNo(client);
  const { body } = await uploadHistory(client, file, { fileName });
  await client.patch(`/imports/${body.id}`, settings);
  const tried = await runToEnd(client, body.id, true);
  const { body: counts } = await runToEnd(client, body.id);
  const { body: problems } = await client.get(`/imports/${body.id}/problems`, { "accept-language": "fi" });
  const { dryRun: _, ...expected } = tried.body;
  expect(counts).toMatchObject(expected);
  return { counts, problems: problems.items, entries: await entriesSince(client, before) };
}

const cell = (at: string, text: string) => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;

test("a workbook: dates as Excel keeps them, formulas as their results or as texts", async ({ app }) => {
  runJobs(app);
  const user = await app.as("crmUser");
  const workbook = await zipOf(
    excelParts(
      `<row r="1">${cell("A1", "Date")}${cell("B1", "Contact no.")}${cell("C1", "Description")}${cell("D1", "Duration (min)")}${cell("E1", "Cost")}</row>` +
        `<row r="2"><c r="A2" s="1"><v>45385.378472222</v></c>${cell("B2", "AINO")}${cell("C2", '=HYPERLINK("http://x.example")')}<c r="D2"><v>12</v></c><c r="E2"><f>2*4.25</f><v>8.5</v></c></row>` +
        `<row r="3"><c r="A3"><v>45386</v></c>${cell("B3", "AINO")}<c r="C3" t="str"><f>A1</f><v>Computed</v></c><c r="D3" t="e"><v>#N/A</v></c></row>` +
        `<row r="4"><c r="A4"><v>45386</v></c>${cell("B4", "AINO")}<c r="C4" t="str"><f>A1</f><v>Computed</v></c></row>`,
      { styles: '<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="22"/></cellXfs>' },
    ),
  );

  const { counts, entries, problems } = await imported(user, workbook, "history.xlsx");

  expect(counts).toMatchObject({ created: 2, failed: 1 });
  expect(entries).toMatchObject([
    {
      date: "2024-04-03",
      time: "09:05:00",
      description: '=HYPERLINK("http://x.example")',
      durationMin: 12,
      cost: 8.5,
    },
    { date: "2024-04-04", time: "00:00:00", description: "Computed" },
  ]);
  expect(problems).toMatchObject([{ rowNumber: 3, field: null, code: "file_row_cell_error" }]);
});

test("cells of 100,000 characters everywhere are refused or kept as comments, in time", async ({ app }) => {
  runJobs(app);
  const user = await app.as("crmUser");
  const huge = "sana ".repeat(20_000).trim();
  const fields = [
    "Date",
    "Contact no.",
    "E-mail",
    "Phone",
    "Contact",
    "Company",
    "Template",
    "Salesperson",
    "Cost",
    "Duration",
    "Direction",
    "Evaluation",
    "Campaign no.",
    "Opportunity no.",
    "ID",
  ];
  const spoiled = fields.map((field) => {
    const row = { Date: "2024-04-03", "Contact no.": "AINO", [field]: huge } as Record<string, string>;
    return [...fields.map((name) => row[name] ?? ""), `Row ${field}`, ""].join(",");
  });

  const { counts, problems, entries } = await imported(
    user,
    `${[...fields, "Description", "Notes"].join(",")}\n${spoiled.join("\n")}\n2024-04-03,AINO${",".repeat(14)}${huge},${huge}\n`,
  );

  // An unknown template or salesperson takes the default.
  expect(counts).toMatchObject({ created: 3, failed: fields.length - 2 });
  expect(problems.every(({ excerpt }: { excerpt: string | null }) => (excerpt ?? "").length <= 80)).toBe(
    true,
  );
  const { body } = await user.get(`/interaction-log-entries/${entries.at(-1)!.entryNo}/comments`);
  expect(body.items.length).toBe(100);
});

test.for([
  ["0001-01-01", "import_date_early"],
  ["31.12.1752", "import_date_early"],
  ["9999-12-31", "import_date_future"],
  ["1.1.2035", "import_date_future"],
  ["12/31/2024 5 PM", "import_date_unreadable"],
  ["", "date_required"],
] as const)("the date %s: %s", async ([date, code], { app }) => {
  runJobs(app);
  const user = await app.as("crmUser");

  const { counts, problems } = await imported(user, `Date,Contact no.,Description\n${date},AINO,Met\n`);

  expect(counts).toMatchObject({ created: 0, failed: 1 });
  expect(problems).toMatchObject([{ field: "date", code }]);
  expect(problems[0].message).not.toContain("problems.");
});

test("an hour that the clock skipped stays, one with a zone is put into the organisation's", async ({
  app,
}) => {
  runJobs(app);
  const user = await app.as("crmUser");

  const { entries } = await imported(
    user,
    "Date,Contact no.,Description\n31.3.2024 3.30,AINO,In the gap\n2024-03-31T01:30:00Z,AINO,After it\n",
  );

  expect(entries).toMatchObject([
    { date: "2024-03-31", time: "03:30:00" },
    { date: "2024-03-31", time: "04:30:00" },
  ]);
});

describe("bytes and characters", () => {
  test("Windows-1252 and UTF-16 are read; broken UTF-8 spoils its row only", async ({ app }) => {
    runJobs(app);
    const user = await app.as("crmUser");
    const text = "Päivä;Kontaktin nro;Kuvaus\r\n3.4.2024;AINO;Väärä määrä\r\n";

    const latin = await imported(user, Buffer.from(text, "latin1"));
    const wide = await imported(user, Buffer.from(`\uFEFF${text.replaceAll(";", "\t")}`, "utf16le"));
    const bom = Buffer.from("\uFEFFPäivä;Kontaktin nro;Kuvaus\n3.4.2024;AINO;");
    const broken = await imported(
      user,
      Buffer.concat([bom, Buffer.from([0x4d, 0xff, 0xfe, 0x0a]), Buffer.from("3.4.2024;AINO;Ehjä\n")]),
    );

    expect(latin.entries.at(-1)).toMatchObject({ description: "Väärä määrä" });
    expect(wide.counts).toMatchObject({ created: 1 });
    expect(broken.counts).toMatchObject({ created: 1, failed: 1 });
    expect(broken.problems).toMatchObject([{ rowNumber: 2, field: null, code: "file_row_encoding" }]);
  });

  test("every script, control characters and nothing but signs are stored whole or reported", async ({
    app,
  }) => {
    runJobs(app);
    const user = await app.as("crmUser");
    const rows = [
      ...namesOfEveryScript.map((name) => `2024-04-03,AINO,${name},`),
      "2024-04-03,AINO,Nul\0here,",
      "2024-04-03,AINO,Bell\u0007here,",
      "2024-04-03,,---,'\"); drop table contacts; --",
      "2024-04-03,,Percent,%_\\",
    ];

    const { counts, entries } = await imported(
      user,
      `Date,Contact no.,Description,Contact\n${rows.join("\n")}\n`,
    );

    expect(counts).toMatchObject({ created: namesOfEveryScript.length, failed: 4 });
    const stored = entries.map(({ description }) => description);
    for (const name of namesOfEveryScript) expect(stored).toContain(name.normalize("NFC"));
  });
});

test("rows with errors come as a file in the reader's language", async ({ app }) => {
  runJobs(app);
  const user = await app.as("crmUser");
  const { body } = await uploadHistory(user, "Date,Contact,Description\nsoon,=cmd|x,Met\n");
  await user.patch(`/imports/${body.id}`, { defaultTemplateCode: "CALL" });
  await runToEnd(user, body.id);

  const file = await user.get(`/imports/${body.id}/problems/download`, { "accept-language": "fi" });

  expect(file.text.split("\r\n")).toMatchObject([
    '\uFEFF"Rivi";"Varoitus";"Kenttä";"Viesti";"Arvo"',
    expect.stringMatching(/^2;false;"Päivämäärä";"Kentän .* päivämääränä.*";"soon"$/),
    expect.stringMatching(/^2;false;"Kontaktin nimi";"Mikään kontakti ei vastaa hakua .*";"'=cmd\|x"$/),
    "",
  ]);
});

describe("who may, and what belongs together", () => {
  test("recording takes its own right; vCards hold no interactions", async ({ app }) => {
    const contactsOnly = await app.as("crmUser", ["contacts.write", "contacts.read"]);
    const user = await app.as("crmUser");

    const refused = await uploadHistory(contactsOnly, "Date,Contact\n");
    expect([refused.status, refused.body.code]).toEqual([403, "forbidden"]);
    expect((await upload(contactsOnly, "Name\nHalla\n")).status).toBe(201);
    expect((await uploadHistory(await app.as("viewer"), "Date,Contact\n")).status).toBe(403);
    const cards = await uploadHistory(user, "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Aino\r\nEND:VCARD\r\n");
    expect([cards.status, cards.body.code]).toEqual([415, "import_no_cards"]);
  });

  test("settings and fields of the other kind, and codes that do not exist, are refused", async ({ app }) => {
    const user = await app.as("crmUser");
    const history = (await uploadHistory(user, "Date,Contact\n2024-04-03,Aino\n")).body;
    const people = (await upload(user, "Name\nHalla\n")).body;

    const answers = await Promise.all([
      user.patch(`/imports/${history.id}`, { matchBy: "no" }),
      user.patch(`/imports/${history.id}`, { mapping: { 0: "city" } }),
      user.patch(`/imports/${history.id}`, { defaultTemplateCode: "NONE" }),
      user.patch(`/imports/${history.id}`, { defaultSalespersonCode: "NONE" }),
      user.patch(`/imports/${people.id}`, { source: "HUBSPOT" }),
      user.patch(`/imports/${people.id}`, { mapping: { 0: "dateTime" } }),
    ]);

    expect(answers.map(({ status, body }) => [status, body.errors[0].path, body.code])).toEqual([
      [422, "matchBy", "import_other_kind"],
      [422, "mapping.0", "import_other_kind"],
      [422, "defaultTemplateCode", "not_found"],
      [422, "defaultSalespersonCode", "not_found"],
      [422, "source", "import_other_kind"],
      [422, "mapping.0", "import_other_kind"],
    ]);
  });
});

describe("files to fill in", () => {
  test.for([
    ["interactions", "en", "csv"],
    ["interactions", "fi", "csv"],
    ["interactions", "fi", "xlsx"],
    ["contacts", "en", "xlsx"],
    ["contacts", "fi", "csv"],
  ] as const)(
    "%s in %s as %s: every column is known when it comes back",
    async ([kind, language, format], { app }) => {
      const user = await app.as("crmUser");

      const file = await user.get(`/imports/examples/${kind}?format=${format}`, {
        "accept-language": language,
      });
      const back = await upload(user, file.bytes, { kind, fileName: `example.${format}` });

      expect([file.status, back.status]).toEqual([200, 201]);
      expect(
        back.body.columns.filter(({ suggestedField }: { suggestedField: unknown }) => !suggestedField),
      ).toEqual([]);
      const preview = await user.get(`/imports/${back.body.id}/preview`);
      const codes = preview.body.rows[0].problems.map(({ code }: { code: string }) => code);
      expect(
        codes.filter(
          (code: string) => !["template_required", "salesperson_required", "not_found"].includes(code),
        ),
      ).toEqual([]);
    },
  );
});
