import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { ColumnDefinition } from "./columns.ts";
import { writeCsv } from "./csv/csv-writer.ts";
import { openTable } from "./open-table.ts";
import { previewTable } from "./table.ts";
import { collect, namesOfEveryScript } from "./testing.ts";
import { filesTexts as english } from "./texts.en.ts";
import { filesTexts as finnish } from "./texts.fi.ts";
import { vCardColumns, vCardOfColumns } from "./vcard/vcard-columns.ts";
import { writeVCards } from "./vcard/vcard-writer.ts";
import { writeXlsx } from "./xlsx/xlsx-writer.ts";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "rapport-test-"));
  vi.stubEnv("TMPDIR", folder);
});

afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

const columns: ColumnDefinition[] = [
  { header: "Name", type: "text" },
  { header: "Phone", type: "text" },
];
const contacts = namesOfEveryScript.map((name, at) => [name, `+358 40 ${at}`]);

test.each([
  ["csv", () => writeCsv(columns, contacts)],
  ["xlsx", () => writeXlsx(columns, contacts)],
] as const)("a stream of %s is read twice and leaves nothing behind", async (format, write) => {
  {
    await using table = await openTable(write(), { fileName: "lies.vcf", contentType: "text/vcard" });

    expect(table.format).toBe(format);
    expect(table.header).toEqual(["Name", "Phone"]);
    expect((await previewTable(table, 2)).rows).toHaveLength(2);
    expect((await collect(table.rows())).map((row) => row.cells)).toEqual(contacts);
    expect(await readdir(folder)).toHaveLength(1);
  }

  expect(await readdir(folder)).toEqual([]);
});

test("cards are rows of the same kind", async () => {
  const cards = contacts.map(([formattedName, mobilePhone]) =>
    vCardOfColumns({ formattedName: formattedName!, mobilePhone: mobilePhone! }),
  );

  await using table = await openTable(writeVCards(cards), { fileName: "contacts.csv" });

  const at = (column: (typeof vCardColumns)[number]) => vCardColumns.indexOf(column);
  const rows = await collect(table.rows());
  expect(table.format).toBe("vcard");
  expect(rows.map(({ cells }) => [cells[at("formattedName")], cells[at("mobilePhone")]])).toEqual(contacts);
});

test("a file on disk stays there", async () => {
  const path = join(folder, "contacts.csv");
  await writeFile(path, "Name\nAino\n");

  const table = await openTable(path);
  await table.close();

  expect(await readdir(folder)).toEqual(["contacts.csv"]);
});

test.each([
  ["nothing", "", {}, "file_empty", 400],
  ["too much", "Name\nAino\n", { maxBytes: 5 }, "file_too_large", 413],
  ["a PDF", "%PDF-1.7", { fileName: "list.csv" }, "file_unsupported", 415],
  ["an old workbook", "\xd0\xcf\x11\xe0\xa1\xb1", { fileName: "list.xlsx" }, "file_old_excel", 415],
  ["a broken zip", "PK\x03\x04xl/", { fileName: "list.xlsx" }, "file_damaged", 400],
])("%s is refused and leaves nothing behind", async (_name, contents, options, code, status) => {
  const stream = Readable.from([Buffer.from(contents, "latin1")]);

  await expect(openTable(stream, options)).rejects.toMatchObject({ code, status });

  expect(await readdir(folder)).toEqual([]);
});

test("a stream that breaks off is not taken for a short file", async () => {
  async function* upload() {
    yield Buffer.from("Name\nAino\n");
    throw new Error("connection reset");
  }

  await expect(openTable(Readable.from(upload()))).rejects.toThrow("connection reset");
  expect(await readdir(folder)).toEqual([]);
});

test("every problem has a text with the same values in both languages", () => {
  const valuesIn = (text: string) => text.match(/\{\{[^}]*\}\}/g)?.toSorted() ?? [];

  for (const [code, text] of Object.entries(english.problems)) {
    expect(valuesIn(finnish.problems[code as keyof typeof english.problems])).toEqual(valuesIn(text));
  }
});
