import { buffer } from "node:stream/consumers";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CellRow, ColumnDefinition } from "../columns.ts";
import { maxFieldCharacters } from "../limits.ts";
import { codeOrRead, collect, excelParts, namesOfEveryScript, withSource, zipOf } from "../testing.ts";
import { isoToSerial, serialToIso } from "./excel-dates.ts";
import { classifyFormat } from "./number-formats.ts";
import { SharedStrings } from "./shared-strings.ts";
import { openXlsx, type XlsxOptions } from "./xlsx-reader.ts";
import { writeXlsx } from "./xlsx-writer.ts";

function readXlsx(contents: Uint8Array | NodeJS.ReadableStream, options: XlsxOptions = {}) {
  return withSource(contents, async (source) => {
    const file = await openXlsx(source, options);
    try {
      const { header, sheetName, sheetNames } = file;
      return { header, sheetName, sheetNames, rows: await collect(file.rows()) };
    } finally {
      file.close();
    }
  });
}

const header =
  '<row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c><c r="B1" t="inlineStr"><is><t>b</t></is></c></row>';

describe("a workbook as Excel makes it", () => {
  const sharedStrings =
    "<si><t>Name</t></si><si><t>Value</t></si>" +
    '<si><r><rPr><b/></rPr><t xml:space="preserve">Halla </t></r><r><t>Oy</t></r></si>' +
    "<si><t>佐々木</t><rPh><t>ササキ</t></rPh></si><si><t>one_x000D_\ntwo _x005F_x0041_</t></si>";
  const styles =
    '<numFmts count="3"><numFmt numFmtId="164" formatCode="00000"/>' +
    '<numFmt numFmtId="165" formatCode="[$-40B]d\\.m\\.yyyy\\ &quot;klo&quot;\\ h:mm;@"/>' +
    '<numFmt numFmtId="166" formatCode="#,##0.00\\ &quot;days&quot;"/></numFmts>' +
    '<cellStyleXfs count="1"><xf numFmtId="14"/></cellStyleXfs><cellXfs count="6"><xf numFmtId="0"/>' +
    '<xf numFmtId="14"/><xf numFmtId="165"/><xf numFmtId="20"/><xf numFmtId="164"/><xf numFmtId="166"/></cellXfs>';
  const row = (number: number, name: string, cell: string) => `<row r="${number}">${name}${cell}</row>`;
  const text = (reference: string, index: number) => `<c r="${reference}" t="s"><v>${index}</v></c>`;

  test.each([
    ["a shared text with formatting", text("B2", 2), "Halla Oy"],
    ["a phonetic guide is no text", text("B2", 3), "佐々木"],
    ["escaped characters", text("B2", 4), "one\r\ntwo _x0041_"],
    ["a whole number", '<c r="B2"><v>358401234567</v></c>', "358401234567"],
    ["a number with an exponent", '<c r="B2"><v>3.58401234567E+11</v></c>', "358401234567"],
    ["a sum of binary fractions", '<c r="B2"><v>0.30000000000000004</v></c>', "0.3"],
    ["a post code", '<c r="B2" s="4"><v>100</v></c>', "00100"],
    ["a date", '<c r="B2" s="1"><v>46349</v></c>', "2026-11-23"],
    ["a date with time", '<c r="B2" s="2"><v>46349.586805555555</v></c>', "2026-11-23T14:05:00"],
    ["a time", '<c r="B2" s="3"><v>0.5868055555555556</v></c>', "14:05:00"],
    ["a number whose format has letters in quotes", '<c r="B2" s="5"><v>12.5</v></c>', "12.5"],
    ["an ISO date", '<c r="B2" t="d"><v>2026-11-23</v></c>', "2026-11-23"],
    ["true", '<c r="B2" t="b"><v>1</v></c>', "true"],
    ["the text of a formula", '<c r="B2" t="str"><f>A1&amp;"x"</f><v>x</v></c>', "x"],
    ["an inline text", '<c r="B2" t="inlineStr"><is><r><t>in</t></r><r><t>line</t></r></is></c>', "inline"],
    ["an empty cell with a style", '<c r="B2" s="4"/>', null],
  ])("%s", async (_name, cell, expected) => {
    const sheet = row(1, text("A1", 0), text("B1", 1)) + row(2, text("A2", 0), cell);

    const { rows } = await readXlsx(await zipOf(excelParts(sheet, { sharedStrings, styles })));

    expect(rows).toEqual([{ rowNumber: 2, cells: ["Name", expected] }]);
  });

  test("gaps between cells and rows keep their place, the first visible sheet is read", async () => {
    const sheet =
      '<row r="3"><c r="B3" t="s"><v>0</v></c><c r="D3" t="s"><v>1</v></c></row><row r="4"/>' +
      '<row r="9"><c r="D9"><v>2</v></c><c r="Z9" s="1"/></row>';

    const file = await readXlsx(await zipOf(excelParts(sheet, { sharedStrings })));

    expect(file.sheetName).toBe("Contacts");
    expect(file.sheetNames).toEqual(["Lists", "Contacts"]);
    expect(file.header).toEqual([null, "Name", null, "Value"]);
    expect(file.rows).toEqual([{ rowNumber: 9, cells: [null, null, null, "2"] }]);
  });

  test("another sheet is read by its name, a missing one is named in the error", async () => {
    const zip = await zipOf(excelParts(header));

    expect((await readXlsx(zip, { sheetName: "Lists" })).header).toEqual(["1"]);
    await expect(readXlsx(zip, { sheetName: "Nobody" })).rejects.toMatchObject({
      code: "file_sheet_not_found",
      values: { sheetName: "Nobody" },
    });
  });

  test("the calendar of old Macintosh workbooks begins in 1904", async () => {
    const sheet = `${header}<row r="2"><c r="A2" s="1"><v>44887</v></c></row>`;
    const workbookProperties = '<workbookPr date1904="1"/>';

    const { rows } = await readXlsx(await zipOf(excelParts(sheet, { styles, workbookProperties })));

    expect(rows[0]?.cells).toEqual(["2026-11-23", null]);
  });

  test("an error value and a cell beyond the header are problems of their rows", async () => {
    const sheet =
      `${header}<row r="2"><c r="B2" t="e"><v>#N/A</v></c></row>` +
      '<row r="3"><c r="A3"><v>1</v></c><c r="C3"><v>1</v></c></row><row r="4"><c r="A4"><v>1</v></c></row>';

    const { rows } = await readXlsx(await zipOf(excelParts(sheet)));

    expect(rows.map((row) => row.problem ?? null)).toEqual([
      { code: "file_row_cell_error", values: { column: "B", error: "#N/A" } },
      { code: "file_row_columns", values: { expected: 2, found: 3 } },
      null,
    ]);
  });

  test("namespace prefixes and cells without reference are understood", async () => {
    const parts = excelParts("");
    parts["xl/worksheets/sheet2.xml"] =
      '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData>' +
      "<x:row><x:c><x:v>1</x:v></x:c><x:c><x:v>2</x:v></x:c></x:row></x:sheetData></x:worksheet>";

    expect((await readXlsx(await zipOf(parts))).header).toEqual(["1", "2"]);
  });
});

