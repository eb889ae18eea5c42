import { sql } from "kysely";
import { describe, expect } from "vitest";
import { type TestApp, test } from "#app/testing.ts";
import { givenIn, unique } from "#interactions/testing.ts";
import { answer, automatic, givenQuestionnaire, question } from "./testing.ts";

const rating = { autoClassification: true, contactClassField: "rating" };

function pathOf(no: string, code: string, lineNo: number | undefined): string {
  return `/contacts/${no}/profile-answers/${code}/${lineNo}`;
}

async function profileOf(app: TestApp, no: string) {
  const viewer = await app.as("viewer");
  const { status, body } = await viewer.get(`/contacts/${no}/profile-answers`);
  expect(status).toBe(200);
  return body as {
    items: Record<string, unknown>[];
    questionnaires: { code: string; questions: { answers: { lineNo: number; isHeld: boolean }[] }[] }[];
  };
}

const answersOf = ({ items }: { items: Record<string, unknown>[] }) => items.map((item) => item.answer);

describe("answering", () => {
  test("CON-095 a question with one answer takes no second; clearing one that is not given is no error", async ({
    app,
  }) => {
    const user = await app.as("crmUser");
    const contact = await givenIn(app.owner).contact();
    const { code, lines } = await givenQuestionnaire(app, {}, [
      question("Mood"),
      answer("Good"),
      answer("Bad"),
      question("Interests", { multipleAnswers: true }),
      answer("Boats"),
      answer("Trains"),
    ]);

    expect((await user.put(pathOf(contact.no, code, lines.Good), undefined)).status).toBe(204);
    const second = await user.put(pathOf(contact.no, code, lines.Bad), undefined);
    expect([second.status, second.body.code]).toEqual([409, "profile_single_answer"]);
    expect((await user.delete(pathOf(contact.no, code, lines.Bad))).status).toBe(204);
    expect((await user.put(pathOf(contact.no, code, lines.Good), undefined)).status).toBe(204);
    for (const line of ["Boats", "Trains"])
      expect((await user.put(pathOf(contact.no, code, lines[line]), undefined)).status).toBe(204);

    const profile = await profileOf(app, contact.no);
    expect(answersOf(profile)).toEqual(["Good", "Boats", "Trains"]);
    const other = await user.put(`${pathOf(contact.no, code, lines.Bad)}?replace=true`, undefined);
    expect(other.status).toBe(204);
    expect(answersOf(await profileOf(app, contact.no))).toEqual(["Bad", "Boats", "Trains"]);
    expect(profile.items[0]).toMatchObject({
      question: "Mood",
      date: "2026-11-23",
      isAutomatic: false,
      isRating: false,
      points: null,
    });
  });

  test("two answers at the same moment: one of them stays", async ({ app }) => {
    const user = await app.as("crmUser");
    const contact = await givenIn(app.owner).contact();
    const { code, lines } = await givenQuestionnaire(app, {}, [
      question("Mood"),
      answer("Good"),
      answer("Bad"),
    ]);

    const outcomes = await Promise.all(
      ["Good", "Bad", "Good", "Bad"].map((line) =>
        user.put(pathOf(contact.no, code, lines[line]), undefined),
      ),
    );

    expect(outcomes.filter(({ status }) => status === 204)).toHaveLength(2);
    expect(answersOf(await profileOf(app, contact.no))).toHaveLength(1);
  });

  test("CON-096 an answer counts for its line and finds the contact: the condition that segments will add by", async ({
    app,
  }) => {
    const user = await app.as("crmUser");
    const [contact, other] = [await givenIn(app.owner).contact(), await givenIn(app.owner).contact()];
    const { code, lines } = await givenQuestionnaire(app, {}, [
      question("Interests", { multipleAnswers: true }),
      answer("Boats"),
      answer("Trains"),
    ]);
    await user.put(pathOf(contact.no, code, lines.Boats), undefined);
    await user.put(pathOf(other.no, code, lines.Trains), undefined);
    const found = async (answers: string) =>
      (await user.get(`/contacts?profileAnswer=${answers}&count=true`)).body;

    const { body: line } = await user.get(`/questionnaires/${code}/lines/${lines.Boats}`);
    const { body: list } = await user.get(`/questionnaires/${code}/lines`);

    expect(line.noOfContacts).toBe(1);
    expect(list.items.map((item: { noOfContacts: number }) => item.noOfContacts)).toEqual([0, 1, 1]);
    expect((await found(`${code}:${lines.Boats}`)).items.map((item: { no: string }) => item.no)).toEqual([
      contact.no,
    ]);
    expect((await found(`${code}:${lines.Boats},${code}:${lines.Trains}`)).totalCount).toBe(2);
    expect((await found(`${code}:99,nonsense`)).items).toEqual([]);
  });

  test("only answers of questions that are not automatic are set, and only by those who may", async ({
    app,
  }) => {
    const user = await app.as("crmUser");
    const viewer = await app.as("viewer");
    const contact = await givenIn(app.owner).contact();
    const { code, lines } = await givenQuestionnaire(app, {}, [
      question("Size", automatic({ contactClassField: "interactionQuantity" })),
      answer("Large", { fromValue: 1 }),
      question("Mood"),
      answer("Good"),
    ]);

    const codeOf = async (line: number | undefined) =>
      (await user.put(pathOf(contact.no, code, line), undefined)).body.code;
    expect(await codeOf(lines.Large)).toBe("profile_auto");
    expect(await codeOf(lines.Mood)).toBe("profile_not_answer");
    expect(await codeOf(99)).toBe("not_found");
    expect((await user.delete(pathOf(contact.no, code, lines.Large))).body.code).toBe("profile_auto");
    expect((await viewer.put(pathOf(contact.no, code, lines.Good), undefined)).status).toBe(403);
    expect((await user.put(pathOf("NOBODY", code, lines.Good), undefined)).body.code).toBe(
      "contact_not_found",
    );
  });

  test("the card sorts by the priorities of answer and questionnaire, and leaves hidden ones out", async ({
    app,
  }) => {
    const admin = await app.as("crmAdmin");
    const contact = await givenIn(app.owner).contact();
    const several = { multipleAnswers: true };
    const low = await givenQuestionnaire(app, { priority: "low" }, [
      question("A", several),
      answer("low normal"),
      answer("low high", { priority: "high" }),
      answer("hidden", { priority: "veryLow" }),
    ]);
    const high = await givenQuestionnaire(app, { priority: "veryHigh" }, [
      question("B", several),
      answer("high normal"),
      answer("high low", { priority: "low" }),
    ]);
    for (const { code, lines } of [low, high])
      for (const [name, lineNo] of Object.entries(lines))
        if (name.length > 1) await admin.put(pathOf(contact.no, code, lineNo), undefined);

    const order = async () => answersOf(await profileOf(app, contact.no));
    expect(await order()).toEqual(["low high", "high normal", "low normal", "high low"]);

    await admin.patch(`/questionnaires/${high.code}/lines/${high.lines["high low"]}`, {
      priority: "veryHigh",
    });
    expect((await order())[0]).toBe("high low");
    expect(await order()).not.toContain("hidden");
  });
});

