/** Which column of a file most likely holds which field. */

export interface ColumnToMap {
  readonly header: string | null;
  /** Values from the first rows, without blanks. */
  readonly samples: readonly string[];
}

/** What columns are called, the surest name first; of several columns for one field the surest wins. */
export type HeaderNames<Field extends string> = Readonly<Record<Field, readonly string[]>>;

/** How the values of a field look. */
export interface Look<Field extends string> {
  readonly field: Field;
  /** A header that hints at the field lets the values speak. */
  readonly hint: RegExp;
  /** The values speak too where the header says nothing at all. */
  readonly isTelling: boolean;
  readonly value: RegExp;
}

interface Candidate<Field> {
  readonly at: number;
  readonly field: Field;
  /** 0 is the surest. */
  readonly rank: number;
}

/**
 * A field for each column, `null` where nothing fits; no field twice. The header decides; of a header that says
 * nothing, the values do: e-mail addresses, phone numbers and web addresses are known by their look.
 */
export type SuggestFields<Field extends string> = (columns: readonly ColumnToMap[]) => (Field | null)[];

/** Suggests fields by the names that their columns have, and by the look of their values. */
export function suggesterOf<Field extends string>(
  names: HeaderNames<Field>,
  looks: readonly Look<Field>[],
): SuggestFields<Field> {
  const fields = Object.keys(names) as Field[];
  const known = new Map(
    fields.flatMap((field) => [
      [foldHeader(field), { field, rank: 0 }] as const,
      ...names[field].map((name, at) => [foldHeader(name), { field, rank: at + 1 }] as const),
    ]),
  );
  return (columns) => {
    const suggested = new Array<Field | null>(columns.length).fill(null);
    const taken = new Set<Field>();
    for (const { at, field } of [...namedCandidates(columns, known), ...lookAlikes(columns, looks)]) {
      if (suggested[at] !== null || taken.has(field)) continue;
      suggested[at] = field;
      taken.add(field);
    }
    return suggested;
  };
}

function namedCandidates<Field extends string>(
  columns: readonly ColumnToMap[],
  known: ReadonlyMap<string, { field: Field; rank: number }>,
): Candidate<Field>[] {
  return columns
    .flatMap(({ header }, at) => {
      const named = known.get(foldHeader(header ?? ""));
      return named ? [{ at, ...named }] : [];
    })
    .sort((one, other) => one.rank - other.rank || one.at - other.at);
}

/** "E-mail 1 – Value" and "email1value" are one; an asterisk or unit in brackets says nothing. */
export function foldHeader(header: string): string {
  return header
    .replace(/\([^)]*\)|\[[^\]]*\]/g, "")
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}

/** What programs call a column that was given no name. */
const meaningless = /^((column|unnamed|field|sarake|kolumn|kentta|fält|falt|f|c|col)\d*|\d*)$/;

/** Most of the values have to look right: a stray address among notes does not make a column. */
const share = 0.6;

function lookAlikes<Field extends string>(
  columns: readonly ColumnToMap[],
  looks: readonly Look<Field>[],
): Omit<Candidate<Field>, "rank">[] {
  return looks.flatMap(({ field, hint, isTelling, value }) =>
    columns.flatMap(({ header, samples }, at) => {
      const name = foldHeader(header ?? "");
      const mayBe = hint.test(name) || (isTelling && meaningless.test(name));
      const matching = samples.filter((sample) => value.test(sample)).length;
      return mayBe && samples.length > 0 && matching >= samples.length * share ? [{ at, field }] : [];
    }),
  );
}
