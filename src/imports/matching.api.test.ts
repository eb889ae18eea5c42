import { describe, expect } from "vitest";
import { type TestClient, test } from "#app/testing.ts";
import { givenNumberSeries, runJobs, runToEnd, upload } from "./testing.ts";

test.beforeEach(({ app }) => givenNumberSeries(app));

/** Uploads, changes the settings and imports. */
async function importFile(client: TestClient, file: string | Buffer, settings: object = {}, dryRun = false) {
  const { body } = await upload(client, file);
  const changed = await client.patch(`/imports/${body.id}`, settings);
  expect(changed.status).toBe(200);
  const result = await runToEnd(client, body.id, dryRun);
  const problems = await client.get(`/imports/${body.id}/problems`);
  return { id: body.id as string, result: result.body, problems: problems.body.items };
}

describe("rows that are about contacts that exist", () => {
  test("are found by number; only filled cells change anything", async ({ app }) => {
    runJobs(app);
    const user = await app.as("crmUser");
    await user.post("/contacts", { no: "K1", name: "Halla Oy", city: "Turku", phoneNo: "09 1" });

    const { result } = await importFile(user, "No.,Name,City,Phone\nk1,,Vaasa,\nK1,,,09 2\nK9,Kaste Ab,,\n");

    expect(result).toMatchObject({ created: 1, updated: 2, failed: 0 });
    expect((await user.get("/contacts/K1")).body).toMatchObject({
      name: "Halla Oy",
      city: "Vaasa",
      phoneNo: "09 2",
      version: 3,
    });
    expect((await user.get("/contacts/K9")).body).toMatchObject({ name: "Kaste Ab" });
  });

  test("are left alone where so chosen, in a dry run as in earnest", async ({ app }) => {
    runJobs(app);
    const user = await app.as("crmUser");
    const file = "No.,Name,City\nK1,,Oulu\nK20,Kuura,Oulu\nK20,Kuura,Vaasa\n";

    const dry = await importFile(user, file, { onMatch: "skip" }, true);
    const real = await importFile(user, file, { onMatch: "skip" });

    expect(dry.result).toMatchObject({ created: 1, updated: 0, skipped: 2 });
    expect(real.result).toMatchObject({ created: 1, updated: 0, skipped: 2 });
    expect((await user.get("/contacts/K20")).body.city).toBe("Oulu");
  });

  test("by e-mail: of the row's type, by name where people share an address", async ({ app }) => {
    runJobs(app);
    const user = await app.as("crmUser");
    await user.post("/contacts", { no: "M1", name: "Routa Oy", email: "info@routa.example" });
    // Both inherit the company's address.
    for (const [no, name] of [
      ["M2", "Aino Routa"],
      ["M3", "Veikko Routa"],
    ])
      await user.post("/contacts", { no, type: "person", name, companyNo: "M1" });

    const { result } = await importFile(
      user,
      [
        "Name,Company,E-mail,Job title,City",
        "Routa Oy,,INFO@routa.example,,Pori",
        "Aino Routa,Routa Oy,info@routa.example,Johtaja,",
        "Elli Routa,Routa Oy,info@routa.example,Myyjä,",
        "",
      ].join("\n"),
    );

    expect(result).toMatchObject({ created: 1, updated: 2, failed: 0 });
    expect((await user.get("/contacts/M1")).body).toMatchObject({ city: "Pori" });
    expect((await user.get("/contacts/M2")).body).toMatchObject({ name: "Aino Routa", jobTitle: "Johtaja" });
    expect((await user.get("/contacts/M3")).body).toMatchObject({ name: "Veikko Routa", jobTitle: null });
    expect((await user.get("/contacts?search=Elli")).body.items).toMatchObject([{ companyNo: "M1" }]);
  });

  test("by an e-mail that several contacts have are reported", async ({ app }) => {
    runJobs(app);
    const user = await app.as("crmUser");
    for (const no of ["N1", "N2"])
      await user.post("/contacts", { no, name: `Twin ${no}`, email: "twin@x.example" });

    const { result, problems } = await importFile(user, "Name,E-mail\nThird,twin@x.example\n");

    expect(result).toMatchObject({ failed: 1 });
    expect(problems).toMatchObject([
      { field: "email", code: "import_several_contacts", excerpt: "twin@x.example" },
    ]);
  });
});