describe("whom a questionnaire is for", () => {
  test("CON-103 one for people is not offered to a company, none to a minor", async ({ app }) => {
    const admin = await app.as("crmAdmin");
    const company = await givenIn(app.owner).contact();
    const person = await givenIn(app.owner).contact({ type: "person" });
    const people = await givenQuestionnaire(app, { contactType: "people" }, [
      question("Hobby"),
      answer("Boats"),
    ]);
    const everybody = await givenQuestionnaire(app, {}, [question("Mood"), answer("Good")]);
    const offered = async (no: string) => (await profileOf(app, no)).questionnaires.map(({ code }) => code);

    expect(await offered(company.no)).not.toContain(people.code);
    expect(await offered(company.no)).toContain(everybody.code);
    expect(await offered(person.no)).toContain(people.code);
    const refused = await admin.put(pathOf(company.no, people.code, people.lines.Boats), undefined);
    expect([refused.status, refused.body.code]).toEqual([409, "profile_not_offered"]);

    await admin.put(pathOf(person.no, people.code, people.lines.Boats), undefined);
    await admin.patch(`/contacts/${person.no}`, { minor: true });
    const minor = await admin.get(`/contacts/${person.no}/profile-answers`);
    expect([minor.status, minor.body.code]).toEqual([409, "contact_minor"]);
    expect((await admin.delete(pathOf(person.no, people.code, people.lines.Boats))).body.code).toBe(
      "contact_minor",
    );
  });

  test("a business relation is that of the company, or of a person without one", async ({ app }) => {
    const admin = await app.as("crmAdmin");
    const relation = unique("PRESS");
    await admin.post("/business-relations", { code: relation });
    const company = await givenIn(app.owner).contact();
    const employee = await givenIn(app.owner).contact({ type: "person", companyId: company.id });
    const alone = await givenIn(app.owner).contact({ type: "person" });
    const stranger = await givenIn(app.owner).contact();
    await holdRelation(app, relation, company.id, alone.id);
    const { code } = await givenQuestionnaire(app, { businessRelationCode: relation }, [question("Mood")]);
    await givenQuestionnaire(app, {}, [question("For everybody")]);

    const offered = async (no: string) =>
      (await profileOf(app, no)).questionnaires.some((questionnaire) => questionnaire.code === code);

    expect(await Promise.all([company, employee, alone, stranger].map(({ no }) => offered(no)))).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });

  test("answers stay when the contact changes its type, and go with it when it is deleted", async ({
    app,
  }) => {
    const admin = await app.as("crmAdmin");
    const person = await givenIn(app.owner).contact({ type: "person" });
    const { code, lines } = await givenQuestionnaire(app, { contactType: "people" }, [
      question("Hobby"),
      answer("Boats"),
    ]);
    await admin.put(pathOf(person.no, code, lines.Boats), undefined);

    const turned = await admin.patch(`/contacts/${person.no}`, { type: "company" });
    expect(turned.status, turned.text).toBe(200);
    expect(answersOf(await profileOf(app, person.no))).toEqual(["Boats"]);
    expect((await admin.delete(`/questionnaires/${code}`)).status).toBe(409);

    expect((await admin.delete(`/contacts/${person.no}`)).status).toBe(204);
    expect((await admin.get(`/questionnaires/${code}/lines/${lines.Boats}`)).body.noOfContacts).toBe(0);
    expect((await admin.delete(`/questionnaires/${code}`)).status).toBe(204);
  });
});

