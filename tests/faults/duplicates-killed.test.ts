import { afterAll, expect, test } from "vitest";
import { Client } from "../support/client.ts";
import { countOf, findCorruption, withOwner } from "../support/database.ts";
import { Installation } from "../support/installation.ts";
import { until } from "../support/until.ts";

const COMPANIES = 30_000;

const installation = new Installation();
afterAll(() => installation.remove());

test("indexing companies that is killed again and again ends with the pairs of an undisturbed run", async () => {
  let server = await installation.start();
  const token = await installation.adminToken();
  const client = () => new Client(server.url, token);
  await withOwner(installation.databaseUrl(), async (owner) => {
    await owner.query(
      `insert into contacts (id, no, type, company_id, name, address, city, post_code, phone_no, email)
       select i, 'G' || i, 'company', i, 'Kuura ' || like_no, 'Rantatie ' || like_no, 'Suvilahti', '00' || like_no,
              '+358 ' || 1000000 + like_no * 7, 'info@kuura' || like_no || '.example'
         from (select i, i - case when i % 10 = 0 then 1 else 0 end as like_no
                 from generate_series(1000001, 1000000 + $1::int) i) g`,
      [COMPANIES],
    );
    await owner.query(
      "insert into contact_numbers (no, contact_id) select no, id from contacts where id > 1000000",
    );
  });

  const { job } = (await client().post("/duplicates/generate", {})).body;
  const state = async () => (await client().get(`/jobs/${job.id}`)).body as { status: string; done: number };
  for (const victim of ["server", "database"] as const) {
    const before = (await state()).done;
    await until("the run gets on", async () => (await state()).done > before + 2_000, 60_000);
    if (victim === "database") process.kill(installation.postmasterPid()!, "SIGKILL");
    await server.kill();
    server = await installation.start();
  }
  await until(
    "the run is over",
    async () => ["succeeded", "failed"].includes((await state()).status),
    120_000,
  );

  expect(await state()).toMatchObject({
    status: "succeeded",
    result: { companies: COMPANIES, openPairs: COMPANIES / 10 },
  });
  await withOwner(installation.databaseUrl(), async (owner) => {
    const wrong = {
      "companies without strings": `contacts c where c.id > 1000000 and not exists (
         select from contact_search_strings s where s.contact_id = c.id)`,
      "pairs of others": "contact_duplicates where contact_id - duplicate_id <> 1",
      "marks that were left": "duplicate_runs",
    };
    for (const [what, fromWhere] of Object.entries(wrong))
      expect(await countOf(owner, fromWhere), what).toBe(0);
  });
  expect(await findCorruption(installation.databaseUrl())).toEqual([]);
  await server.stop();
});