describe("people and companies", () => {
  test("join companies by number, by name, and by a company further down the file", async ({ app }) => {
    runJobs(app);
    const user = await app.as("crmUser");
    await user.post("/contacts", { no: "P1", name: "Pyry Oy" });

    const { result } = await importFile(
      user,
      [
        "First name,Surname,Company name,Company No.",
        "Ilta,One,,P1",
        "Ilta,Two,PYRY OY,",
        "Ilta,Three,Later Oy,",
        ",,Later Oy,",
        "",
      ].join("\n"),
    );

    expect(result).toMatchObject({ created: 4, companiesCreated: 0, failed: 0 });
    const { items } = (await user.get("/contacts?search=Ilta&sort=name")).body;
    expect(items.map(({ name, companyName }: Record<string, string>) => [name, companyName])).toEqual([
      ["Ilta One", "Pyry Oy"],
      ["Ilta Three", "Later Oy"],
      ["Ilta Two", "Pyry Oy"],
    ]);
  });

  test("a company that only refused people name is not created", async ({ app }) => {
    runJobs(app);
    const user = await app.as("crmUser");
    await user.post("/salespeople", { code: "GONE", name: "Gone" });
    const admin = await app.as("admin");
    await admin.post("/salespeople", { code: "OUT", name: "Out", blocked: true });

    const { result, problems } = await importFile(
      user,
      "First name,Company,Salesperson\nAino,Ghost Oy,Out\nElli,Ghost Oy,out\nAapo,Real Oy,\nIida,Real Oy,OUT\n",
    );

    expect(result).toMatchObject({ created: 1, companiesCreated: 1, failed: 3 });
    expect(problems.map(({ code }: { code: string }) => code)).toEqual(Array(3).fill("salesperson_blocked"));
    expect((await user.get("/contacts?search=Ghost")).body.items).toEqual([]);
    expect((await user.get("/contacts?search=Real&type=company")).body.items).toHaveLength(1);
  });

  test("in a file of people alone a company has to exist, and to be the only one of its name", async ({
    app,
  }) => {
    runJobs(app);
    const user = await app.as("crmUser");
    for (const no of ["D1", "D2"]) await user.post("/contacts", { no, name: "Double Oy" });

    const { result, problems } = await importFile(
      user,
      "Name,Company\nAino,Nowhere Oy\nElli,double oy\nAapo,\n",
      { type: "person" },
    );

    expect(result).toMatchObject({ created: 1, failed: 2 });
    expect(problems).toMatchObject([
      { rowNumber: 2, field: "companyName", code: "import_company_not_found", excerpt: "Nowhere Oy" },
      { rowNumber: 3, field: "companyName", code: "contact_select_company" },
    ]);
  });
});

describe("countries, languages and salespeople", () => {
  test("are understood by code, name and ISO code; what means nothing is an error of its column", async ({
    app,
  }) => {
    runJobs(app);
    const admin = await app.as("admin");
    await admin.post("/countries", { code: "FIN", name: "Suomi", isoCode: "FI" });
    await admin.post("/languages", { code: "FIN", name: "suomi", locale: "fi-FI" });
    await admin.post("/territories", { code: "LOU", name: "Lounais-Suomi" });
    await admin.post("/salespeople", { code: "AR", name: "Aino Routa", email: "aino@halla.example" });

    const { result, problems } = await importFile(
      admin,
      [
        "Name;Country;Language;Territory;Salesperson",
        "Ref 1;fin;fin;lou;ar",
        "Ref 2;Finland;Finnish;lounais-suomi;aino routa",
        "Ref 3;FI;fi;;aino@halla.example",
        "Ref 4;Narnia;;;",
        "",
      ].join("\n"),
    );

    expect(result).toMatchObject({ created: 3, failed: 1 });
    expect(problems).toMatchObject([{ field: "countryCode", code: "not_found", excerpt: "Narnia" }]);
    const { items } = (await admin.get("/contacts?search=Ref&sort=name")).body;
    for (const item of items)
      expect(item).toMatchObject({ countryCode: "FIN", languageCode: "FIN", salespersonCode: "AR" });
  });
});