describe("ratings of a contact", () => {
  test("CON-100 an answer rates at once, taking it back does too", async ({ app }) => {
    const user = await app.as("crmUser");
    const admin = await app.as("crmAdmin");
    const contact = await givenIn(app.owner).contact();
    const { code, lines } = await givenQuestionnaire(app, {}, [
      question("Pays on time"),
      answer("yes"),
      answer("no"),
      question("Loyalty", rating),
      answer("HIGH", { fromValue: 3 }),
      answer("LOW", { toValue: 2 }),
    ]);
    await admin.put(`/questionnaires/${code}/lines/${lines.Loyalty}/points/${code}/${lines.yes}`, {
      points: 3,
    });

    await user.put(pathOf(contact.no, code, lines.yes), undefined);
    const high = await profileOf(app, contact.no);
    await user.delete(pathOf(contact.no, code, lines.yes));
    const low = await profileOf(app, contact.no);

    expect(high.items.at(-1)).toMatchObject({
      answer: "HIGH",
      isRating: true,
      points: 3,
      answeredPercent: 100,
      date: "2026-11-23",
      pointsFrom: [
        { questionnaireCode: code, lineNo: lines.yes, question: "Pays on time", answer: "yes", points: 3 },
      ],
    });
    expect(low.items).toMatchObject([{ answer: "LOW", points: 0, answeredPercent: 0, pointsFrom: [] }]);
  });

  test("who has answered too little is not rated; ratings that rest on ratings follow", async ({ app }) => {
    const user = await app.as("crmUser");
    const admin = await app.as("crmAdmin");
    const contact = await givenIn(app.owner).contact();
    const { code, lines } = await givenQuestionnaire(app, {}, [
      question("Q1"),
      answer("a1"),
      answer("b1"),
      question("Q2"),
      answer("a2"),
      question("First", { ...rating, minPercentAnswered: 60 }),
      answer("Rated", { fromValue: 5 }),
      question("Second", rating),
      answer("Carried", { fromValue: 10 }),
    ]);
    const give = (ratingLine: string, line: string, points: number) =>
      admin.put(`/questionnaires/${code}/lines/${lines[ratingLine]}/points/${code}/${lines[line]}`, {
        points,
      });
    await give("First", "a1", 2);
    await give("First", "a2", 3);
    await give("Second", "Rated", 10);

    await user.put(pathOf(contact.no, code, lines.a1), undefined);
    expect(answersOf(await profileOf(app, contact.no))).toEqual(["a1"]);
    app.clock.now = new Date("2026-12-01T12:00:00Z");
    await user.put(pathOf(contact.no, code, lines.a2), undefined);
    const rated = await profileOf(app, contact.no);
    app.clock.now = new Date("2026-11-23T12:00:00Z");

    expect(rated.items.map(({ answer, date, points }) => [answer, date, points])).toEqual([
      ["a1", "2026-11-23", null],
      ["a2", "2026-12-01", null],
      ["Rated", "2026-11-23", 5],
      ["Carried", "2026-11-23", 10],
    ]);
    await user.delete(pathOf(contact.no, code, lines.a1));
    expect(answersOf(await profileOf(app, contact.no))).toEqual(["a2"]);
  });
});

/** Plain relation rows. */
async function holdRelation(app: TestApp, code: string, ...contactIds: number[]): Promise<void> {
  await sql`
    insert into contact_business_relations (contact_id, business_relation_id)
    select unnest(${contactIds}::bigint[]), id from business_relations where code = ${code}`.execute(
    app.owner,
  );
}
