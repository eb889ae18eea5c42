import { describe, expect } from "vitest";
import { type TestClient, test } from "#app/testing.ts";
import { runJobs, runToEnd } from "../testing.ts";
import { entriesSince, givenHistory, lastEntryNo, uploadHistory } from "./testing.ts";

test.beforeEach(({ app }) => givenHistory(app));

interface Answers {
  readonly language?: "en" | "fi";
}

/** Imports rows below a header, and answers what became of them. */
async function importRows(
  client: TestClient,
  header: string,
  rows: readonly string[],
  settings: Record<string, unknown> = { defaultTemplateCode: "CALL", defaultSalespersonCode: "AK" },
  { language = "en" }: Answers = {},
) {
  const before = await lastEntryNo(client);
  const { body } = await uploadHistory(client, [header, ...rows].join("\n"));
  await client.patch(`/imports/${body.id}`, settings);
  const run = await runToEnd(client, body.id);
  const { body: problems } = await client.get(`/imports/${body.id}/problems`, {
    "accept-language": language,
  });
  return {
    entries: await entriesSince(client, before),
    counts: run.body,
    problems: problems.items as { message: string; code: string; field: string }[],
  };
}

describe("a contact is found by", () => {
  test.for([
    ["Contact no.", "aino", "AINO"],
    ["Contact id", "x-9", "HALLA"],
    ["E-mail", "AINO@halla.example; aino.routa@koti.example", "AINO"],
    ["E-mail", "aino.routa@koti.example", "AINO"],
    ["E-mail", "Aino Routa <aino@halla.example>", "AINO"],
    ["Phone", "+358 40 1234567", "AINO"],
    ["Phone", "(0)20-765 4321", "HALLA"],
    ["Contact", "AINO ROUTA", "AINO"],
    ["Contact", "Routa Aino", "AINO"],
    ["Contact", "Aino Ruota", "AINO"],
    ["Company", "halla oy", "HALLA"],
    ["Company", "Halla", "HALLA"],
  ] as const)("%s %s: %s", async ([header, text, contactNo], { app }) => {
    runJobs(app);
    const user = await app.as("crmUser");

    const { counts, problems, entries } = await importRows(user, `Date,${header},Description`, [
      `2024-04-03,"${text}",Met`,
    ]);

    expect(problems.map(({ code }) => code).filter((code) => code !== "import_contact_taken")).toEqual([]);
    expect(counts).toMatchObject({ created: 1, failed: 0 });
    expect(entries).toMatchObject([{ contactNo, date: "2024-04-03" }]);
  });

  test("nobody in particular: the candidates are named, or those who are like it", async ({ app }) => {
    runJobs(app);
    const admin = await app.as("admin");
    await admin.post("/contacts", { no: "SINI1", type: "person", name: "Sini Suo", companyNo: "HALLA" });
    await admin.post("/contacts", { no: "SINI2", type: "person", name: "Sini Suo", companyNo: "KASTE" });

    const { counts, problems, entries } = await importRows(admin, "Date,Contact,Company,E-mail,Description", [
      "2024-04-03,Sini Suo,,,Which one",
      "2024-04-03,Sini Suo,Kaste Ab,,This one",
      "2024-04-03,Aino Routa,Kaste Ab,,Neither",
      "2024-04-03,Veikko Virta,,,Nobody",
      "2024-04-03,,,,Nothing",
    ]);

    expect(counts).toMatchObject({ created: 1, failed: 4 });
    expect(problems).toMatchObject([
      {
        code: "import_contact_ambiguous",
        field: "contactName",
        message: "Several contacts match “Sini Suo”: SINI1 Sini Suo (Halla Oy), SINI2 Sini Suo (Kaste Ab).",
      },
      { code: "import_contact_similar" },
      { code: "import_contact_not_found", message: "No contact matches “Veikko Virta”." },
      { code: "import_contact_missing" },
    ]);
    expect(problems[1]!.message).toContain("AINO Aino Routa (Halla Oy)");
    expect(entries).toMatchObject([{ contactNo: "SINI2", description: "This one" }]);
  });

  test("a person who left the company is suggested, not taken, and a wrong address makes a guess", async ({
    app,
  }) => {
    runJobs(app);
    const user = await app.as("crmUser");

    const { problems } = await importRows(
      user,
      "Date,Contact,E-mail,Description",
      ["2024-04-03,Aino Routa,aino@new.example,Met"],
      undefined,
      { language: "fi" },
    );

    expect(problems).toMatchObject([
      {
        code: "import_contact_taken",
        message: "Haulle ”aino@new.example, Aino Routa” valittiin kontakti AINO Aino Routa (Halla Oy).",
      },
    ]);
  });
});

