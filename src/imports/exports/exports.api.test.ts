import { Readable } from "node:stream";
import { sql } from "kysely";
import { describe, expect } from "vitest";
import { type TestClient, test } from "#app/testing.ts";
import { createTexts } from "#app/texts.ts";
import { openTable, previewTable } from "#platform/files/index.ts";
import { givenNumberSeries, runJobs, runToEnd, upload } from "../testing.ts";
import { exports } from "./all-exports.ts";

/** The cells of a file, header first. */
async function cellsOf(contents: string | Buffer) {
  await using table = await openTable(Readable.from([Buffer.from(contents)]));
  const { header, rows } = await previewTable(table, 100);
  return { header, rows: rows.map(({ cells }) => cells) };
}

async function givenContacts(client: TestClient): Promise<void> {
  await client.post("/contacts", {
    no: "K1",
    name: "Halla; Oy",
    city: "Turku",
    phoneNo: "+358-9-1",
    countryCode: null,
  });
  await client.post("/contacts", {
    no: "K2",
    name: "=Kaste Ab",
    city: "Ekenäs",
    email: "info@kaste.example",
  });
  await client.post("/contacts", {
    no: "K3",
    type: "person",
    firstName: "Aino",
    middleName: "Maria",
    surname: "Routa",
    companyNo: "K1",
    jobTitle: "Säätäjä",
    email: "aino@halla.example; aino@routa.example",
  });
}

describe("every list", () => {
  test("has a name for itself and each column in both languages", () => {
    const texts = createTexts();
    const missing = exports.flatMap(({ resource, columns }) => [
      ...columns
        .filter(({ name }) => !texts.has(`fields.${name}`) && !texts.has(`imports.columns.${name}`))
        .map(({ name }) => `${resource}: ${name}`),
      ...(texts.has(`imports.lists.${resource}`) ? [] : [resource]),
    ]);

    expect(missing).toEqual([]);
  });

  test("answers as CSV and XLSX to those who may read it", async ({ app }) => {
    const viewer = await app.as("viewer");
    const admin = await app.as("admin");
    for (const { resource, columns } of exports) {
      const reader = resource === "audit-entries" ? admin : viewer;
      const csv = await reader.get(`/exports/${resource}?headers=names`);
      expect([resource, csv.status]).toEqual([resource, 200]);
      expect(csv.text.split("\r\n")[0]).toBe(columns.map(({ name }) => `"${name}"`).join(","));
      const xlsx = await reader.get(`/exports/${resource}?format=xlsx`);
      expect(xlsx.headers["content-type"]).toContain("spreadsheetml");
    }
  });

  test("is refused without its own right, and users and tokens have no file", async ({ app }) => {
    const narrow = await app.as("crmUser", ["setup.read"]);

    expect((await narrow.get("/exports/contacts")).status).toBe(403);
    expect((await narrow.get("/exports/interaction-log-entries")).status).toBe(403);
    expect((await narrow.get("/exports/countries")).status).toBe(200);
    expect((await narrow.get("/exports/audit-entries")).status).toBe(403);
    expect((await (await app.as("admin")).get("/exports/users")).status).toBe(404);
    expect((await (await app.as(null)).get("/exports/contacts")).status).toBe(401);
  });

  test("refuses what its list refuses, before the file begins", async ({ app }) => {
    const viewer = await app.as("viewer");

    expect((await viewer.get("/exports/contacts?colour=red")).body.code).toBe("malformed");
    expect((await viewer.get("/exports/contacts?limit=10")).status).toBe(400);
    expect((await viewer.get("/exports/countries?format=vcard")).status).toBe(400);
    expect((await viewer.get("/exports/countries?sort=colour")).headers["content-type"]).toContain(
      "problem+json",
    );
  });
});