describe("hostile workbooks", () => {
  test("cut at any place, a workbook is damaged", async () => {
    const zip = await zipOf(excelParts(`${header}${"<row><c><v>1</v></c></row>".repeat(50)}`));

    for (let length = 4; length < zip.length; length += 97) {
      await expect(readXlsx(zip.subarray(0, length))).rejects.toMatchObject({ code: "file_damaged" });
    }
  });

  test("a flipped byte ends in a code, never in a crash", async () => {
    const zip = await zipOf(
      excelParts(`${header}<row><c><v>1</v></c></row>`, { sharedStrings: "<si><t>x</t></si>" }),
    );

    await fc.assert(
      fc.asyncProperty(fc.nat(zip.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const broken = Buffer.from(zip);
        broken[at]! ^= change;
        expect(await codeOrRead(readXlsx(broken))).toMatch(/^(read|file_\w+)$/);
      }),
      { numRuns: 150 },
    );
  });

  test("a bomb is refused before it is unpacked", async () => {
    const parts = excelParts(header);
    const bomb = Buffer.alloc(60_000_000, " ");

    await expect(readXlsx(await zipOf({ ...parts, "xl/worksheets/sheet2.xml": bomb }))).rejects.toMatchObject(
      { code: "file_too_large", status: 413 },
    );
    await expect(
      readXlsx(await zipOf({ ...parts, "xl/worksheets/sheet2.xml": "x".repeat(2_000) }), {
        maxUnpackedBytes: 1_000,
      }),
    ).rejects.toMatchObject({ code: "file_too_large" });
  });

  test("a part that is larger than the directory says is damaged", async () => {
    const zip = await zipOf(excelParts(`${header}${"<row><c><v>1</v></c></row>".repeat(5_000)}`));
    const directory = zip.lastIndexOf("xl/worksheets/sheet2.xml") - 46;
    zip.writeUInt32LE(200, directory + 24);

    await expect(readXlsx(zip)).rejects.toMatchObject({ code: "file_damaged" });
  });

  test("entities are not expanded, endless texts and nesting are refused", async () => {
    const expect400 = async (sheetData: string) =>
      expect(readXlsx(await zipOf(excelParts(sheetData)))).rejects.toMatchObject({ code: "file_damaged" });

    await expect400('<!DOCTYPE x [<!ENTITY a "aaaa">]><row><c t="str"><v>&a;</v></c></row>');
    await expect400(`${header}<row>${"<a>".repeat(200)}`);
    await expect400(`${header}<row><c t="str"><v>${"x".repeat(5_000_000)}</v></c></row>`);
    await expect400('<row><c t="s"><v>77</v></c></row>');
  });

  test("a text beyond the limit is a problem of its row", async () => {
    const sheet = `${header}<row><c t="str"><v>${"x".repeat(maxFieldCharacters + 1)}</v></c></row><row><c><v>1</v></c></row>`;

    const { rows } = await readXlsx(await zipOf(excelParts(sheet)));

    expect(rows.map((row) => row.problem?.code)).toEqual(["file_row_field_too_long", undefined]);
  });

  test("rows that count backwards are not lost", async () => {
    const sheet = `${header.replace('r="1"', 'r="9"')}<row r="2"><c><v>1</v></c></row><row r="-3"><c><v>2</v></c></row>`;

    const { rows } = await readXlsx(await zipOf(excelParts(sheet)));

    expect(rows.map((row) => [row.rowNumber, row.cells[0]])).toEqual([
      [10, "1"],
      [11, "2"],
    ]);
  });

  test("more shared texts than memory should hold are refused", () => {
    const strings = new SharedStrings();
    const add = () => {
      for (;;) strings.add("x".repeat(maxFieldCharacters));
    };

    expect(add).toThrow(expect.objectContaining({ code: "file_too_many_texts" }));
    expect(strings.get(3)).toHaveLength(maxFieldCharacters);
  });

  test("a zip without a workbook is not supported, no rows mean no header", async () => {
    await expect(readXlsx(await zipOf({ "xl/photo.png": "x" }))).rejects.toMatchObject({
      code: "file_unsupported",
      status: 415,
    });
    await expect(readXlsx(await zipOf(excelParts("")))).rejects.toMatchObject({ code: "file_no_header" });
  });
});