describe("settings", () => {
  test("a mapping replaces the suggested one; what it cannot mean is refused", async ({ app }) => {
    const user = await app.as("crmUser");
    const { body } = await upload(user, "Name,Alias,City\nHalla,H,Turku\n");

    const changed = await user.patch(
      `/imports/${body.id}`,
      { mapping: { 0: "name", 1: "name2", 2: null } },
      { "if-match": changedTag(body.version) },
    );
    expect(changed.body).toMatchObject({ mapping: { 0: "name", 1: "name2" }, version: 2 });

    const twice = await user.patch(`/imports/${body.id}`, { mapping: { 0: "name", 1: "name" } });
    const beyond = await user.patch(`/imports/${body.id}`, { mapping: { 7: "name" } });
    const unknown = await user.patch(`/imports/${body.id}`, { mapping: { 0: "version" } });
    const stale = await user.patch(`/imports/${body.id}`, {}, { "if-match": changedTag(1) });
    expect([twice.status, twice.body.errors[0].code]).toEqual([422, "import_field_twice"]);
    expect([beyond.status, beyond.body.code]).toEqual([422, "import_column_not_found"]);
    expect(unknown.status).toBe(422);
    expect(stale.status).toBe(412);
    await user.patch(`/imports/${body.id}`, { mapping: {} });
    expect((await user.post(`/imports/${body.id}/run`, { dryRun: true })).body.code).toBe(
      "import_no_mapping",
    );
  });

  const changedTag = (version: number) => `"${version}"`;

  test("without a number series nothing can be numbered: the run fails, no row does", async ({ app }) => {
    runJobs(app);
    const admin = await app.as("admin");
    await admin.patch("/marketing-setup", { contactNos: null });
    const { body } = await upload(admin, "Name\nUnnumbered\n");

    const preview = await admin.get(`/imports/${body.id}/preview`);
    const run = await runToEnd(admin, body.id);

    expect([preview.status, preview.body.code]).toEqual([409, "setup_missing"]);
    expect([run.status, run.body.code]).toEqual([409, "setup_missing"]);
    expect((await admin.get(`/imports/${body.id}`)).body).toMatchObject({ status: "interrupted" });
  });
});

test("vCards of versions 3 and 4 become people with their companies, and companies", async ({ app }) => {
  runJobs(app);
  const user = await app.as("crmUser");
  const file = [
    "BEGIN:VCARD\nVERSION:3.0\nN:Virta;Eeva;Maria;;\nFN:Eeva Virta\nORG:Lumi Oy;Myynti\nTITLE:Myyjä",
    "TEL;TYPE=CELL:+358 40 7654321\nEMAIL;TYPE=INTERNET:eeva@lumi.example\nADR:;;Lumitie 1;Kemi;;94100;\nEND:VCARD",
    "BEGIN:VCARD\nVERSION:4.0\nKIND:org\nFN:Jää Oy\nORG:Jää Oy\nTEL;VALUE=uri:tel:+358-9-555;ext=12\nEND:VCARD",
  ].join("\n");

  const uploaded = await upload(user, file, { fileName: "cards.vcf", contentType: "text/vcard" });
  const result = await runToEnd(user, uploaded.body.id);

  expect(uploaded.body).toMatchObject({ format: "vcard", rowCountEstimate: 2 });
  expect(result.body).toMatchObject({ created: 2, companiesCreated: 1, failed: 0 });
  expect((await user.get("/contacts?search=Eeva")).body.items).toMatchObject([
    {
      firstName: "Eeva",
      middleName: "Maria",
      surname: "Virta",
      companyName: "Lumi Oy",
      mobilePhoneNo: "+358 40 7654321",
      city: "Kemi",
    },
  ]);
  expect((await user.get("/contacts?search=J%C3%A4%C3%A4")).body.items).toMatchObject([
    { type: "company", phoneNo: "+358-9-555", extensionNo: "12" },
  ]);
});