describe("templates, salespeople, campaigns", () => {
  test("are found by code or name; what does not exist takes the default, with a warning", async ({
    app,
  }) => {
    runJobs(app);
    const admin = await app.as("admin");
    await admin.post("/campaigns", { no: "KEVAT", description: "Kevään messut" });

    const { counts, problems, entries } = await importRows(
      admin,
      "Date,Contact no.,Template,Salesperson,Campaign,Description",
      [
        "2024-04-03,AINO,puhelu,aino kallio,kevään messut,By name",
        "2024-04-03,AINO,call,ak,kevat,By code",
        "2024-04-03,AINO,Letter,Somebody,,Unknown",
        "2024-04-03,AINO,,,Syksy,No such campaign",
      ],
    );

    expect(counts).toMatchObject({ created: 3, failed: 1, warnings: 2 });
    expect(problems).toMatchObject([
      { field: "interactionTemplateCode", code: "import_default_taken" },
      { field: "salespersonCode", code: "import_default_taken" },
      { field: "campaignNo", code: "not_found" },
    ]);
    expect(entries.filter(({ campaignNo }) => campaignNo === "KEVAT")).toHaveLength(2);
  });

  test("without a default what is unknown or missing is an error", async ({ app }) => {
    runJobs(app);
    const user = await app.as("crmUser");

    const { counts, problems } = await importRows(
      user,
      "Date,Contact no.,Template,Description",
      ["2024-04-03,AINO,Letter,A", "2024-04-03,AINO,,B", "2024-04-03,AINO,CALL,C"],
      {},
    );

    expect(counts).toMatchObject({ created: 0, failed: 3 });
    expect(problems.map(({ code }) => code)).toEqual([
      "not_found",
      "template_required",
      "salesperson_required",
      "salesperson_required",
    ]);
  });

  test("history keeps who is blocked and what is archived; of a privacy-blocked contact nothing is recorded", async ({
    app,
  }) => {
    runJobs(app);
    const admin = await app.as("admin");
    await admin.post("/salespeople", { code: "OLD", name: "Otso Vanha" });
    await admin.patch("/salespeople/OLD", { blocked: true });
    await admin.post("/interaction-templates", {
      code: "FAX",
      interactionGroupCode: "PHONE",
      description: "Fax",
    });
    await admin.patch("/interaction-templates/FAX", { archived: true });
    await admin.patch("/contacts/KASTE", { privacyBlocked: true });

    const { counts, problems, entries } = await importRows(
      admin,
      "Date,Contact no.,Template,Salesperson,Description",
      ["2004-04-03,AINO,FAX,OLD,Sent a fax", "2004-04-03,KASTE,CALL,AK,Called"],
    );

    expect(counts).toMatchObject({ created: 1, failed: 1 });
    expect(problems).toMatchObject([{ field: "contactNo", code: "contact_privacy_blocked" }]);
    expect(entries).toMatchObject([
      { interactionTemplateCode: "FAX", salespersonCode: "OLD", date: "2004-04-03", source: "import" },
    ]);
  });
});

test("long texts become comments of the day when it happened", async ({ app }) => {
  runJobs(app);
  const user = await app.as("crmUser");
  const long = "A word and ".repeat(20).trim();

  const { counts, problems, entries } = await importRows(user, "Date,Contact no.,Description,Notes", [
    `2024-04-03,AINO,${long},"Line one\nline two"`,
  ]);

  expect(counts).toMatchObject({ created: 1, warnings: 1 });
  expect(problems).toMatchObject([{ field: "description", code: "import_text_cut" }]);
  const [entry] = entries;
  const comments = await user.get(`/interaction-log-entries/${entry!.entryNo}/comments`);
  expect(comments.body.items).toMatchObject([
    { text: long, date: "2024-04-03" },
    { text: "Line one\nline two", date: null },
  ]);
  expect((await user.get("/interaction-log-entries?search=line%20two")).body.items).toHaveLength(1);
});
