import { sql } from "kysely";
import { describe, expect } from "vitest";
import { type TestDatabase, test, testContext } from "#app/testing.ts";
import { isInRange, roundValue } from "../classification.rules.ts";
import { createLine } from "../lines.commands.ts";
import type { ClassificationMethod, SortingMethod } from "../questionnaire.rules.ts";
import { createQuestionnaire } from "../questionnaires.commands.ts";
import { runClassification } from "./classification.work.ts";
import { isInRange as isInRangeInSql } from "./write-answers.ts";

/** The same numbers in every run, in [0, 1). */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

const unwatched = { set: () => undefined, throwIfCanceled: () => undefined };
const date = "2026-11-23";

describe("SQL and the rules agree on random data", () => {
  test("about rounding and ranges", async ({ database }) => {
    const next = chance(7);
    const bound = () => (next() < 0.3 ? 0 : roundValue(next() * 40 - 20, 1));
    const cases = Array.from({ length: 4_000 }, () => ({
      value: roundValue(next() * 40 - 20, Math.floor(next() * 5)),
      decimals: Math.floor(next() * 5) - 1,
      from: bound(),
      to: bound(),
    }));
    const column = (name: "value" | "decimals" | "from" | "to") => cases.map((one) => String(one[name]));

    const { rows } = await sql<{ rounded: string; hits: boolean }>`
      select round(a.value, a.decimals) as rounded, ${isInRangeInSql(sql`round(a.value, a.decimals)`)} as hits
        from (select value, decimals, nullif(low, 0) as from_value, nullif(high, 0) as to_value
                from unnest(${column("value")}::numeric[], ${column("decimals")}::int[], ${column("from")}::numeric[],
                            ${column("to")}::numeric[]) as t(value, decimals, low, high)) a`.execute(
      database.db,
    );

    const found = rows.map(({ rounded, hits }) => [Number(rounded), hits]);
    const expected = cases.map(({ value, decimals, from, to }) => {
      const rounded = roundValue(value, decimals);
      return [rounded, isInRange(rounded, { fromValue: from, toValue: to })];
    });
    expect(found).toEqual(expected);
    expect(found.filter(([, hits]) => hits).length).toBeGreaterThan(500);
  });

  test.for([
    ["definedValue", null],
    ["percentageOfValue", "descending"],
    ["percentageOfValue", "ascending"],
    ["percentageOfContacts", "descending"],
    ["percentageOfContacts", "ascending"],
  ] as const)("about %s, %s", async ([method, sortingMethod], { database }) => {
    const next = chance(method.length + (sortingMethod?.length ?? 0));
    const people = await givenPeople(database, 120, () => Math.floor(next() * next() * 30));
    const decimals = method === "definedValue" ? -1 : 1;
    const scale = method === "definedValue" ? 30 : 100;
    const answers = Array.from({ length: 8 }, () => {
      const [a, b] = [next(), next()].map((part) => roundValue(part * scale, 1)) as [number, number];
      const fromValue = next() < 0.25 ? 0 : Math.min(a, b);
      return { fromValue, toValue: next() < 0.25 ? 0 : Math.max(a, b) };
    });

    const found = await classifyBy(database, people.relation, { method, sortingMethod, decimals, answers });

    const expected = expectedAnswers(people.values, { method, sortingMethod, decimals, answers });
    expect(found).toEqual(expected);
    expect(found.length).toBeGreaterThan(50);
  });

  test("about ratings", async ({ database }) => {
    const next = chance(99);
    const people = await givenPeople(database, 150, () => 0);
    const ctx = testContext(database.db);
    const { code } = await createQuestionnaire(ctx, { code: `RATED`, businessRelationCode: people.relation });
    const rating = await createLine(ctx, code, {
      type: "question",
      autoClassification: true,
      contactClassField: "rating",
      minPercentAnswered: 40,
      decimals: 0,
    });
    const ranges = [
      { fromValue: null, toValue: 2 },
      { fromValue: 2, toValue: 5.5 },
      { fromValue: 5.5, toValue: null },
    ];
    for (const { fromValue, toValue } of ranges)
      await createLine(ctx, code, { fromValue: text(fromValue), toValue: text(toValue) });
    const questions: { lineNo: number; points: number }[][] = [];
    for (let at = 0; at < 4; at += 1) {
      const asked = await createLine(ctx, code, { type: "question", multipleAnswers: at === 0 });
      const lines = [];
      for (let choice = 0; choice < 3; choice += 1) {
        const { lineNo } = await createLine(ctx, code, {});
        lines.push({ lineNo, points: Math.floor(next() * 9) / 2 - 1 });
      }
      expect(asked.type).toBe("question");
      questions.push(lines);
    }
    const given = people.values.map(({ id }) => ({
      id,
      held: questions.map((lines, at) => lines.filter(() => next() < (at === 0 ? 0.4 : 0.25))),
    }));
    await storeAnswers(database, code, rating.lineNo, questions.flat(), given);

    await runClassification(ctx, { questionnaireIds: null, date, dryRun: false }, unwatched);

    const { rows } = await sql<{ contact_id: number; line: number; points: string; percent: string }>`
      select a.contact_id, a.line_no / 10000 - 1 as line, a.points, a.answered_percent as percent
        from contact_profile_answers a join questionnaires q on q.id = a.questionnaire_id and q.code = ${code}
       where a.line_no between 20000 and 40000 order by 1, 2`.execute(database.owner);
    const expected = given.flatMap(({ id, held }) => {
      const points = held.flat().reduce((sum, line) => sum + line.points, 0);
      // A question counts only if one of its answers gives points.
      const asked = questions.filter((lines) => lines.some((line) => line.points !== 0));
      const answered = held.filter((lines, at) => lines.length > 0 && asked.includes(questions[at]!)).length;
      const percent = (100 * answered) / asked.length;
      if (percent < 40) return [];
      return ranges.flatMap((range, at) =>
        isInRange(roundValue(points, 0), range) ? [{ id, line: at + 1, points, percent }] : [],
      );
    });
    expect(
      rows.map((row) => ({
        id: row.contact_id,
        line: row.line,
        points: Number(row.points),
        percent: Number(row.percent),
      })),
    ).toEqual(expected);
    expect(expected.length).toBeGreaterThan(40);
  });
});

