import { text } from "node:stream/consumers";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { maxFieldCharacters } from "../limits.ts";
import { codeOrRead, collect, namesOfEveryScript, withSource } from "../testing.ts";
import type { VCard, VCardProperty } from "./vcard.ts";
import { type FlatVCard, flattenVCard, vCardColumns, vCardOfColumns } from "./vcard-columns.ts";
import { openVCards, readVCards } from "./vcard-reader.ts";
import { formatVCard, writeVCards } from "./vcard-writer.ts";

const readAll = (contents: string | Uint8Array) =>
  withSource(contents, (source) => collect(readVCards(source)));

/** The first card of these lines, wrapped in BEGIN and END. */
async function readCard(...lines: string[]): Promise<VCard> {
  const cards = await readAll(Buffer.from(["BEGIN:VCARD", ...lines, "END:VCARD", ""].join("\r\n")));
  expect(cards[0]?.problem).toBeUndefined();
  return cards[0]!.card;
}

const filled = (flat: FlatVCard) =>
  Object.fromEntries(Object.entries(flat).filter(([, value]) => value !== null));

describe("reading", () => {
  test("a card of version 4", async () => {
    const card = await readCard(
      "VERSION:4.0",
      "KIND:individual",
      "FN:Dr. Aino Kaisa Halla",
      "N:Halla;Aino;Kaisa;Dr.;",
      "ORG:Routa Oy;Myynti",
      "TITLE:Myyntijohtaja",
      'TEL;VALUE=uri;PREF=1;TYPE="work,voice":tel:+358-9-555-0100;ext=12',
      "TEL;TYPE=cell:+358 50 555 0101",
      "TEL;TYPE=fax,work:+358 9 555 0102",
      "EMAIL:toinen@routa.example",
      "EMAIL;PREF=1:aino@routa.example",
      "ADR;TYPE=work:;3. krs;Hallatie 1, A 2;Ähtäri;;63700;Suomi",
      "URL:https://routa.example/?a=1,2;b",
      "NOTE:Soita aamulla\\, ei\\nperjantaina\\; kiitos",
      "LANG:fi",
    );

    expect(card.version).toBe("4.0");
    expect(filled(flattenVCard(card))).toEqual({
      kind: "individual",
      formattedName: "Dr. Aino Kaisa Halla",
      familyName: "Halla",
      givenName: "Aino",
      middleName: "Kaisa",
      namePrefix: "Dr.",
      organization: "Routa Oy",
      department: "Myynti",
      title: "Myyntijohtaja",
      workPhone: "+358-9-555-0100 ext. 12",
      mobilePhone: "+358 50 555 0101",
      fax: "+358 9 555 0102",
      email: "aino@routa.example",
      email2: "toinen@routa.example",
      address2: "3. krs",
      street: "Hallatie 1, A 2",
      city: "Ähtäri",
      postCode: "63700",
      country: "Suomi",
      url: "https://routa.example/?a=1,2;b",
      note: "Soita aamulla, ei\nperjantaina; kiitos",
      language: "fi",
    });
  });

  test("a card of version 3 with groups and labels", async () => {
    const card = await readCard(
      "VERSION:3.0",
      "N:Halla;Aino;;;",
      "item1.TEL:+358 50 1",
      "item1.X-ABLabel:_$!<Mobile>!$_",
      "TEL;type=HOME;type=VOICE;type=pref:+358 9 2",
      "item2.EMAIL;type=INTERNET:aino@routa.example",
      "CATEGORIES:a\\,b,c",
    );

    expect(filled(flattenVCard(card))).toMatchObject({
      formattedName: "Aino Halla",
      mobilePhone: "+358 50 1",
      homePhone: "+358 9 2",
      email: "aino@routa.example",
    });
    expect(card.properties[1]).toEqual({ name: "TEL", group: "item1", params: {}, values: ["+358 50 1"] });
    expect(card.properties[3]?.params).toEqual({ TYPE: ["home", "voice", "pref"] });
    expect(card.properties.at(-1)?.values).toEqual(["a,b", "c"]);
  });

  test("a card of version 2.1 with quoted-printable, soft breaks, bare types and an assistant's card", async () => {
    const card = await readCard(
      "VERSION:2.1",
      "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:H=C3=A4k=",
      "k=C3=A4;Aino",
      "ORG;CHARSET=ISO-8859-1;QUOTED-PRINTABLE:Y=E4=E4 Oy",
      "TEL;CELL;VOICE:+358 50 1",
      "AGENT:",
      "BEGIN:VCARD",
      "N:Other;Person",
      "END:VCARD",
      "NOTE;ENCODING=QUOTED-PRINTABLE:one=0D=0Atwo",
    );

    expect(filled(flattenVCard(card))).toMatchObject({
      familyName: "Häkkä",
      givenName: "Aino",
      organization: "Yää Oy",
      mobilePhone: "+358 50 1",
      note: "one\r\ntwo",
    });
  });

  test("lines folded in the middle of a character are whole again", async () => {
    const bytes = Buffer.from("BEGIN:VCARD\nFN:Mäkelä\nEND:VCARD\n");
    const inCharacter = bytes.indexOf("ä") + 1;
    const folded = Buffer.concat([
      bytes.subarray(0, inCharacter),
      Buffer.from("\n "),
      bytes.subarray(inCharacter),
    ]);

    expect((await readAll(folded))[0]?.card.properties[0]?.values).toEqual(["Mäkelä"]);
  });

  test.each([
    ["UTF-8 with mark", Buffer.from("\uFEFFBEGIN:VCARD\nFN:Mäkelä €\nEND:VCARD")],
    ["UTF-16", Buffer.from("\uFEFFBEGIN:VCARD\nFN:Mäkelä €\nEND:VCARD", "utf16le")],
    ["Windows-1252", Buffer.from("BEGIN:VCARD\nFN:M\xe4kel\xe4 \x80\nEND:VCARD", "latin1")],
  ])("the encoding is found: %s", async (_name, contents) => {
    expect((await readAll(contents))[0]?.card.properties[0]?.values).toEqual(["Mäkelä €"]);
  });

  test.each([
    ["says so", ["KIND:org", "FN:Routa"], "org"],
    [
      "is shown as a company by Apple",
      ["N:;;;;", "FN:Routa Oy", "ORG:Routa Oy;", "X-ABShowAs:COMPANY"],
      "org",
    ],
    ["has no person's name", ["N:;;;;", "FN:Routa Oy", "ORG:Routa Oy"], "org"],
    ["names a person of a company", ["N:Halla;Aino", "FN:Aino Halla", "ORG:Routa Oy"], "individual"],
    ["has a formatted name only", ["FN:Aino Halla", "ORG:Routa Oy"], "individual"],
    ["is something new", ["KIND:application", "FN:Routa"], "other"],
  ])("the kind of a card that %s", async (_name, lines, kind) => {
    expect((await readCard(...lines)).kind).toBe(kind);
  });

  test("parameters with quotation marks, colons and the escapes of RFC 6868", async () => {
    const card = await readCard('ADR;LABEL="Hallatie 1: ^n^\'A^\' ^^";TYPE="home,work":;;Hallatie 1');

    expect(card.properties[0]?.params).toEqual({ LABEL: ['Hallatie 1: \n"A" ^'], TYPE: ["home", "work"] });
  });

  test("cards become rows below named columns", async () => {
    const rows = await withSource(
      "BEGIN:VCARD\nFN:Aino\nEND:VCARD\nBEGIN:VCARD\nFN:Otso\nEND:VCARD",
      async (source) => {
        const file = openVCards(source);
        expect(file.header).toEqual(vCardColumns);
        return collect(file.rows());
      },
    );

    expect(rows.map((row) => [row.rowNumber, row.cells[1]])).toEqual([
      [1, "Aino"],
      [2, "Otso"],
    ]);
  });
});

