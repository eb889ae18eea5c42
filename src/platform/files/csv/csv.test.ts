import type { Readable } from "node:stream";
import { buffer, text } from "node:stream/consumers";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ColumnDefinition } from "../columns.ts";
import { maxFieldCharacters } from "../limits.ts";
import { previewTable, type TableRow } from "../table.ts";
import { codeOrRead, collect, namesOfEveryScript, withSource } from "../testing.ts";
import { csvDelimiters } from "./csv-delimiter.ts";
import { openCsv } from "./csv-reader.ts";
import { writeCsv } from "./csv-writer.ts";

const textColumns = (...headers: string[]): ColumnDefinition[] =>
  headers.map((header) => ({ header, type: "text" }));

function readCsv(contents: string | Uint8Array) {
  return withSource(contents, async (source) => {
    const file = await openCsv(source);
    return {
      header: file.header,
      encoding: file.encoding,
      delimiter: file.delimiter,
      rows: await collect(file.rows()),
    };
  });
}

const cellsOf = (rows: readonly TableRow[]) => rows.map((row) => row.cells);

describe("reading", () => {
  test("rows keep the number a spreadsheet gives them, blank ones are passed over", async () => {
    const { header, rows } = await readCsv("Name,City\n\nAurora Oy,Turku\n,\nHalla Ab,Vaasa");

    expect(header).toEqual(["Name", "City"]);
    expect(rows).toEqual([
      { rowNumber: 3, cells: ["Aurora Oy", "Turku"] },
      { rowNumber: 5, cells: ["Halla Ab", "Vaasa"] },
    ]);
  });

  test.each([
    ["comma", 'Name,Address\nAurora,"Kuja 1; 2"\n', ","],
    ["semicolon", "Name;Address\nAurora;Kuja 1, A 2\nHalla;Polku 3, B\n", ";"],
    ["tab", "Name\tAddress\nAurora\tKuja 1, A 2\n", "\t"],
    ["bar", "Name|Address\nAurora|Kuja 1, A 2\n", "|"],
  ])("the delimiter is found: %s", async (_name, contents, delimiter) => {
    const file = await readCsv(contents);

    expect(file.delimiter).toBe(delimiter);
    expect(file.header).toEqual(["Name", "Address"]);
  });

  test("Excel's line that names the separator is not a row", async () => {
    const { header, rows } = await readCsv("sep=;\r\nName;City\r\nAurora;Turku\r\n");

    expect(header).toEqual(["Name", "City"]);
    expect(rows).toEqual([{ rowNumber: 3, cells: ["Aurora", "Turku"] }]);
  });

  test("quoted fields hold line breaks, delimiters and quotation marks", async () => {
    const { rows } = await readCsv('a,b\r\n"1\r\n2","x,""y"""\r\n');

    expect(cellsOf(rows)).toEqual([["1\r\n2", 'x,"y"']]);
  });

  test("a carriage return alone ends a row too", async () => {
    expect(cellsOf((await readCsv("a,b\r1,2\r3,4")).rows)).toEqual([
      ["1", "2"],
      ["3", "4"],
    ]);
  });

  test.each([
    ["UTF-8", Buffer.from("Nimi;Hinta\nMäkelä;5 €\n"), "utf-8"],
    ["UTF-8 with mark", Buffer.from("\uFEFFNimi;Hinta\nMäkelä;5 €\n"), "utf-8"],
    ["UTF-16, little end first", Buffer.from("\uFEFFNimi;Hinta\nMäkelä;5 €\n", "utf16le"), "utf-16le"],
    ["UTF-16, big end first", Buffer.from("\uFEFFNimi;Hinta\nMäkelä;5 €\n", "utf16le").swap16(), "utf-16be"],
    ["Windows-1252", Buffer.from("Nimi;Hinta\nM\xe4kel\xe4;5 \x80\n", "latin1"), "windows-1252"],
  ])("the encoding is found: %s", async (_name, contents, encoding) => {
    const file = await readCsv(contents);

    expect(file.encoding).toBe(encoding);
    expect(file.header).toEqual(["Nimi", "Hinta"]);
    expect(cellsOf(file.rows)).toEqual([["Mäkelä", "5 €"]]);
  });

  test("a character that two chunks share is read whole, and late Windows-1252 is noticed", async () => {
    const filler = "x".repeat(65_535 - 5);

    const utf8 = await readCsv(`a,b\n${filler},ä\nö,€\n`);
    const windows = await readCsv(Buffer.from(`a,b\n${filler},x\n\xf6,\x80\n`, "latin1"));

    expect(utf8.encoding).toBe("utf-8");
    expect(utf8.rows.at(-1)?.cells).toEqual(["ö", "€"]);
    expect(windows.rows.at(-1)?.cells).toEqual(["ö", "€"]);
  });

  test("one broken byte in a UTF-8 file spoils its row and no other", async () => {
    const contents = Buffer.concat([
      Buffer.from("Nimi\nMäkelä\nHämäl"),
      Buffer.from([0xe4]),
      Buffer.from("\nYrjö\n"),
    ]);

    const { rows } = await readCsv(contents);

    expect(rows.map((row) => row.problem?.code)).toEqual([undefined, "file_row_encoding", undefined]);
    expect(rows[2]?.cells).toEqual(["Yrjö"]);
  });
});

