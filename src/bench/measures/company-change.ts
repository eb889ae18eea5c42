import type { Measurement } from "../aims.rules.ts";
import { figuresOf } from "../figures.rules.ts";
import { type Bench, type Measure, perRequest, usageOf } from "./measure.ts";

const companyNo = "BENCH-COMPANY";
const people = 1_000;

/** A company with people who hold its telephone number and its address, as they do who inherited both. */
async function addCompany({ owner }: Bench): Promise<number> {
  const { rows } = await owner.query<{ id: number }>(
    "select max(id) + 1 as id from (select id from contacts union all select next from number_blocks where series = 'contact') i",
  );
  const { id } = rows[0]!;
  await owner.query("update number_blocks set next = greatest(next, $1) where series = 'contact'", [
    id + people + 1,
  ]);
  await owner.query(
    `insert into contacts (id, no, type, name, company_id, company_name, phone_no, address, post_code, city)
     select $1 + i, case i when 0 then '${companyNo}' else 'BENCH-PERSON-' || i end,
            case i when 0 then 'company' else 'person' end,
            case i when 0 then 'Measured Oy' else 'Measured ' || i end, $1, 'Measured Oy', '+358 9 000', 'Rantatie 1', '00100', 'Suvilahti'
       from generate_series(0, $2::bigint) i`,
    [id, people],
  );
  await owner.query(
    "insert into contact_numbers (no, contact_id) select no, id from contacts where id >= $1",
    [id],
  );
  await owner.query("vacuum (analyze) contacts");
  return id;
}

async function removeCompany({ owner }: Bench, id: number): Promise<void> {
  await owner.query("delete from contact_search_strings where contact_id >= $1", [id]);
  await owner.query("delete from contact_numbers where contact_id >= $1", [id]);
  await owner.query("delete from contacts where id >= $1", [id]);
  await owner.query("vacuum contacts, contact_numbers");
}

async function changeByRequest({ client }: Bench, turn: number): Promise<number> {
  const { elapsedMs } = await client.send({
    method: "PATCH",
    path: `/contacts/${companyNo}`,
    body: JSON.stringify({ phoneNo: `+358 9 ${turn}`, city: `Suvilahti ${turn}` }),
  });
  return elapsedMs;
}

/** The company and its people at once, whatever they held. */
async function changePlainly({ owner }: Bench, id: number, turn: number): Promise<number> {
  const start = performance.now();
  await owner.query(
    `update contacts set phone_no = $2, city = $3, version = version + 1, last_modified_at = now() where company_id = $1`,
    [id, `+358 9 ${turn}`, `Suvilahti ${turn}`],
  );
  return performance.now() - start;
}

async function run(bench: Bench): Promise<Omit<Measurement, "name" | "title">> {
  const id = await addCompany(bench);
  const http: number[] = [];
  const raw: number[] = [];
  const count = Math.max(4, Math.ceil(bench.scale.slowReads / 10));
  await changeByRequest(bench, 0);
  const before = await usageOf(bench);
  for (let turn = 1; turn <= count; turn += 1) {
    bench.signal.throwIfAborted();
    http.push(await changeByRequest(bench, 2 * turn));
    raw.push(await changePlainly(bench, id, 2 * turn + 1));
  }
  const used = perRequest(before, await usageOf(bench), count);
  await changeByRequest(bench, 0);
  const followed = await bench.owner.query(
    "select from contacts where company_id = $1 and city = 'Suvilahti 0'",
    [id],
  );
  if (followed.rowCount !== people + 1) throw new Error(`only ${followed.rowCount} contacts followed`);
  await removeCompany(bench, id);
  return { aim: "propagation", http: figuresOf(http), floor: figuresOf(raw), ...used };
}

export const companyChange: readonly Measure[] = [
  {
    name: "company-change",
    title: "Changing a company that 1,000 people follow",
    floorIs: "one statement that changes the same columns of as many rows",
    run,
  },
];
