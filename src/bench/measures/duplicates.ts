import type { Measurement } from "../aims.rules.ts";
import { figuresOf, rateOf } from "../figures.rules.ts";
import type { HttpRequest } from "../http-client.ts";
import { type Bench, type Measure, perRequest, sendFrom, usageOf } from "./measure.ts";
import { runJob } from "./run-job.ts";

/** Indexes all companies by the program's own job. */
async function generate(bench: Bench) {
  const { result } = await runJob<{ companies: number; openPairs: number }>(bench, {
    method: "POST",
    path: "/duplicates/generate",
    body: "{}",
  });
  return result;
}

/** The same search strings once more, all at once: nobody is compared. */
async function writeStringsAgain({ owner }: Bench): Promise<number> {
  await owner.query("create temp table kept_strings as table contact_search_strings");
  await owner.query("truncate contact_search_strings");
  const start = performance.now();
  await owner.query(
    "insert into contact_search_strings select * from kept_strings order by contact_id, search_string_id",
  );
  const elapsedMs = performance.now() - start;
  await owner.query("drop table kept_strings");
  await owner.query("vacuum (analyze) contact_search_strings");
  return elapsedMs;
}

async function runGenerate(bench: Bench): Promise<Omit<Measurement, "name" | "title">> {
  await bench.owner.query("truncate contact_search_strings, contact_duplicates");
  const before = await usageOf(bench);
  const start = performance.now();
  const { companies, openPairs } = await generate(bench);
  const elapsedMs = performance.now() - start;
  const used = perRequest(before, await usageOf(bench), companies);
  const floorMs = await writeStringsAgain(bench);
  return {
    aim: "indexing",
    http: rateOf(companies, elapsedMs),
    floor: rateOf(companies, floorMs),
    ...used,
    statementsPerRequest: Number.NaN,
    remark: `per second: companies; ${companies.toLocaleString("en")} in ${(elapsedMs / 1000).toFixed(1)} s, ${openPairs.toLocaleString("en")} pairs`,
  };
}

/** New companies, each like one that is there, so that there is something to be found. */
async function likeExisting({ owner }: Bench, count: number): Promise<readonly string[]> {
  const { rows } = await owner.query<{ body: string }>(
    `select json_build_object('type', 'company', 'name', name, 'address', address, 'postCode', post_code, 'city', city,
              'phoneNo', phone_no, 'email', 'office@measured' || id || '.example')::text as body
       from contacts where type = 'company' order by hashint8(id), id limit $1`,
    [count],
  );
  return rows.map(({ body }) => body);
}

const turns = 10;

/** Creating companies with the check and without it takes turns, so that a slower moment falls on both. */
async function runCheck(bench: Bench): Promise<Omit<Measurement, "name" | "title">> {
  const { rows } = await bench.owner.query<{ next: number }>("select max(id) + 1 as next from contacts");
  const isIndexed = await bench.owner.query("select from contact_search_strings limit 1");
  if (isIndexed.rowCount === 0) await generate(bench);
  const bodies = await likeExisting(bench, bench.scale.slowReads);
  const requests = bodies.map((body): HttpRequest => ({ method: "POST", path: "/contacts", body }));
  const size = Math.ceil(requests.length / turns);
  const checked: number[] = [];
  const unchecked: number[] = [];
  const used = { statementsPerRequest: 0, cpuMsPerRequest: 0 };
  for (let from = 0; from < requests.length; from += size) {
    const some = requests.slice(from, from + size);
    await maintain(bench, true);
    const before = await usageOf(bench);
    checked.push(...(await sendFrom(bench, some, 1)).elapsedMs);
    const turn = perRequest(before, await usageOf(bench), requests.length);
    used.statementsPerRequest += turn.statementsPerRequest;
    used.cpuMsPerRequest += turn.cpuMsPerRequest;
    await maintain(bench, false);
    unchecked.push(...(await sendFrom(bench, some, 1)).elapsedMs);
  }
  await maintain(bench, true);
  await forget(bench, rows[0]!.next);
  return { aim: "check", http: figuresOf(checked), floor: figuresOf(unchecked), ...used };
}

async function maintain({ client }: Bench, isOn: boolean): Promise<void> {
  const body = JSON.stringify({ maintainDuplSearchStrings: isOn, generateNow: false });
  await client.send({ method: "PATCH", path: "/marketing-setup", body });
}

/** So that the next run finds what this one found. */
async function forget({ owner }: Bench, firstId: number): Promise<void> {
  await owner.query("delete from contact_duplicates where contact_id >= $1", [firstId]);
  await owner.query("delete from contact_search_strings where contact_id >= $1", [firstId]);
  await owner.query("delete from contact_numbers where contact_id >= $1", [firstId]);
  await owner.query("delete from contacts where id >= $1", [firstId]);
}

export const duplicates: readonly Measure[] = [
  {
    name: "index-companies",
    title: "Indexing all companies for duplicates",
    floorIs: "one statement that writes the same search strings, without comparing anybody",
    run: runGenerate,
  },
  {
    name: "duplicate-check",
    title: "Creating a company with the check for duplicates",
    floorIs: "the same request while search strings are not maintained",
    run: runCheck,
  },
];
