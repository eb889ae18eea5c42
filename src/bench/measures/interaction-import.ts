import type { Measurement } from "../aims.rules.ts";
import { phrases, topics } from "../load/words.data.ts";
import type { Bench, Measure } from "./measure.ts";
import { measureImport } from "./run-import.ts";

interface Person {
  readonly name: string;
  readonly company: string;
  readonly email: string;
}

/** Every so manyth row names its contact by name and company, the others by e-mail. */
const namedEvery = 4;
const commentedEvery = 5;
const peopleAsked = 20_000;

/**
 * A file as other programs export it: ten years in the order in which things happened, templates and salespeople by
 * name, every fifth row with a note.
 */
async function historyFile({ owner, scale, chance }: Bench): Promise<Buffer> {
  const { rows: people } = await owner.query<Person>(
    `select name, company, email
       from (select id, name, company_name as company, email,
                    count(*) over (partition by lower(name), lower(company_name)) as namesakes
               from contacts where type = 'person') p
      where namesakes = 1 order by id desc limit $1`,
    [peopleAsked],
  );
  const { rows: templates } = await owner.query<{ description: string }>(
    "select description from interaction_templates",
  );
  const { rows: sellers } = await owner.query<{ name: string }>("select name from salespeople");
  const pick = <Value>(choices: readonly Value[]) => choices[Math.floor(chance() * choices.length)]!;
  const run = Date.now().toString(36);
  const start = Date.parse("2014-01-01T08:00:00Z");
  const count = scale.importedInteractions;
  const step = (10 * 365 * 86_400_000) / count;
  const header = [
    "Date",
    "Time",
    "E-mail",
    "Contact name",
    "Company",
    "Interaction template",
    "Description",
    "Notes",
    "Salesperson",
    "Duration (min)",
    "External id",
  ];
  const lines = Array.from({ length: count }, (_, at) => {
    const [date = "", time = ""] = new Date(start + at * step).toISOString().split("T");
    const person = pick(people);
    const isNamed = at % namedEvery === 0;
    return [
      date.split("-").toReversed().join("."),
      time.slice(0, 5),
      isNamed ? "" : person.email,
      isNamed ? person.name : "",
      isNamed ? person.company : "",
      pick(templates).description,
      `${pick(phrases)}: ${pick(topics)}`,
      at % commentedEvery === 0 ? `${pick(phrases)}. Remember ${pick(topics)}.` : "",
      pick(sellers).name,
      String(5 + (at % 40)),
      `${run}-${at}`,
    ].join(";");
  });
  return Buffer.from(`${[header.join(";"), ...lines].join("\r\n")}\r\n`);
}

async function run(bench: Bench): Promise<Omit<Measurement, "name" | "title">> {
  const { rows } = await bench.owner.query<{ last: number }>(
    "select coalesce(max(entry_no), 0) as last from interaction_log_entries",
  );
  const condition = `entry_no > ${rows[0]!.last}`;
  return measureImport(bench, {
    kind: "interactions",
    file: await historyFile(bench),
    count: bench.scale.importedInteractions,
    settings: { source: "MEASURED" },
    tables: [
      { table: "interaction_log_entries", condition },
      { table: "interaction_comments", condition },
      { table: "interaction_source_keys", condition },
    ],
  });
}

export const interactionImport: readonly Measure[] = [
  {
    name: "import-interactions",
    title: "Importing 100,000 interactions from CSV",
    floorIs: "COPY of the very same rows into the log, its comments and the claimed keys, one transaction",
    run,
  },
];
