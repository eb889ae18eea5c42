import { writeFile } from "node:fs/promises";
import { sql } from "kysely";
import { describe, expect } from "vitest";
import { type TestApp, test } from "#app/testing.ts";
import { givenNumberSeries, runJobs, runToEnd, upload } from "#imports/testing.ts";
import { pngOf } from "#pictures/testing.ts";
import { importFile } from "../import-files.ts";

/** Card `at` of a file: a company of its own name with what stands in the line. */
const card = (name: string, photo: string, version = "3.0") =>
  `BEGIN:VCARD\r\nVERSION:${version}\r\nFN:${name}\r\nORG:${name}\r\n${photo}\r\nEND:VCARD\r\n`;

const folded = (line: string) => line.replace(/(.{74})(?=.)/g, "$1\r\n ");
const inline = (bytes: Buffer) => folded(`PHOTO;ENCODING=b;TYPE=PNG:${bytes.toString("base64")}`);
const asData = (bytes: Buffer) => folded(`PHOTO:data:image/png;base64,${bytes.toString("base64")}`);

async function imported(app: TestApp, cards: readonly string[], dryRun = false) {
  const admin = await app.as("crmAdmin");
  const file = { fileName: "cards.vcf", contentType: "text/vcard" };
  const { body } = await upload(admin, Buffer.from(card("Pieni Oy", "NOTE:-")), file);
  // More than the server of the tests takes as an upload.
  await writeFile(importFile(app.dataFolder, body.id), cards.join(""));
  const result = await runToEnd(admin, body.id, dryRun);
  const problems = (await admin.get(`/imports/${body.id}/problems`)).body.items as {
    rowNumber: number;
    code: string;
    isWarning: boolean;
  }[];
  return { admin, result: result.body, problems };
}

async function pictureOf(app: TestApp, name: string) {
  const admin = await app.as("crmAdmin");
  const { rows } = await sql<{ no: string }>`select no from contacts where name = ${name}`.execute(app.owner);
  return admin.get(`/contacts/${rows[0]!.no}/image`);
}

describe("pictures of imported cards", () => {
  test("become those of the contacts, of versions 3.0 and 4.0, and once", async ({ app }) => {
    await givenNumberSeries(app);
    runJobs(app);
    const [one, two] = [pngOf(20, 10, 1), pngOf(10, 20, 2)];
    const cards = [card("Kolme Oy", inline(one)), card("Neljä Oy", asData(two), "4.0")];

    const { result, problems } = await imported(app, cards);

    expect(result).toMatchObject({ created: 2, failed: 0 });
    expect(problems).toEqual([]);
    expect((await pictureOf(app, "Kolme Oy")).bytes.equals(one)).toBe(true);
    expect((await pictureOf(app, "Neljä Oy")).bytes.equals(two)).toBe(true);
  });

  test("that cannot be had are warnings: the contact is imported all the same", async ({ app }) => {
    runJobs(app);
    const huge = Buffer.concat([pngOf(8, 8), Buffer.alloc(2_050_000)]);
    const cards = [
      card("Linkki Oy", "PHOTO;VALUE=URI:https://kuva.example/a.jpg"),
      card("Teksti Oy", `PHOTO;ENCODING=b:${Buffer.from("<svg onload=alert(1)>").toString("base64")}`),
      card("Suuri Oy", inline(huge)),
      card("Jättiläinen Oy", `PHOTO;ENCODING=b:${"A".repeat(6_000_000)}`),
      card("Leveä Oy", inline(pngOf(5_000, 2))),
      card("Rikki Oy", "PHOTO;ENCODING=b:iVBORw0KGgo="),
      card("Monta Oy", Array.from({ length: 50 }, (_, at) => inline(pngOf(9, 9, at))).join("\r\n")),
    ];

    const dry = await imported(app, cards, true);
    const { result, problems } = await imported(app, cards);

    expect(result).toMatchObject({ created: cards.length, failed: 0 });
    const told = problems.map(({ rowNumber, code, isWarning }) => [rowNumber, code, isWarning]);
    expect(told).toEqual([
      [1, "image_linked", true],
      [2, "image_kind", true],
      [3, "file_too_large", true],
      [4, "file_too_large", true],
      [5, "image_side", true],
      [6, "image_kind", true],
    ]);
    expect(dry.problems.map(({ rowNumber, code }) => [rowNumber, code])).toEqual(
      told.map(([rowNumber, code]) => [rowNumber, code]),
    );
    expect((await pictureOf(app, "Suuri Oy")).status).toBe(404);
    expect((await pictureOf(app, "Monta Oy")).bytes.equals(pngOf(9, 9, 0))).toBe(true);
  });

  test("many large ones are stored in several batches, each once", async ({ app }) => {
    runJobs(app);
    const cards = Array.from({ length: 12 }, (_, at) =>
      card(`Paljon ${at} Oy`, inline(Buffer.concat([pngOf(8, 8, at), Buffer.alloc(1_500_000)]))),
    );

    const { result, problems } = await imported(app, cards);

    expect(result).toMatchObject({ created: 12, failed: 0 });
    expect(problems).toEqual([]);
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from contact_images i join contacts c on c.id = i.contact_id
       where c.name like 'Paljon %'`.execute(app.owner);
    expect(rows[0]!.count).toBe(12);
  });
});