describe("contacts", () => {
  test("CON-053 the 36 columns in Finnish, as Excel in Finnish expects them", async ({ app }) => {
    const user = await app.as("crmUser");
    await givenContacts(user);

    const answer = await user.get("/exports/contacts?columns=bc&search=kaste", { "accept-language": "fi" });

    expect(answer.headers["content-type"]).toBe("text/csv; charset=utf-8; header=present");
    expect(answer.headers["content-disposition"]).toBe(
      "attachment; filename=\"Kontaktit 2026-11-23.csv\"; filename*=UTF-8''Kontaktit%202026-11-23.csv",
    );
    expect(answer.text.startsWith('\uFEFF"Nro";"Ulkoinen tunnus";"Nimi"')).toBe(true);
    expect(answer.text).toContain(`"'=Kaste Ab"`);
    const { header, rows } = await cellsOf(answer.text);
    expect(header).toHaveLength(36);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toContain("=Kaste Ab");
  });

  test("filters and sort are those of the list; who takes the list along is recorded", async ({ app }) => {
    const user = await app.as("crmUser");

    const answer = await user.get("/exports/contacts?type=company&sort=-no");

    const { header, rows } = await cellsOf(answer.text);
    expect(header.slice(0, 3)).toEqual(["no", "type", "name"]);
    expect(rows.map(([no]) => no)).toEqual(["K2", "K1"]);
    const trail = await app.db
      .selectFrom("audit_entries")
      .select(["resource", "resource_key", "changes"])
      .where("action", "=", "list.exported")
      .orderBy("id", "desc")
      .executeTakeFirstOrThrow();
    expect(trail).toEqual({
      resource: "contacts",
      resource_key: "csv",
      changes: { filters: { type: ["company"], sort: "-no" } },
    });
  });

  test("vCards hold people with their company and companies as such", async ({ app }) => {
    const user = await app.as("crmUser");

    const answer = await user.get("/exports/contacts?format=vcard&sort=no");

    expect(answer.headers["content-type"]).toBe("text/vcard; charset=utf-8");
    expect(answer.text).toContain("KIND:org\r\nFN:Halla\\; Oy");
    expect(answer.text).toContain("N:Routa;Aino;Maria;;\r\nORG:Halla\\; Oy\r\nTITLE:Säätäjä");
    expect(answer.text).toContain("EMAIL;PREF=1:aino@halla.example\r\nEMAIL;PREF=1:aino@routa.example");
  });

  test.for(["csv", "xlsx"] as const)(
    "a %s export comes back without changing anything",
    async (format, { app }) => {
      await givenNumberSeries(app);
      runJobs(app);
      const user = await app.as("crmUser");
      const all = await user.get("/contacts?count=true");
      for (const [language, headers] of [
        ["en", "names"],
        ["fi", "names"],
        ["fi", "captions"],
      ]) {
        const file = await user.get(`/exports/contacts?format=${format}&headers=${headers}`, {
          "accept-language": language!,
        });
        const uploaded = await upload(user, file.bytes, { fileName: "back" });
        expect(uploaded.body.matchBy).toBe("no");
        const mapped = Object.keys(uploaded.body.mapping).length;
        expect([language, headers, mapped]).toEqual([language, headers, 44]);

        const result = await runToEnd(user, uploaded.body.id, true);

        expect(result.body).toMatchObject({
          created: 0,
          updated: 0,
          unchanged: all.body.totalCount,
          failed: 0,
          problems: 0,
        });
        const real = await runToEnd(user, uploaded.body.id);
        expect(real.body).toMatchObject({ created: 0, updated: 0, unchanged: all.body.totalCount });
      }
      expect((await user.get("/contacts?count=true")).body).toEqual(all.body);
    },
  );
});

