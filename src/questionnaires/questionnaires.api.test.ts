import { describe, expect } from "vitest";
import { test } from "#app/testing.ts";
import { givenIn, unique } from "#interactions/testing.ts";
import { answer, automatic, givenQuestionnaire, question } from "./testing.ts";

const rating = { autoClassification: true, contactClassField: "rating" };

describe("questionnaires", () => {
  test("are created, listed, changed, renamed and deleted with their lines", async ({ app }) => {
    const admin = await app.as("crmAdmin");
    const viewer = await app.as("viewer");
    const relation = unique("R");
    await admin.post("/business-relations", { code: relation });
    const { code } = await givenQuestionnaire(
      app,
      { contactType: "companies", businessRelationCode: relation },
      [question("How large?"), answer("Small")],
    );

    const changed = await admin.patch(`/questionnaires/${code}`, { priority: "high" }, { "if-match": '"1"' });
    expect(changed.body).toMatchObject({
      code,
      contactType: "companies",
      businessRelationCode: relation,
      priority: "high",
      classificationSchedule: "off",
      classificationWeekday: "monday",
      classificationHour: 1,
      noOfQuestions: 1,
      version: 2,
    });
    expect((await admin.patch(`/questionnaires/${code}`, {}, { "if-match": '"1"' })).status).toBe(412);
    expect((await admin.post("/questionnaires", { code })).body.code).toBe("duplicate");
    const list = await viewer.get(`/questionnaires?businessRelationCode=${relation}&contactType=companies`);
    expect(list.body.items).toEqual([changed.body]);
    expect((await admin.delete(`/business-relations/${relation}`)).body.code).toBe("setup_in_use");
    expect((await viewer.post("/questionnaires", { code: unique("Q") })).status).toBe(403);

    expect((await admin.delete(`/questionnaires/${code}`)).status).toBe(204);
    expect((await admin.get(`/questionnaires/${code}/lines`)).status).toBe(404);
    const refused = await admin.post("/questionnaires", {
      code: unique("Q"),
      businessRelationCode: "NOBODY",
    });
    expect(refused.body).toMatchObject({ code: "not_found", errors: [{ path: "businessRelationCode" }] });
  });
});