describe("writing", () => {
  const columns: ColumnDefinition[] = [
    { header: "Nimi", type: "text" },
    { header: "Amount", type: "number" },
    { header: "Day", type: "date" },
    { header: "At", type: "dateTime" },
    { header: "Active", type: "boolean" },
  ];

  test("every type comes back as it was", async () => {
    const rows: CellRow[] = [
      ["=1+1", "-12.50", "2026-11-23", "2026-11-23T14:05:09", true],
      ["+358 40 123", 0, "1899-05-01", null, false],
      [" 'x\r\n\u0001_x0041_ ", 1e-7, null, "not a date", null],
    ];

    const file = await readXlsx(writeXlsx(columns, rows, { sheetName: "Kontaktit: [A/B]" }));

    expect(file.sheetName).toBe("Kontaktit   A B");
    expect(file.header).toEqual(["Nimi", "Amount", "Day", "At", "Active"]);
    expect(file.rows.map((row) => row.cells)).toEqual([
      ["=1+1", "-12.5", "2026-11-23", "2026-11-23T14:05:09", "true"],
      ["+358 40 123", "0", "1899-05-01", null, "false"],
      [" 'x\r\n\u0001_x0041_ ", "1e-7", null, "not a date", null],
    ]);
  });

  test("whatever text is written is read back", async () => {
    const anyText = fc.oneof(
      fc.string({ unit: "binary" }).filter((value) => !value.includes("\0")),
      fc.constantFrom(...namesOfEveryScript),
      fc.stringMatching(/^(_x[0-9A-F]{4}_|_|x){0,4}$/).filter((value) => !value.includes("_x0000_")),
    );

    await fc.assert(
      fc.asyncProperty(fc.array(anyText, { minLength: 1, maxLength: 20 }), async (texts) => {
        const rows = texts.map((value, at) => [`row ${at}`, value]);
        const file = await readXlsx(writeXlsx([columns[0]!, { header: "b", type: "text" }], rows));
        expect(file.rows.map((row) => row.cells)).toEqual(rows.map((row) => row.map((cell) => cell || null)));
      }),
      { numRuns: 60 },
    );
  });

  test("a text longer than Excel opens is cut", async () => {
    const { rows } = await readXlsx(writeXlsx([columns[0]!], [["x".repeat(40_000)]]));

    expect(rows[0]?.cells[0]).toHaveLength(32_767);
    expect(rows[0]?.cells[0]?.endsWith("…")).toBe(true);
  });

  test("a failing source of rows fails the stream", async () => {
    async function* rows(): AsyncGenerator<CellRow> {
      yield ["x"];
      throw new Error("the database went away");
    }

    await expect(buffer(writeXlsx([columns[0]!], rows()))).rejects.toThrow("the database went away");
  });

  test("a reader who leaves ends the source of rows", async () => {
    const ended = Promise.withResolvers<void>();
    async function* rows(): AsyncGenerator<CellRow> {
      try {
        for (;;) yield [Math.random().toString(36).repeat(20)];
      } finally {
        ended.resolve();
      }
    }

    let received = 0;
    for await (const chunk of writeXlsx([columns[0]!], rows())) {
      received += chunk.length;
      if (received > 100_000) break;
    }

    await ended.promise;
  });
});