describe("other lists", () => {
  test("a selection of more contacts than an address can hold comes as CSV, XLSX and vCard", async ({
    app,
  }) => {
    const user = await app.as("crmUser");
    const viewer = await app.as("viewer");
    await sql`
      insert into contacts (id, no, type, name, company_id)
      select 900000 + n, 'S' || to_char(n, 'FM00000'), 'company', 'Selected ' || n, 900000 + n
        from generate_series(1, 2500) n`.execute(app.owner);
    const nos = Array.from({ length: 2_500 }, (_, at) => `S${String(at + 1).padStart(5, "0")}`);
    const body = { no: [...nos, "s00001", "NOBODY"], sort: "-no", columns: "bc", headers: "names" };

    const csv = await user.post("/exports/contacts/selection", body);
    const xlsx = await viewer.post("/exports/contacts/selection", { ...body, format: "xlsx" });
    const cards = await user.post("/exports/contacts/selection", { no: nos, sort: "no", format: "vcard" });

    const lines = csv.text.trim().split("\r\n");
    expect([csv.status, lines.length, lines[0]!.split(",").length]).toEqual([200, 2_501, 36]);
    expect(lines[1]).toContain("S02500");
    expect(csv.headers["content-disposition"]).toMatch(/^attachment; filename=".+\.csv"/);
    const { header, rows } = await cellsOf(xlsx.bytes);
    expect([header.length, rows.length, rows[0]![0]]).toEqual([36, 100, "S02500"]);
    expect(cards.text.match(/^BEGIN:VCARD/gm)).toHaveLength(2_500);
    const trail = (await (await app.as("admin")).get("/audit-entries?resource=contacts&limit=1")).body.items;
    expect(trail[0].changes.filters).toMatchObject({ noOfSelected: 2_500 });
    await app.owner.deleteFrom("contacts").where("no", "like", "S0%").execute();
  });

  test("a selection is refused without numbers, with too many of them and without the right", async ({
    app,
  }) => {
    const user = await app.as("crmUser");
    const select = (no: unknown) => user.post("/exports/contacts/selection", { no });

    expect((await select([])).status).toBe(422);
    expect((await select(Array.from({ length: 10_001 }, () => "K1"))).status).toBe(422);
    expect((await select("K1")).status).toBe(422);
    expect((await user.post("/exports/contacts/selection", { no: ["K1"], format: "pdf" })).status).toBe(422);
    expect((await select(Array.from({ length: 10_000 }, () => "K1"))).status).toBe(200);
    expect((await (await app.as(null)).post("/exports/contacts/selection", { no: ["K1"] })).status).toBe(401);
  });

  test("the log has real numbers and the organisation's clock; Finnish has a decimal comma", async ({
    app,
  }) => {
    const admin = await app.as("admin");
    await admin.post("/interaction-groups", { code: "CALLS" });
    await admin.post("/interaction-templates", {
      code: "CALL",
      interactionGroupCode: "CALLS",
      description: "Call",
    });
    await admin.post("/salespeople", { code: "AR", name: "Aino Routa" });
    const made = await admin.post("/interactions", {
      contactNo: "K2",
      interactionTemplateCode: "CALL",
      salespersonCode: "AR",
      date: "2026-11-20",
      time: "14:05:00",
      cost: 8.5,
      durationMin: 10,
      correspondenceType: null,
    });
    expect(made.status).toBe(201);

    const answer = await admin.get("/exports/interaction-log-entries", { "accept-language": "fi" });

    const { header, rows } = await cellsOf(answer.text);
    const cell = (caption: string) => rows[0]![header.indexOf(caption)];
    expect(cell("Kustannus")).toBe("8,5");
    expect(cell("Pvm") ?? cell("Päivämäärä")).toBe("2026-11-20");
    expect(cell("Tallennettu")).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/);
  });

  test("more rows than fit into a page come once each", async ({ app }) => {
    const admin = await app.as("admin");
    await app.owner
      .insertInto("mailing_groups")
      .values(
        Array.from({ length: 2_500 }, (_, at) => ({
          code: `G${String(at).padStart(5, "0")}`,
          description: null,
        })),
      )
      .execute();

    const answer = await admin.get("/exports/mailing-groups?headers=names&sort=-code");

    const codes = answer.text
      .split("\r\n")
      .slice(1, -1)
      .map((line) => line.split(",")[0]);
    expect(new Set(codes).size).toBe(2_500);
    expect(codes[0]).toBe('"G02499"');
  });
});
