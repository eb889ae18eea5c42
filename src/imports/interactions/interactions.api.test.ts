import { expect } from "vitest";
import { type TestClient, test } from "#app/testing.ts";
import { runJobs, runToEnd } from "../testing.ts";
import { givenHistory, uploadHistory } from "./testing.ts";

test.beforeEach(({ app }) => givenHistory(app));

async function entriesOf(client: TestClient, filter = ""): Promise<Record<string, unknown>[]> {
  return (await client.get(`/interaction-log-entries?sort=date${filter}`)).body.items;
}

test("a file in Finnish is uploaded, looked at, tried and imported", async ({ app }) => {
  runJobs(app);
  const user = await app.as("crmUser");

  const uploaded = await uploadHistory(
    user,
    [
      "Päivä;Klo;Kontaktin nimi;Yritys;Vuorovaikutusmalli;Kuvaus;Muistiinpanot;Myyjä;Suunta;Kesto (min);Tunnus",
      "3.4.2024;9.05;Aino Routa;Halla Oy;Puhelu;Pyysi hinnastoa;Lähetä perjantaina;Aino Kallio;Saapuva;12;A-1",
      "4.4.2024;klo 10.30;;Halla Oy;call;Soitti takaisin;;AK;Lähtevä;0:07;A-2",
      "31.4.2024;9.00;Aino Routa;Halla Oy;Puhelu;Ei sitä päivää;;AK;;;A-3",
      "5.4.2024;;Aino Rouda;;Puhelu;Kirjoitusvirhe;;AK;;;A-4",
      "",
    ].join("\n"),
  );
  expect(uploaded.status).toBe(201);
  expect(uploaded.body).toMatchObject({
    kind: "interactions",
    source: null,
    dateOrder: "dmy",
    status: "ready",
  });
  expect(Object.values(uploaded.body.mapping)).toEqual([
    "date",
    "time",
    "contactName",
    "companyName",
    "interactionTemplateCode",
    "description",
    "comments",
    "salespersonCode",
    "informationFlow",
    "durationMin",
    "externalId",
  ]);
  const { id } = uploaded.body;
  expect((await runToEnd(user, id)).body.code).toBe("import_source_required");
  await user.patch(`/imports/${id}`, { source: "Vanha CRM" });

  const preview = await user.get(`/imports/${id}/preview`, { "accept-language": "fi" });
  expect(preview.body.rows).toMatchObject([
    {
      rowNumber: 2,
      action: "created",
      contact: null,
      entry: {
        entryNo: null,
        contactNo: "AINO",
        date: "2024-04-03",
        time: "09:05:00",
        durationMin: 12,
        source: "import",
      },
      problems: [],
    },
    { rowNumber: 3, action: "created", entry: { contactNo: "HALLA", time: "10:30:00", durationMin: 7 } },
    {
      rowNumber: 4,
      action: "failed",
      entry: null,
      problems: [{ field: "date", code: "import_date_unreadable" }],
    },
    { rowNumber: 5, action: "created", problems: [{ isWarning: true, code: "import_contact_taken" }] },
  ]);
  expect(preview.body.rows[3].problems[0].message).toBe(
    "Haulle ”Aino Rouda” valittiin kontakti AINO Aino Routa (Halla Oy).",
  );

  const tried = await runToEnd(user, id, true);
  expect(tried.body).toMatchObject({
    dryRun: true,
    created: 3,
    unchanged: 0,
    failed: 1,
    warnings: 1,
    problems: 2,
  });
  expect(await entriesOf(user)).toEqual([]);

  const done = await runToEnd(user, id);
  expect(done.body).toMatchObject({ dryRun: false, created: 3, failed: 1 });
  expect(await entriesOf(user)).toMatchObject([
    {
      contactNo: "AINO",
      date: "2024-04-03",
      informationFlow: "inbound",
      salespersonCode: "AK",
      hasComment: true,
      source: "import",
    },
    { contactNo: "HALLA", date: "2024-04-04", informationFlow: "outbound" },
    { contactNo: "AINO", date: "2024-04-05", time: "00:00:00", durationMin: 5 },
  ]);
  const reasons = await user.get(`/imports/${id}/reasons`, { "accept-language": "fi" });
  expect(reasons.body.items).toMatchObject([
    { isWarning: false, field: "date", code: "import_date_unreadable", count: 1 },
    { isWarning: true, field: "contactName", code: "import_contact_taken", count: 1 },
  ]);
});