describe("hostile cards", () => {
  test("pictures are passed over whatever their size, other long values are reported", async () => {
    const long = "QUJD".repeat(maxFieldCharacters / 2);

    const cards = await readAll(
      `BEGIN:VCARD\nPHOTO;ENCODING=b:${long}\nFN:Aino\nEND:VCARD\nBEGIN:VCARD\nFN:Otso\nNOTE:${long}\nEND:VCARD\n`,
    );

    expect(cards.map(({ problem }) => problem?.code)).toEqual([undefined, "file_row_field_too_long"]);
    expect(cards.map(({ card }) => card.properties.map(({ name }) => name))).toEqual([["FN"], ["FN"]]);
  });

  test("a card without end is reported and the next one is read", async () => {
    const cards = await readAll(
      "BEGIN:VCARD\nFN:Aino\nBEGIN:VCARD\nFN:Otso\nEND:VCARD\nBEGIN:VCARD\nFN:Lumi",
    );

    expect(cards.map(({ problem }) => problem?.code)).toEqual([
      "file_row_incomplete",
      undefined,
      "file_row_incomplete",
    ]);
    expect(cards.map(({ card }) => card.properties[0]?.values[0])).toEqual(["Aino", "Otso", "Lumi"]);
  });

  test("endless properties and folds take no endless time", async () => {
    const cards = await readAll(
      `BEGIN:VCARD\n${"TEL:1\n".repeat(200_000)}END:VCARD\n` +
        `BEGIN:VCARD\nNOTE;ENCODING=QUOTED-PRINTABLE:${"x=\n".repeat(400_000)}\nEND:VCARD\n` +
        `BEGIN:VCARD\nTEL${";a".repeat(300_000)}:1\nEND:VCARD\n`,
    );

    expect(cards.map(({ problem }) => problem?.code)).toEqual(["file_row_too_long", undefined, undefined]);
  });

  test("NUL and broken characters are reported, names like __proto__ do no harm", async () => {
    const cards = await readAll(
      "BEGIN:VCARD\nFN:a\0b\nEND:VCARD\nBEGIN:VCARD\nFN;CHARSET=UTF-8;QUOTED-PRINTABLE:=C3\nEND:VCARD\n" +
        "BEGIN:VCARD\nFN;__proto__=x;CHARSET=nonsense:y\nEND:VCARD\n",
    );

    expect(cards.map(({ problem }) => problem?.code)).toEqual([
      "file_row_nul",
      "file_row_encoding",
      undefined,
    ]);
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });

  test("any bytes in a card are read to the end", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
        const card = Buffer.concat([Buffer.from("BEGIN:VCARD\nFN"), bytes, Buffer.from("\nEND:VCARD")]);
        expect(await codeOrRead(readAll(card))).toBe("read");
      }),
      { numRuns: 200 },
    );
  });
});