describe("hostile files", () => {
  test("rows of another width are reported, blank cells at their end are not", async () => {
    const { rows } = await readCsv("a,b\n1\n1,2,3\n1,2,,\n1,2\n");

    expect(rows.map((row) => row.problem?.values ?? null)).toEqual([
      { expected: 2, found: 1 },
      { expected: 2, found: 3 },
      null,
      null,
    ]);
    expect(rows.every((row) => row.cells.length === 2)).toBe(true);
  });

  test("a field beyond the limit is reported and the next row is read", async () => {
    const { rows } = await readCsv(`a,b\n"${"x".repeat(maxFieldCharacters + 1)}",2\n3,4\n`);

    expect(rows.map((row) => row.problem?.code)).toEqual(["file_row_field_too_long", undefined]);
    expect(rows[1]?.cells).toEqual(["3", "4"]);
  });

  test("a million columns in a row are reported, in the header they end the reading", async () => {
    const wide = ",x".repeat(1_000_000);

    const { rows } = await readCsv(`a,b\n${wide}\n3,4\n`);

    expect(rows[0]?.problem?.code).toBe("file_row_too_long");
    expect(rows[1]).toEqual({ rowNumber: 3, cells: ["3", "4"] });
    await expect(readCsv(wide)).rejects.toMatchObject({ code: "file_too_many_columns" });
  });

  test("a quotation mark that is never closed is reported at the row that opens it", async () => {
    const { rows } = await readCsv('a,b\n1,2\n3,"4\n5,6\n');

    expect(rows.map((row) => [row.rowNumber, row.problem?.code])).toEqual([
      [2, undefined],
      [3, "file_row_unclosed_quote"],
    ]);
  });

  test("text after a closing quotation mark and NUL bytes are reported", async () => {
    const { rows } = await readCsv('a,b\n"Oy "Halla" Ab",2\nx\0y,2\n');

    expect(rows.map((row) => row.problem?.code)).toEqual(["file_row_quotes", "file_row_nul"]);
  });

  test("any bytes are read to the end or refused with a code", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 300 }), async (bytes) => {
        expect(await codeOrRead(readCsv(bytes))).toMatch(/^(read|file_\w+)$/);
      }),
      { numRuns: 200 },
    );
  });

  test("a file without a row has no header", async () => {
    await expect(readCsv("\n \n;;\n".replaceAll(";", ","))).rejects.toMatchObject({ code: "file_no_header" });
  });
});

