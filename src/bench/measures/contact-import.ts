import type { Measurement } from "../aims.rules.ts";
import * as words from "../load/words.data.ts";
import type { Bench, Measure } from "./measure.ts";
import { type ImportedRows, measureImport } from "./run-import.ts";

/** A fifth of the rows are companies; the others are people who name them. */
const companyShare = 5;

/** A file as other programs export it: companies, then people, those of a company together. */
function contactsFile({ scale, chance }: Bench): Buffer {
  const pick = (choices: readonly string[]) => choices[Math.floor(chance() * choices.length)]!;
  const run = Date.now().toString(36);
  const companies = Math.floor(scale.importedContacts / companyShare);
  const people = scale.importedContacts - companies;
  const companyName = (n: number) =>
    `${pick(words.companyStarts)}${pick(words.companyMiddles)} ${run} ${n} Oy`;
  const names = Array.from({ length: companies }, (_, n) => companyName(n));
  const place = () => [
    `${pick(words.streets)} ${1 + Math.floor(chance() * 90)}`,
    String(10_000 + Math.floor(chance() * 89_999)),
    pick(words.cities),
    "FI",
    `+358 40 ${1_000_000 + Math.floor(chance() * 8_999_999)}`,
  ];
  const rows = [
    [
      "First name",
      "Surname",
      "Company name",
      "E-mail",
      "Address",
      "Post code",
      "City",
      "Country",
      "Phone no.",
    ],
    ...names.map((name, n) => ["", "", name, `info@${run}${n}.example`, ...place()]),
    ...Array.from({ length: people }, (_, n) => {
      const first = pick(words.firstNames);
      const surname = pick(words.surnameStems) + pick(words.surnameEndings);
      return [
        first,
        surname,
        names[Math.floor((n / people) * companies)]!,
        `person${n}@${run}.example`,
        ...place(),
      ];
    }),
  ];
  return Buffer.from(`${rows.map((row) => row.join(";")).join("\r\n")}\r\n`);
}

function importedRows(firstId: number): readonly ImportedRows[] {
  return [
    { table: "contacts", condition: `id >= ${firstId}` },
    { table: "contact_numbers", condition: `contact_id >= ${firstId}` },
    { table: "contact_search_strings", condition: `contact_id >= ${firstId}` },
    { table: "contact_duplicates", condition: `contact_id >= ${firstId}` },
  ];
}

async function run(bench: Bench): Promise<Omit<Measurement, "name" | "title">> {
  const { rows } = await bench.owner.query<{ next: number }>(
    "select coalesce(max(id), 0) + 1 as next from contacts",
  );
  return measureImport(bench, {
    kind: "contacts",
    file: contactsFile(bench),
    count: bench.scale.importedContacts,
    settings: null,
    tables: importedRows(rows[0]!.next),
  });
}

export const contactImport: readonly Measure[] = [
  {
    name: "import",
    title: "Importing 100,000 contacts from CSV",
    floorIs:
      "COPY of the very same rows into contacts, their numbers, search strings and pairs, one transaction",
    run,
  },
];