interface Class {
  readonly method: ClassificationMethod;
  readonly sortingMethod: SortingMethod | null;
  readonly decimals: number;
  readonly answers: readonly { readonly fromValue: number; readonly toValue: number }[];
}

interface Person {
  readonly id: number;
  readonly no: string;
  readonly value: number;
}

let groups = 0;

/** People with a business relation of their own and so many interactions each. */
async function givenPeople(
  { owner }: TestDatabase,
  count: number,
  drawValue: () => number,
): Promise<{ relation: string; values: readonly Person[] }> {
  groups += 1;
  const relation = `GROUP${groups}`;
  const values = Array.from({ length: count }, (_, index) => ({
    id: groups * 10_000 + index,
    no: `X${groups}-${String((index * 37) % 1_000).padStart(3, "0")}`,
    value: drawValue(),
  }));
  await sql`
    with people as (
      select * from json_to_recordset(${JSON.stringify(values)}::json) as p(id bigint, no text, value int)
    ), made as (
      insert into contacts (id, no, type, name) select id, no, 'person', no from people
    ), numbered as (
      insert into contact_numbers (no, contact_id) select no, id from people
    ), talked as (
      insert into interaction_log_entries (contact_id, entry_no, happened_at, user_id)
      select p.id, p.id * 1000 + n, '2026-06-06 12:00', 'TESTER' from people p, generate_series(1, p.value) n
    ), related as (
      insert into business_relations (code) values (${relation}) returning id
    )
    insert into contact_business_relations (contact_id, business_relation_id)
    select people.id, related.id from people, related`.execute(owner);
  return { relation, values };
}

/** What the program finds: contact and number of the answer, in order. */
async function classifyBy(
  database: TestDatabase,
  businessRelationCode: string,
  { method, sortingMethod, decimals, answers }: Class,
): Promise<string[]> {
  const ctx = testContext(database.db);
  const { code } = await createQuestionnaire(ctx, { code: `Q${groups}`, businessRelationCode });
  await createLine(ctx, code, {
    type: "question",
    autoClassification: true,
    contactClassField: "interactionQuantity",
    startingDateFormula: "-CY",
    endingDateFormula: "CY",
    classificationMethod: method,
    ...(sortingMethod && { sortingMethod }),
    decimals,
  });
  for (const { fromValue, toValue } of answers)
    await createLine(ctx, code, { fromValue: text(fromValue), toValue: text(toValue) });
  await runClassification(ctx, { questionnaireIds: null, date, dryRun: false }, unwatched);
  const { rows } = await sql<{ found: string }>`
    select a.contact_id || ':' || a.line_no / 10000 - 2 as found
      from contact_profile_answers a join questionnaires q on q.id = a.questionnaire_id
     where q.code = ${code}`.execute(database.owner);
  return rows.map(({ found }) => found).sort();
}

function text(bound: number | null): string | null {
  return bound ? String(bound) : null;
}

/** The same by the words of the specification. */
function expectedAnswers(
  people: readonly Person[],
  { method, sortingMethod, decimals, answers }: Class,
): string[] {
  const total = people.reduce((sum, { value }) => sum + value, 0);
  const direction = sortingMethod === "ascending" ? 1 : -1;
  const ranked = [...people].sort((a, b) => direction * (a.value - b.value) || (a.no < b.no ? -1 : 1));
  return people
    .flatMap((person) => {
      const measured = {
        definedValue: person.value,
        percentageOfValue: (100 * person.value) / total,
        percentageOfContacts: (100 * (ranked.indexOf(person) + 1)) / people.length,
      }[method];
      const value = roundValue(measured, decimals);
      return answers.flatMap((range, index) => (isInRange(value, range) ? [`${person.id}:${index}`] : []));
    })
    .sort();
}

async function storeAnswers(
  { owner }: TestDatabase,
  code: string,
  ratingLine: number,
  lines: readonly { readonly lineNo: number; readonly points: number }[],
  given: readonly {
    readonly id: number;
    readonly held: readonly (readonly { readonly lineNo: number }[])[];
  }[],
): Promise<void> {
  await sql`
    insert into rating_points (questionnaire_id, line_no, answer_questionnaire_id, answer_line_no, points)
    select q.id, ${ratingLine}, q.id, l.line_no, l.points
      from questionnaires q,
           unnest(${lines.map(({ lineNo }) => lineNo)}::int[], ${lines.map(({ points }) => points)}::numeric[]) as l(line_no, points)
     where q.code = ${code} and l.points <> 0`.execute(owner);
  const pairs = given.flatMap(({ id, held }) => held.flat().map(({ lineNo }) => ({ id, lineNo })));
  await sql`
    insert into contact_profile_answers (contact_id, questionnaire_id, line_no, answered_on)
    select p.id, q.id, p.line_no, ${date}
      from questionnaires q,
           unnest(${pairs.map(({ id }) => id)}::bigint[], ${pairs.map(({ lineNo }) => lineNo)}::int[]) as p(id, line_no)
     where q.code = ${code}`.execute(owner);
}
