import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { setTimeout as sleep } from "node:timers/promises";
import copy from "pg-copy-streams";
import type { Measurement } from "../aims.rules.ts";
import { rateOf } from "../figures.rules.ts";
import * as words from "../load/words.data.ts";
import { type Bench, type Measure, usageOf } from "./measure.ts";

/** A fifth of the rows are companies; the others are people who name them. */
const companyShare = 5;
const pollMs = 200;

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

interface JobState {
  readonly status: string;
  readonly result: { readonly created?: number; readonly failed?: number } | null;
  readonly problem: unknown;
}

/** From the upload to the end of the job, with the most memory that the program held meanwhile. */
async function importFile(bench: Bench, file: Buffer) {
  const { client } = bench;
  const before = await usageOf(bench);
  let peakBytes = before.residentBytes;
  const start = performance.now();
  const uploaded = await client.send({
    method: "POST",
    path: "/imports?fileName=contacts.csv",
    body: file,
    headers: { "content-type": "text/csv" },
  });
  const { id } = JSON.parse(uploaded.body) as { id: string };
  const begun = await client.send({ method: "POST", path: `/imports/${id}/run`, body: '{"dryRun":false}' });
  const { job } = JSON.parse(begun.body) as { job: { id: string } };
  for (;;) {
    bench.signal.throwIfAborted();
    await sleep(pollMs);
    const state = JSON.parse((await client.send({ path: `/jobs/${job.id}` })).body) as JobState;
    const usage = await usageOf(bench);
    peakBytes = Math.max(peakBytes, usage.residentBytes);
    if (state.status === "queued" || state.status === "running") continue;
    const elapsedMs = performance.now() - start;
    if (state.status !== "succeeded" || state.result?.created !== bench.scale.importedContacts)
      throw new Error(`the import ended so: ${JSON.stringify(state)}`);
    return { elapsedMs, peakBytes, idleBytes: before.residentBytes, cpuMs: usage.cpuMs - before.cpuMs };
  }
}

/** Takes the rows that were imported out of the database, and returns how long it takes to copy them in again. */
async function copyAgain(bench: Bench, firstId: number): Promise<number> {
  const { owner } = bench;
  const tables = [
    { table: "contacts", condition: `id >= ${firstId}`, columns: await writtenColumns(bench) },
    { table: "contact_numbers", condition: `contact_id >= ${firstId}`, columns: "no, contact_id" },
  ];
  const rows = [];
  for (const { table, condition, columns } of tables) {
    const source = owner.query(
      copy.to(`copy (select ${columns} from ${table} where ${condition}) to stdout`),
    );
    rows.push(Buffer.concat(await Readable.from(source).toArray()));
  }
  await forget(bench, firstId);
  const start = performance.now();
  await owner.query("begin");
  for (const [index, { table, columns }] of tables.entries())
    await pipeline([rows[index]!], owner.query(copy.from(`copy ${table} (${columns}) from stdin`)));
  await owner.query("commit");
  const elapsedMs = performance.now() - start;
  await forget(bench, firstId);
  return elapsedMs;
}

async function writtenColumns({ owner }: Bench): Promise<string> {
  const { rows } = await owner.query<{ columns: string }>(
    `select string_agg(column_name, ', ' order by ordinal_position) as columns from information_schema.columns
      where table_name = 'contacts' and is_generated = 'NEVER'`,
  );
  return rows[0]!.columns;
}

/** So that the next run finds what this one found. */
async function forget({ owner }: Bench, firstId: number): Promise<void> {
  await owner.query("delete from contact_numbers where contact_id >= $1", [firstId]);
  await owner.query("delete from contacts where id >= $1", [firstId]);
  await owner.query("vacuum contacts, contact_numbers");
}

async function run(bench: Bench): Promise<Omit<Measurement, "name" | "title">> {
  const count = bench.scale.importedContacts;
  const { rows } = await bench.owner.query<{ next: number }>(
    "select coalesce(max(id), 0) + 1 as next from contacts",
  );
  const imported = await importFile(bench, contactsFile(bench));
  const copiedMs = await copyAgain(bench, rows[0]!.next);
  return {
    aim: "import",
    http: rateOf(count, imported.elapsedMs),
    floor: rateOf(count, copiedMs),
    statementsPerRequest: Number.NaN,
    cpuMsPerRequest: imported.cpuMs / count,
    remark: `per second: contacts; the program's memory rose from ${inMb(imported.idleBytes)} to at most ${inMb(imported.peakBytes)}`,
  };
}

function inMb(bytes: number): string {
  return `${Math.round(bytes / 1024 ** 2)} MB`;
}

export const contactImport: readonly Measure[] = [
  {
    name: "import",
    title: "Importing 100,000 contacts from CSV",
    floorIs: "COPY of the very same rows into contacts and their numbers, one transaction",
    run,
  },
];
