import type { Measurement } from "../aims.rules.ts";
import { rateOf } from "../figures.rules.ts";
import { type Bench, type Measure, measureReads, usageOf } from "./measure.ts";
import { runJob } from "./run-job.ts";

const code = "MEASURED";

/** How often one has talked within a year: seldom, now and then, often. */
const bounds = [
  { description: "Seldom", toValue: 2 },
  { description: "Now and then", fromValue: 3, toValue: 30 },
  { description: "Often", fromValue: 31 },
] as const;

interface Asked {
  readonly questionnaireId: number;
  /** Of the answers, in the order of the bounds. */
  readonly lineNos: readonly number[];
}

/** A questionnaire with one automatic question about the number of interactions, and the lines of its answers. */
async function openQuestionnaire({ client, owner }: Bench): Promise<Asked> {
  const known = await owner.query<{ id: number; lines: number[] }>(
    `select q.id, array_agg(l.line_no order by l.position) filter (where l.type = 'answer') as lines
       from questionnaires q join questionnaire_lines l on l.questionnaire_id = q.id where q.code = $1 group by q.id`,
    [code],
  );
  if (known.rows[0]) return { questionnaireId: known.rows[0].id, lineNos: known.rows[0].lines };
  const create = async (path: string, body: object) =>
    JSON.parse((await client.send({ method: "POST", path, body: JSON.stringify(body) })).body);
  await create("/questionnaires", { code });
  await create(`/questionnaires/${code}/lines`, {
    type: "question",
    description: "How often do we talk?",
    autoClassification: true,
    contactClassField: "interactionQuantity",
    startingDateFormula: "-1Y+1D",
    endingDateFormula: "CD",
  });
  const lineNos: number[] = [];
  for (const answer of bounds)
    lineNos.push((await create(`/questionnaires/${code}/lines`, { type: "answer", ...answer })).lineNo);
  const { rows } = await owner.query<{ id: number }>("select id from questionnaires where code = $1", [code]);
  return { questionnaireId: rows[0]!.id, lineNos };
}

/** From the request to the end of its job. */
async function classify(bench: Bench): Promise<number> {
  const { result, elapsedMs } = await runJob<{ questions: readonly { noOfContacts: number }[] }>(bench, {
    method: "POST",
    path: "/questionnaires/update-classification",
    body: JSON.stringify({ questionnaireCodes: [code] }),
  });
  const found = result.questions[0]?.noOfContacts ?? 0;
  const { companies, people } = bench.scale;
  if (found < companies + people) throw new Error(`only ${found} contacts were classified`);
  return elapsedMs;
}

/** Figures of people and companies counted in one pass over the log, and an answer for each contact. */
const floorSql = `
  insert into contact_profile_answers (contact_id, questionnaire_id, line_no)
  with counted as materialized (
    select contact_id, company_id, count(*) as n from interaction_log_entries
     where happened_at >= current_date - interval '1 year' + interval '1 day' and happened_at < current_date + 1
       and not canceled and not postponed
     group by contact_id, company_id
  ), figures as (
    select company_id as id, 'company' as type, sum(n) as n from counted group by 1
    union all
    select contact_id, 'person', n from counted
  )
  select c.id, $1::int, case when coalesce(f.n, 0) <= 2 then $2::int when f.n <= 30 then $3::int else $4::int end
    from contacts c left join figures f on f.id = c.id and f.type = c.type
   order by c.id`;

async function forget({ owner }: Bench, { questionnaireId }: Asked): Promise<void> {
  await owner.query("delete from contact_profile_answers where questionnaire_id = $1", [questionnaireId]);
  await owner.query("vacuum (analyze) contact_profile_answers");
}

async function runClassification(bench: Bench): Promise<Omit<Measurement, "name" | "title">> {
  const asked = await openQuestionnaire(bench);
  const count = bench.scale.companies + bench.scale.people;
  await forget(bench, asked);
  const start = performance.now();
  await bench.owner.query(floorSql, [asked.questionnaireId, ...asked.lineNos]);
  const floorMs = performance.now() - start;
  await forget(bench, asked);
  const before = await usageOf(bench);
  const elapsedMs = await classify(bench);
  const after = await usageOf(bench);
  const againMs = await classify(bench);
  await bench.owner.query("vacuum (analyze) contact_profile_answers");
  return {
    aim: "classification",
    http: rateOf(count, elapsedMs),
    floor: rateOf(count, floorMs),
    statementsPerRequest: after.statements - before.statements,
    cpuMsPerRequest: after.cpuMs - before.cpuMs,
    remark: `per second: contacts; again, when nothing has changed: ${Math.round(count / (againMs / 1000))} per second`,
  };
}

/** The first page of the contacts that hold an answer, in the order of their names; it shows 50 and looks one further. */
const listFloor = `
  select c.* from contacts c
   where exists (select from contact_profile_answers a
                  where a.contact_id = c.id and a.questionnaire_id = $1 and a.line_no = $2)
   order by coalesce(c.company_name, '') collate "fi-x-icu", coalesce(c.company_id, 0), c.type,
            coalesce(c.name, '') collate "fi-x-icu", c.id
   limit 51`;

function listOf(name: string, title: string, place: number): Measure {
  const pathOf = ({ lineNos }: Asked) => `/contacts?profileAnswer=${code}:${lineNos[place]}`;
  return {
    name,
    title,
    floorIs: "one statement: the page alone, without the names behind its codes",
    async run(bench) {
      const asked = await openQuestionnaire(bench);
      await classify(bench);
      await bench.owner.query("vacuum (analyze) contact_profile_answers");
      return measureReads(bench, {
        aim: "read",
        paths: [pathOf(asked)],
        floor: {
          sql: listFloor,
          values: [[asked.questionnaireId, asked.lineNos[place]]],
          isExact: true,
          planning: "force_custom_plan",
        },
        count: bench.scale.slowReads,
      });
    },
    sample: async (bench) => ({ path: pathOf(await openQuestionnaire(bench)) }),
  };
}

export const classification: readonly Measure[] = [
  {
    name: "classification",
    title: "Classification of all contacts by their interactions",
    floorIs: "one statement that counts the interactions of a year and inserts an answer per contact",
    run: runClassification,
  },
  listOf("answer-common", "Contacts with an answer that most hold", 0),
  listOf("answer-rare", "Contacts with an answer that few hold", 2),
];