describe("lines", () => {
  test("stand in their order, are inserted between others and moved among the answers of a question", async ({
    app,
  }) => {
    const admin = await app.as("crmAdmin");
    const { code, lines } = await givenQuestionnaire(app, {}, [
      question("First"),
      answer("A"),
      answer("B"),
      question("Second"),
      answer("C"),
    ]);
    const path = `/questionnaires/${code}/lines`;
    const order = async () =>
      (await admin.get(path)).body.items.map(
        (line: { description: string; questionLineNo: number | null }) =>
          `${line.description}<${line.questionLineNo ?? ""}`,
      );

    expect(Object.values(lines)).toEqual([10_000, 20_000, 30_000, 40_000, 50_000]);
    await admin.post(`${path}/${lines.B}/move`, { direction: "up" });
    await admin.post(`${path}/${lines.B}/move`, { direction: "up" });
    await admin.post(`${path}/${lines.C}/move`, { direction: "down" });
    expect(await order()).toEqual(["First<", "B<10000", "A<10000", "Second<", "C<40000"]);

    const between = await admin.post(path, { type: "question", description: "New", afterLineNo: lines.B });
    const first = await admin.post(path, { description: "Stray", afterLineNo: 0 });
    expect(between.headers.location).toBe(`/api/v1${path}/${between.body.lineNo}`);
    expect(first.body.questionLineNo).toBeNull();
    expect(await order()).toEqual([
      "Stray<",
      "First<",
      "B<10000",
      "New<",
      `A<${between.body.lineNo}`,
      "Second<",
      "C<40000",
    ]);
    const question1 = await admin.post(`${path}/${lines.First}/move`, { direction: "down" });
    expect([question1.status, question1.body.code]).toEqual([409, "profile_not_answer"]);
    expect((await admin.post(`${path}/99/move`, { direction: "up" })).status).toBe(404);

    const check = await admin.get(`/questionnaires/${code}/check`);
    expect(check.body.items).toEqual([{ lineNo: first.body.lineNo, warnings: ["answer_without_question"] }]);
  });

  test("a refused field is named, and nothing is written", async ({ app }) => {
    const admin = await app.as("crmAdmin");
    const { code, lines } = await givenQuestionnaire(app, {}, [question("Turnover"), answer("Much")]);
    const path = `/questionnaires/${code}/lines`;

    const manual = await admin.patch(`${path}/${lines.Turnover}`, { customerClassField: "sales" });
    expect(manual.status).toBe(422);
    expect(manual.body.errors[0]).toMatchObject({ path: "customerClassField", code: "class_needs_auto" });
    const formula = await admin.patch(`${path}/${lines.Turnover}`, { startingDateFormula: "2 moons" });
    expect(formula.body.errors[0]).toMatchObject({
      path: "startingDateFormula",
      code: "invalid_date_formula",
    });
    const both = await admin.patch(`${path}/${lines.Much}`, { multipleAnswers: true, decimals: 26 });
    expect(both.status).toBe(422);
    expect((await admin.get(`${path}/${lines.Turnover}`)).body.version).toBe(1);

    const finnish = await admin.patch(
      `${path}/${lines.Turnover}`,
      automatic({ customerClassField: "sales", startingDateFormula: " -1v + nk " }),
    );
    expect(finnish.body).toMatchObject({
      startingDateFormula: "-1Y+CM",
      classificationMethod: "definedValue",
      version: 2,
    });
    const bounds = await admin.patch(`${path}/${lines.Much}`, { fromValue: 1e-7, toValue: 0 });
    expect(bounds.body).toMatchObject({ fromValue: 1e-7, toValue: null });
  });

  test("are kept while answers follow, a contact holds them or a rating needs them", async ({ app }) => {
    const admin = await app.as("crmAdmin");
    const { code, lines } = await givenQuestionnaire(app, {}, [
      question("Trust"),
      answer("Great"),
      answer("Little"),
      question("Loyalty", rating),
      answer("Loyal", { fromValue: 1 }),
    ]);
    const path = `/questionnaires/${code}/lines`;
    const contact = await givenIn(app.owner).contact();
    await admin.put(`/contacts/${contact.no}/profile-answers/${code}/${lines.Great}`, undefined);
    await admin.put(`${path}/${lines.Loyalty}/points/${code}/${lines.Little}`, { points: 2 });
    const refusal = async (line: string) => (await admin.delete(`${path}/${lines[line]}`)).body;

    expect(await refusal("Trust")).toMatchObject({
      code: "questionnaire_in_use",
      values: { usedBy: ["answers"] },
    });
    expect((await refusal("Great")).values.usedBy).toEqual(["contacts"]);
    expect((await refusal("Little")).values.usedBy).toEqual(["ratings"]);
    const turned = await admin.patch(`${path}/${lines.Great}`, { type: "question" });
    expect([turned.status, turned.body.code]).toEqual([409, "questionnaire_in_use"]);
    expect((await admin.delete(`/questionnaires/${code}`)).body).toMatchObject({
      code: "questionnaire_in_use",
      values: { usedBy: ["contacts", "ratings"] },
    });

    await admin.put(`${path}/${lines.Loyalty}/points/${code}/${lines.Little}`, { points: 0 });
    await admin.delete(`/contacts/${contact.no}/profile-answers/${code}/${lines.Great}`);
    expect((await admin.delete(`${path}/${lines.Great}`)).status).toBe(204);
    expect((await admin.delete(`/questionnaires/${code}`)).status).toBe(204);
  });

  test("taking rating from a question asks before its points go", async ({ app }) => {
    const admin = await app.as("crmAdmin");
    const { code, lines } = await givenQuestionnaire(app, {}, [
      question("Trust"),
      answer("Great"),
      question("Loyalty", { ...rating, minPercentAnswered: 40 }),
    ]);
    const path = `/questionnaires/${code}/lines/${lines.Loyalty}`;
    await admin.put(`${path}/points/${code}/${lines.Great}`, { points: 1.5 });

    const asked = await admin.patch(path, { contactClassField: null });
    expect(asked.body).toMatchObject({
      code: "confirmation_required",
      values: { key: "deletePoints", preselected: false },
    });
    expect((await admin.get(`${path}/points`)).body.items).toMatchObject([
      { questionnaireCode: code, lineNo: lines.Great, question: "Trust", answer: "Great", points: 1.5 },
    ]);
    const done = await admin.patch(path, { contactClassField: null, deletePoints: true });
    expect(done.body).toMatchObject({ contactClassField: null, minPercentAnswered: 0 });
    expect((await admin.get(`${path}/points`)).body.items).toEqual([]);
  });
});