describe("writing", () => {
  const columns: ColumnDefinition[] = [
    { header: "Name", type: "text" },
    { header: "Amount", type: "number" },
    { header: "Day", type: "date" },
    { header: "Active", type: "boolean" },
  ];

  test("types stand in their own form, blank is nothing", async () => {
    const csv = await text(
      writeCsv(columns, [
        ['Halla "1"', "-12.50", "2026-11-23", true],
        [null, null, null, null],
      ]),
    );

    expect(csv).toBe('"Name","Amount","Day","Active"\r\n"Halla ""1""",-12.50,2026-11-23,true\r\n,,,\r\n');
  });

  test("decimal comma, semicolon and byte order mark for Finnish Excel", async () => {
    const options = { byteOrderMark: true, delimiter: ";", decimalSeparator: "," } as const;

    const bytes = await buffer(writeCsv(columns.slice(0, 2), [["Ähtäri", 12.5]], options));

    expect(bytes.toString()).toBe('\uFEFF"Name";"Amount"\r\n"Ähtäri";12,5\r\n');
  });

  test.each([
    ["=1+1", "'=1+1"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["-2+3", "'-2+3"],
    ["\t=1", "'\t=1"],
    ["\r=1", "'\r=1"],
    ["+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"],
    ["+358-40-1", "'+358-40-1"],
    ["＝1", "'＝1"],
    ["'=1", "''=1"],
    ["+358 40 123 4567", "+358 40 123 4567"],
    ["O'Hara = 1", "O'Hara = 1"],
    ["'s-Hertog", "'s-Hertog"],
  ])("the text %j is written as %j and read back", async (value, written) => {
    const csv = await text(writeCsv(textColumns("Value"), [[value]]));

    expect(csv.split("\r\n").slice(1).join("\r\n")).toBe(`"${written}"\r\n`);
    expect(cellsOf((await readCsv(csv)).rows)).toEqual([[value]]);
  });

  test("a number column does not let a formula through", async () => {
    expect(await text(writeCsv([{ header: "n", type: "number" }], [["=1"]]))).toContain(`"'=1"`);
    expect(await text(writeCsv([{ header: "d", type: "date" }], [["-1"]]))).toContain(`"'-1"`);
  });

  test("whatever is written is read back, with every delimiter", async () => {
    const anyText = fc.oneof(
      fc.string({ unit: "binary" }).filter((value) => !/[\0\uFFFD]/.test(value)),
      fc.stringMatching(/^'{0,2}[=+\-@\t\r][0-9 '"=+;,|-]{0,8}$/),
      fc.constantFrom(...namesOfEveryScript),
    );
    const table = fc.array(fc.tuple(anyText, anyText, anyText), { minLength: 1, maxLength: 8 });

    await fc.assert(
      fc.asyncProperty(
        table,
        fc.constantFrom(...csvDelimiters),
        fc.boolean(),
        async (rows, delimiter, mark) => {
          const withKey = rows.map((row, at) => [`row ${at}`, ...row]);

          const csv = await buffer(
            writeCsv(textColumns("k", "a", "b", "c"), withKey, { delimiter, byteOrderMark: mark }),
          );
          const read = await readCsv(csv);

          expect(read.delimiter).toBe(delimiter);
          expect(cellsOf(read.rows)).toEqual(withKey.map((row) => row.map((cell) => cell || null)));
        },
      ),
      { numRuns: 150 },
    );
  });
});

test("a hundred thousand rows are read without the heap growing with them", async () => {
  const columns = textColumns("No.", "Name", "City", "Phone");
  function* rows() {
    for (let no = 1; no <= 100_000; no++) {
      yield [`CT${no}`, `${namesOfEveryScript[no % 10]} ${no}`, "Hämeenlinna", `+358 40 ${no}`];
    }
  }

  await withSource(writeCsv(columns, rows()), async (source) => {
    const file = await openCsv(source);
    const before = process.memoryUsage().heapUsed;
    let count = 0;
    let peak = before;
    for await (const row of file.rows()) {
      count++;
      if (row.problem) throw new Error(row.problem.code);
      if (count % 5_000 === 0) peak = Math.max(peak, process.memoryUsage().heapUsed);
    }

    expect(count).toBe(100_000);
    expect(peak - before).toBeLessThan(60_000_000);
  });
});

test("a preview shows the header and the first rows", async () => {
  await withSource(`a\n${"x\n".repeat(50)}`, async (source) => {
    const preview = await previewTable(await openCsv(source));

    expect(preview.header).toEqual(["a"]);
    expect(preview.rows).toHaveLength(20);
  });
});

test("a failing source of rows fails the stream", async () => {
  async function* rows() {
    yield ["x"];
    throw new Error("the database went away");
  }

  const stream: Readable = writeCsv(textColumns("a"), rows());

  await expect(text(stream)).rejects.toThrow("the database went away");
});
