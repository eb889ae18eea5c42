/** What the cells of any file mean, whatever its rows are about. */

export type Cells = readonly (string | null)[];

/** The mapping as pairs, so that a row is read without looking anything up. */
export type MappedColumns<Field extends string> = readonly {
  readonly column: number;
  readonly field: Field;
}[];

/** The columns that hold one of these fields. */
export function mappedColumns<Field extends string>(
  mapping: Readonly<Record<string, string>>,
  fields: readonly Field[],
): MappedColumns<Field> {
  return Object.entries(mapping).flatMap(([column, mapped]) => {
    const field = fields.find((name) => name === mapped);
    return field === undefined ? [] : [{ column: Number(column), field }];
  });
}

const yes = new Set(["true", "yes", "y", "1", "x", "kyllä", "tosi", "k", "ja", "sann"]);
const no = new Set(["false", "no", "n", "0", "-", "ei", "epätosi", "e", "nej", "falsk"]);

/** What a yes or no in English, Finnish or Swedish says; `null` where it says neither. */
export function readFlag(text: string): boolean | null {
  const word = text.toLowerCase();
  return yes.has(word) ? true : no.has(word) ? false : null;
}

type CorrespondenceType = "hardCopy" | "email";

const correspondenceTypes: Readonly<Record<string, CorrespondenceType>> = {
  hardcopy: "hardCopy",
  "hard copy": "hardCopy",
  letter: "hardCopy",
  paperituloste: "hardCopy",
  kirje: "hardCopy",
  papperskopia: "hardCopy",
  brev: "hardCopy",
  email: "email",
  "e-mail": "email",
  sähköposti: "email",
  "e-post": "email",
};

/** The channel that a word in English, Finnish or Swedish means; `null` where it means none. */
export function readCorrespondenceType(text: string): CorrespondenceType | null {
  return correspondenceTypes[text.toLowerCase()] ?? null;
}

/** Whether two names are one but for case and blanks. */
export function isSameName(one: string | null | undefined, other: string | null | undefined): boolean {
  return foldName(one) === foldName(other);
}

/** A name as names are compared: case and runs of blanks do not count, accents do. */
export function foldName(name: string | null | undefined): string {
  return (name ?? "").trim().replace(/\s+/g, " ").toLowerCase();
}

const excerptCharacters = 80;

/** The text without what no database keeps: NUL characters and halves of characters. */
export function storable(text: string): string {
  return text.replaceAll("\0", "").toWellFormed();
}

/** The beginning of what a cell held, for a report. */
export function excerptOf(text: string | null | undefined): string | null {
  if (!text) return null;
  const characters = [...storable(text).replace(/\s+/g, " ")];
  return characters.length <= excerptCharacters
    ? characters.join("")
    : `${characters.slice(0, excerptCharacters - 1).join("")}…`;
}

/** The text that a problem is about; of the row as a whole the first cells. */
export function excerptFor(
  field: string | null,
  texts: Readonly<Partial<Record<string, string>>>,
  cells: Cells,
): string | null {
  if (field !== null) return excerptOf(texts[field]);
  return excerptOf(
    cells
      .filter((cell) => cell !== null && cell !== "")
      .slice(0, 10)
      .join(" · "),
  );
}