test("a hundred thousand rows are written and read without the heap growing with them", async () => {
  const columns: ColumnDefinition[] = ["No.", "Name", "City"].map((name) => ({ header: name, type: "text" }));
  function* rows() {
    for (let no = 1; no <= 100_000; no++)
      yield [`CT${no}`, `${namesOfEveryScript[no % 10]} ${no}`, "Hämeenlinna"];
  }

  await withSource(writeXlsx(columns, rows()), async (source) => {
    const file = await openXlsx(source);
    const before = process.memoryUsage().heapUsed;
    let count = 0;
    let peak = before;
    for await (const row of file.rows()) {
      count++;
      if (row.problem) throw new Error(row.problem.code);
      if (count % 5_000 === 0) peak = Math.max(peak, process.memoryUsage().heapUsed);
    }
    file.close();

    expect(count).toBe(100_000);
    expect(peak - before).toBeLessThan(80_000_000);
  });
});

describe("dates and formats", () => {
  test("a day number and its date are each other's inverse", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 61, max: 2_958_465 }),
        fc.integer({ min: 0, max: 86_399 }),
        (day, second) => {
          const iso = serialToIso(day + second / 86_400, "dateTime", false);
          expect(Math.round(isoToSerial(iso!)! * 86_400)).toBe(day * 86_400 + second);
        },
      ),
    );
  });

  test.each([
    [1, "1900-01-01"],
    [59, "1900-02-28"],
    [60, "1900-02-28"],
    [61, "1900-03-01"],
    [2_958_465, "9999-12-31"],
    [2_958_466, null],
    [-1, null],
  ])("day %i is %s", (serial, iso) => {
    expect(serialToIso(serial, "date", false)).toBe(iso);
  });

  test.each([
    ["yyyy-mm-dd", "date"],
    ["mmm yy", "date"],
    ["mmmm", "date"],
    ["d.m.yyyy h.mm", "dateTime"],
    ["h:mm AM/PM", "time"],
    ["[h]:mm:ss", "time"],
    ["mm:ss.0", "time"],
    ["[Red]#,##0", "plain"],
    ["[$€-40B] #,##0.00", "plain"],
    ['0.0 "hours"', "plain"],
    ["General", "plain"],
    ["@", "plain"],
    ["0", "plain"],
  ])("the format %s is %s", (code, kind) => {
    expect(classifyFormat(code)).toBe(kind);
  });

  test("a format of noughts fills up with noughts", () => {
    expect(classifyFormat("00000")).toEqual({ digits: 5 });
  });
});
