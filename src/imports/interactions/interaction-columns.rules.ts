/** Which column of a file of past interactions most likely holds which field, and what the file tells of itself. */

import { type ColumnToMap, foldHeader, type Look, suggesterOf } from "../column-mapping.rules.ts";
import type { DateOrder } from "../import-settings.rules.ts";
import { headerNames } from "./header-names.data.ts";
import type { InteractionField } from "./interaction-fields.rules.ts";
import { type Program, programs } from "./programs.data.ts";

const looks: readonly Look<InteractionField>[] = [
  { field: "contactEmail", hint: /mail|posti/, isTelling: true, value: /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/ },
  {
    field: "contactPhone",
    hint: /phone|puh|number|numero/,
    isTelling: true,
    value: /^(\+|00?)[\d\s()./-]{6,24}$/,
  },
  {
    field: "dateTime",
    hint: /date|time|paiv|aika|pvm/,
    isTelling: true,
    value: /^(\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[./-]\d{1,2}[./-]\d{4})[T\s]+\d{1,2}[:.]\d{2}/,
  },
  {
    field: "date",
    hint: /date|paiv|pvm/,
    isTelling: true,
    value: /^(\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[./-]\d{1,2}[./-]\d{4})$/,
  },
];

const suggestByNames = suggesterOf(headerNames, looks);

/** A field for each column, `null` where nothing fits; a program that is known by its headers is believed. */
export function suggestInteractionFields(columns: readonly ColumnToMap[]): (InteractionField | null)[] {
  const program = programOf(columns);
  const own = new Map(
    Object.entries(program?.fields ?? {}).map(([header, field]) => [foldHeader(header), field]),
  );
  const known = columns.map(({ header }) => own.get(foldHeader(header ?? "")));
  const taken = new Set(known);
  const others = suggestByNames(
    // What the program means otherwise is not asked for by its name.
    columns.map((column, at) => (known[at] === undefined ? withUnit(column) : { header: "-", samples: [] })),
  );
  return withoutSecondDate(
    columns.map((_, at) => {
      if (known[at] !== undefined) return known[at];
      const field = others[at] ?? null;
      return field !== null && taken.has(field) ? null : field;
    }),
  );
}

/** Units in brackets say nothing as a rule; that of a duration does. */
function withUnit({ header, samples }: ColumnToMap): ColumnToMap {
  return { header: header?.replace(/\((s|secs?|seconds|sek|sekuntia)\)/i, "seconds") ?? null, samples };
}

/** A column called date says when it happened; a moment beside it when it was written down. */
function withoutSecondDate(fields: (InteractionField | null)[]): (InteractionField | null)[] {
  return fields.includes("date") ? fields.map((field) => (field === "dateTime" ? null : field)) : fields;
}

/** The program that the file is from, as the source of an import; `null` = it does not tell. */
export function guessSource(columns: readonly Pick<ColumnToMap, "header">[]): string | null {
  return programOf(columns)?.source ?? null;
}

const sureSigns = 2;

function programOf(columns: readonly Pick<ColumnToMap, "header">[]): Program | null {
  const headers = new Set(columns.map(({ header }) => foldHeader(header ?? "")));
  const signs = programs.map((program) => ({
    program,
    count: program.headers.filter((header) => headers.has(foldHeader(header))).length,
  }));
  const [best] = signs.sort((one, other) => other.count - one.count);
  return best && best.count >= sureSigns ? best.program : null;
}

/** Months go first where a second number is no month; otherwise days do, as in most of the world. */
export function guessDateOrder(dates: readonly string[]): DateOrder {
  const pairs = dates.flatMap((date) => {
    const found = /^(\d{1,2})[/-](\d{1,2})[/-]\d{2,4}/.exec(date.trim());
    return found ? [[Number(found[1]), Number(found[2])] as const] : [];
  });
  const isMonthFirst = pairs.some(([, second]) => second > 12) && pairs.every(([first]) => first <= 12);
  return isMonthFirst ? "mdy" : "dmy";
}
