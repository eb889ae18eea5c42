import { describe, expect } from "vitest";
import { test } from "#app/testing.ts";
import { givenNumberSeries, runJobs, runToEnd, upload } from "./testing.ts";

test.beforeEach(({ app }) => givenNumberSeries(app));

describe("from a file to contacts", () => {
  test("a mixed list is uploaded, looked at, tried and imported", async ({ app }) => {
    runJobs(app);
    const user = await app.as("crmUser");

    const uploaded = await upload(
      user,
      [
        "Etunimi;Sukunimi;Yritys;Sähköposti;Puhelin;Maa",
        "Aino;Routa;Halla Oy;aino@halla.example;+358 40 123 4567;",
        "Veikko;Routa;HALLA OY;veikko@halla.example;soita Ainolle;",
        ";;Kaste Ab;info@kaste.example;;",
        "",
      ].join("\n"),
      { fileName: "Väki.csv" },
    );
    expect(uploaded.status).toBe(201);
    expect(uploaded.body).toMatchObject({
      fileName: "Väki.csv",
      format: "csv",
      rowCountEstimate: 3,
      mapping: { 0: "firstName", 1: "surname", 2: "companyName", 3: "email", 4: "phoneNo", 5: "countryCode" },
      matchBy: "email",
      type: "auto",
      status: "ready",
      run: null,
    });
    const { id } = uploaded.body;

    const preview = await user.get(`/imports/${id}/preview`, { "accept-language": "fi" });
    expect(preview.body.rows).toMatchObject([
      {
        rowNumber: 2,
        action: "created",
        createsCompany: "Halla Oy",
        contact: { no: null, type: "person", name: "Aino Routa", companyName: "Halla Oy" },
        problems: [],
      },
      {
        rowNumber: 3,
        action: "failed",
        contact: null,
        problems: [{ field: "phoneNo", code: "contact_phone_letters", excerpt: "soita Ainolle" }],
      },
      { rowNumber: 4, action: "created", contact: { type: "company", name: "Kaste Ab" } },
    ]);
    expect(preview.body.rows[1].problems[0].message).toBe("Kentässä ”Puhelinnro” ei saa olla kirjaimia.");

    const tried = await runToEnd(user, id, true);
    expect(tried.body).toMatchObject({
      dryRun: true,
      created: 2,
      companiesCreated: 1,
      failed: 1,
      problems: 1,
    });
    expect((await user.get("/contacts?count=true")).body.totalCount).toBe(0);
    expect((await user.get(`/imports/${id}`)).body).toMatchObject({ status: "checked" });

    const done = await runToEnd(user, id);
    expect(done.body).toMatchObject({
      dryRun: false,
      created: 2,
      companiesCreated: 1,
      failed: 1,
      problems: 1,
    });
    const contacts = await user.get("/contacts");
    expect(contacts.body.items).toMatchObject([
      { no: "CT000002", type: "company", name: "Halla Oy" },
      {
        no: "CT000003",
        type: "person",
        name: "Aino Routa",
        companyNo: "CT000002",
        phoneNo: "+358 40 123 4567",
      },
      { no: "CT000001", type: "company", name: "Kaste Ab", email: "info@kaste.example" },
    ]);
    const problems = await user.get(`/imports/${id}/problems`);
    expect(problems.body.items).toMatchObject([{ rowNumber: 3, field: "phoneNo", isWarning: false }]);
    expect((await user.get(`/imports/${id}`)).body).toMatchObject({
      status: "done",
      rowCountEstimate: 3,
      run: { dryRun: false, rowsDone: 3 },
    });
  });
});