describe("ratings", () => {
  test("CON-101 the wizard appends the question and its answers", async ({ app }) => {
    const admin = await app.as("crmAdmin");
    const { code } = await givenQuestionnaire(app, {}, [question("Trust"), answer("Great")]);
    const range = { fromValue: 3, toValue: 9 };

    const created = await admin.post(`/questionnaires/${code}/ratings`, {
      description: "Class",
      preset: "abc",
      answers: [range, range, range],
      points: [{ questionnaireCode: code, lineNo: 20_000, points: 5 }],
    });

    expect(created.status, created.text).toBe(201);
    expect(created.headers.location).toBe(`/api/v1/questionnaires/${code}/lines/30000`);
    expect(created.body.items).toMatchObject([
      {
        lineNo: 30_000,
        type: "question",
        description: "Class",
        contactClassField: "rating",
        autoClassification: true,
      },
      { lineNo: 40_000, type: "answer", description: "A", ...range },
      { lineNo: 50_000, description: "B", ...range, questionLineNo: 30_000 },
      { lineNo: 60_000, description: "C", ...range },
    ]);
    const points = await admin.get(`/questionnaires/${code}/lines/30000/points`);
    expect(points.body.items).toMatchObject([{ lineNo: 20_000, points: 5 }]);
  });

  test("the wizard names high and low in the language of whoever asks, and refuses what cannot work", async ({
    app,
  }) => {
    const admin = await app.as("crmAdmin");
    const { code } = await givenQuestionnaire(app, {}, []);
    const path = `/questionnaires/${code}/ratings`;
    const order = { description: "Arvo", preset: "highLow", answers: [{ fromValue: 5 }, { toValue: 4 }] };

    const finnish = await admin.post(path, order, { "accept-language": "fi" });
    expect(finnish.body.items.map((line: { description: string }) => line.description)).toEqual([
      "Arvo",
      "Korkea",
      "Matala",
    ]);
    const few = await admin.post(path, { ...order, preset: "abc" });
    expect([few.status, few.body.code]).toEqual([422, "rating_answers"]);
    const open = await admin.post(path, {
      ...order,
      answers: [{ fromValue: 0 }, { fromValue: 9, toValue: 4 }],
    });
    expect(open.body.errors.map((error: { path: string }) => error.path)).toEqual([
      "answers.0.fromValue",
      "answers.1.toValue",
    ]);
    const nameless = await admin.post(path, { ...order, preset: "custom", answers: [{ fromValue: 1 }] });
    expect(nameless.body.errors[0]).toMatchObject({ path: "answers.0.description", code: "required" });
    const stranger = await admin.post(path, {
      ...order,
      points: [{ questionnaireCode: code, lineNo: 99, points: 1 }],
    });
    expect(stranger.status).toBe(404);
    expect((await admin.get(`/questionnaires/${code}/lines`)).body.items).toHaveLength(3);
  });

  test("CON-102 points that make ratings rest on one another are refused", async ({ app }) => {
    const admin = await app.as("crmAdmin");
    const { code, lines } = await givenQuestionnaire(app, {}, [
      question("R1", rating),
      answer("High 1", { fromValue: 1 }),
      question("R2", rating),
      answer("High 2", { fromValue: 1 }),
      question("Plain"),
      answer("Yes"),
    ]);
    const put = (ratingLine: string, answerLine: string, points = 1) =>
      admin.put(`/questionnaires/${code}/lines/${lines[ratingLine]}/points/${code}/${lines[answerLine]}`, {
        points,
      });

    expect((await put("R1", "High 2")).status).toBe(204);
    const cycle = await put("R2", "High 1");
    expect([cycle.status, cycle.body.code]).toEqual([409, "rating_cycle"]);
    expect((await put("R1", "High 1")).body.code).toBe("rating_cycle");
    expect((await put("Plain", "High 1")).body.code).toBe("rating_required");
    expect((await put("R1", "Plain")).body.code).toBe("profile_not_answer");
    expect((await put("R2", "Yes")).status).toBe(204);
    expect((await admin.get(`/questionnaires/${code}/lines/${lines.R2}/points`)).body.items).toHaveLength(1);
  });

  test("two points that close a circle only together are not both stored", async ({ app }) => {
    const admin = await app.as("crmAdmin");
    const { code, lines } = await givenQuestionnaire(app, {}, [
      question("R1", rating),
      answer("High 1", { fromValue: 1 }),
      question("R2", rating),
      answer("High 2", { fromValue: 1 }),
    ]);
    const path = `/questionnaires/${code}/lines`;

    const outcomes = await Promise.all([
      admin.put(`${path}/${lines.R1}/points/${code}/${lines["High 2"]}`, { points: 1 }),
      admin.put(`${path}/${lines.R2}/points/${code}/${lines["High 1"]}`, { points: 1 }),
    ]);

    expect(outcomes.map(({ status }) => status).sort()).toEqual([204, 409]);
  });

  test("a question put between answers cannot close a circle either", async ({ app }) => {
    const admin = await app.as("crmAdmin");
    const { code, lines } = await givenQuestionnaire(app, {}, [
      question("R1", rating),
      answer("One", { fromValue: 1 }),
      question("Between"),
      answer("Two"),
    ]);
    const path = `/questionnaires/${code}/lines`;
    await admin.put(`${path}/${lines.R1}/points/${code}/${lines.Two}`, { points: 1 });

    const turned = await admin.patch(`${path}/${lines.Between}`, { type: "answer" });

    expect([turned.status, turned.body.code]).toEqual([409, "rating_cycle"]);
  });
});

describe("answers to choose from", () => {
  test("are found by words of questionnaire, question and answer, and by their code", async ({ app }) => {
    const viewer = await app.as("viewer");
    const word = unique("Word");
    const { code, lines } = await givenQuestionnaire(app, {}, [question(`Colour ${word}`), answer("Blue")]);

    const found = await viewer.get(`/questionnaire-answers?search=${word.toLowerCase()}%20blu`);
    const known = await viewer.get(`/questionnaire-answers?code=${code}:${lines.Blue},NOBODY:1`);

    expect(found.body.items).toEqual([
      {
        code: `${code}:${lines.Blue}`,
        questionnaireCode: code,
        lineNo: lines.Blue,
        questionLineNo: lines[`Colour ${word}`],
        question: `Colour ${word}`,
        answer: "Blue",
      },
    ]);
    expect(known.body.items).toEqual(found.body.items);
  });
});
