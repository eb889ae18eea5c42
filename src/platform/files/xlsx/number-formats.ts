import type { DateKind } from "./excel-dates.ts";
import { walkWholeXml } from "./xml-walk.ts";

/** What a cell's style says about its number: nothing, a point in time, or a fixed count of digits (post codes). */
export type NumberFormat = "plain" | DateKind | { readonly digits: number };

/** The formats of `xl/styles.xml`, by the style number that cells carry. */
export async function readNumberFormats(pieces: AsyncIterable<Buffer>): Promise<NumberFormat[]> {
  const codes = new Map<number, string>();
  const formats: NumberFormat[] = [];
  let isInCellFormats = false;
  await walkWholeXml(pieces, {
    open(name, attributes) {
      if (name === "numFmt") codes.set(Number(attributes.numFmtId), attributes.formatCode ?? "");
      if (name === "cellXfs") isInCellFormats = true;
      if (name === "xf" && isInCellFormats) formats.push(formatOf(Number(attributes.numFmtId), codes));
    },
    close(name) {
      if (name === "cellXfs") isInCellFormats = false;
    },
  });
  return formats;
}

function formatOf(id: number, codes: ReadonlyMap<number, string>): NumberFormat {
  const code = codes.get(id);
  return code === undefined ? builtInFormat(id) : classifyFormat(code);
}

/** Formats every workbook has without writing them down (ECMA-376 part 1, 18.8.30). */
function builtInFormat(id: number): NumberFormat {
  const isWithin = (from: number, until: number) => id >= from && id <= until;
  if (isWithin(14, 17) || isWithin(27, 31) || id === 36 || isWithin(50, 54) || isWithin(57, 58))
    return "date";
  if (isWithin(18, 21) || isWithin(32, 35) || isWithin(45, 47) || isWithin(55, 56)) return "time";
  return id === 22 ? "dateTime" : "plain";
}

/** What a format code such as `dd.mm.yyyy hh:mm` shows. Literals, colours and locales in it do not count. */
export function classifyFormat(code: string): NumberFormat {
  const firstSection = code.replace(/"[^"]*"|\\.|[_*]./g, "").split(";", 1)[0] ?? "";
  if (/^0{2,20}$/.test(firstSection)) return { digits: firstSection.length };

  const letters = firstSection.replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, "").toLowerCase();
  if (letters.includes("general")) return "plain";
  const hasTime = /[hs]|am\/pm|\[m+\]/.test(letters);
  const hasDate = /[dy]/.test(letters) || (!hasTime && letters.includes("m"));
  if (hasDate) return hasTime ? "dateTime" : "date";
  return hasTime ? "time" : "plain";
}