describe("writing", () => {
  const property = (name: string, ...values: string[]): VCardProperty => ({
    name,
    group: null,
    params: {},
    values,
  });

  test("lines are folded at 75 octets between characters", () => {
    const card: VCard = { version: null, kind: "org", properties: [property("FN", "𠮷ä€x".repeat(60))] };

    const lines = formatVCard(card).split("\r\n");

    expect(lines.every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
    expect(lines.join("\n").replaceAll("\n ", "")).toContain(`FN:${"𠮷ä€x".repeat(60)}\n`);
  });

  test("texts are escaped, addresses of the web are not, what version 4 demands is there", () => {
    const card: VCard = {
      version: "3.0",
      kind: "individual",
      properties: [
        property("N", "Halla;x", "Aino", "", "", ""),
        property("NOTE", "a,b;c\\d\r\ne\u0007"),
        property("URL", "https://routa.example/?a=1,2;b"),
        {
          name: "TEL",
          group: "item1",
          params: { TYPE: ["work", "voice"], CHARSET: ["x"], LABEL: ['a:"b"'] },
          values: ["1"],
        },
      ],
    };

    expect(formatVCard(card).split("\r\n")).toEqual([
      "BEGIN:VCARD",
      "VERSION:4.0",
      "KIND:individual",
      "FN:Aino Halla\\;x",
      "N:Halla\\;x;Aino;;;",
      "NOTE:a\\,b\\;c\\\\d\\ne",
      "URL:https://routa.example/?a=1,2;b",
      "item1.TEL;TYPE=work,voice;LABEL=\"a:^'b^'\":1",
      "END:VCARD",
      "",
    ]);
  });

  test("columns written as a card are read back the same", async () => {
    const anyText = fc.oneof(
      fc
        .string({ unit: "binary", maxLength: 120 })
        .map((value) => value.replace(/(?![\n\t])\p{Cc}|\uFFFD/gu, "")),
      fc.constantFrom(...namesOfEveryScript, "a;b,c\\n:\\,", "=1"),
    );
    const blank = (value: string) => value.trim() || null;
    const plain = fc.stringMatching(/^[\w+@.-]{1,30}$/);
    const flat = fc.record(
      Object.fromEntries(
        vCardColumns.map((column) => {
          if (column === "kind") return [column, fc.constant("individual")];
          if (column === "url" || column === "uid") return [column, plain];
          return [column, column === "formattedName" ? anyText.map((value) => `x${value}`) : anyText];
        }),
      ),
    ) as fc.Arbitrary<Record<string, string>>;

    await fc.assert(
      fc.asyncProperty(fc.array(flat, { minLength: 1, maxLength: 3 }), async (rows) => {
        const wanted = rows.map((row) => {
          const trimmed = Object.fromEntries(Object.entries(row).map(([key, value]) => [key, blank(value)]));
          return { ...trimmed, ...compact(trimmed) } as FlatVCard;
        });

        const written = await text(writeVCards(wanted.map(vCardOfColumns)));
        const read = await readAll(written);

        expect(read.map(({ card }) => flattenVCard(card))).toEqual(wanted);
        expect(read.every(({ problem }) => problem === undefined)).toBe(true);
      }),
      { numRuns: 80 },
    );
  });

  /** What cannot be told apart in a card: a second address without a first, a department without a company. */
  function compact(row: Record<string, string | null>) {
    const email = row.email ?? row.email2 ?? null;
    return {
      email,
      email2: row.email ? row.email2 : null,
      organization: row.organization ?? (row.department && "Oy"),
    };
  }
});

test("many cards are read without the heap growing with them", async () => {
  const photo = `PHOTO:data:image/jpeg;base64,\n${" QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVo=\n".repeat(100)}`;
  const file = `BEGIN:VCARD\nVERSION:4.0\nFN:Aino Halla\n${photo}TEL:+358 50 1\nEND:VCARD\n`.repeat(10_000);

  await withSource(file, async (source) => {
    const before = process.memoryUsage().heapUsed;
    let count = 0;
    let peak = before;
    for await (const _card of readVCards(source)) {
      count++;
      if (count % 500 === 0) peak = Math.max(peak, process.memoryUsage().heapUsed);
    }

    expect(count).toBe(10_000);
    expect(peak - before).toBeLessThan(60_000_000);
  });
});
