import { readdir, writeFile } from "node:fs/promises";
import { buffer } from "node:stream/consumers";
import { expect } from "vitest";
import { fromBuffer } from "yauzl";
import { type TestApp, test, testContext } from "#app/testing.ts";
import { uploadTo } from "#attachments/testing.ts";
import { runJobs } from "#imports/testing.ts";
import { givenIn, givenTemplate, unique } from "#interactions/testing.ts";
import { givenCycle } from "#opportunities/testing.ts";
import { pngOf } from "#pictures/testing.ts";
import { sure } from "../testing.ts";
import { archiveFolder } from "./archive-files.ts";
import { exportKinds } from "./export-kinds.ts";
import { deleteOldExports } from "./exports.commands.ts";

/** The files of an archive by their names. */
function unzip(bytes: Buffer): Promise<ReadonlyMap<string, Buffer>> {
  return new Promise((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true }, (error, zip) => {
      if (error) return reject(error);
      const files = new Map<string, Buffer>();
      zip.on("error", reject).on("end", () => resolve(files));
      zip.on("entry", (entry) => {
        zip.openReadStream(entry, async (problem, stream) => {
          if (problem) return reject(problem);
          files.set(entry.fileName, await buffer(stream));
          zip.readEntry();
        });
      });
      zip.readEntry();
    });
  });
}

async function archiveOf(app: TestApp, no: string) {
  const admin = await app.as("crmAdmin");
  const made = await admin.post(`/contacts/${no}/privacy-export`, undefined, { prefer: "wait=60" });
  expect(made.status, made.text).toBe(200);
  const file = await admin.get(`/privacy-exports/${made.body.exportId}/file`);
  expect(file.headers["content-disposition"]).toContain(no);
  const files = await unzip(file.bytes);
  const json = (name: string) => JSON.parse(files.get(`${name}.json`)!.toString());
  return { files, json, made: made.body };
}

test("contacts §10 (B9) an archive holds everything about a contact, its files, and says what it holds", async ({
  app,
}) => {
  runJobs(app);
  const given = givenIn(app.owner);
  const { code: salespersonCode } = await given.salesperson();
  const { code: interactionTemplateCode } = await givenTemplate(app);
  const { no } = await given.contact({
    type: "person",
    name: "Pinja Pihlaja",
    email: "pinja@pihlaja.example",
  });
  const other = await given.contact({ name: "Aivan Muu Oy" });
  const admin = await app.as("crmAdmin");
  const upload = await uploadTo(admin, "/attachments", "What we wrote", "letter to Pinja?.txt");
  const interaction = { interactionTemplateCode, salespersonCode, date: "2026-03-04", time: "09:30:00" };
  const logged = await admin.post("/interactions", {
    ...interaction,
    contactNo: no,
    subject: "Price list",
    comments: ["She wants it by Friday"],
    attachment: { attachmentNo: upload.body.attachmentNo },
  });
  expect(logged.status, logged.text).toBe(201);
  await admin.post("/interactions", { ...interaction, contactNo: other.no, subject: "Nothing of hers" });
  await admin.post(`/contacts/${no}/comments`, { text: "Prefers mornings" });
  await admin.put(`/contacts/${no}/consents/email/NEWS`, { granted: true });
  await admin.post("/tasks", {
    no: unique("T"),
    description: "Call Pinja",
    contactNo: no,
    salespersonCode,
    date: "2026-12-01",
  });

  const segment = await admin.post("/segments", { no: unique("SM") });
  for (const contactNo of [no, other.no]) {
    const line = { contactNo, description: contactNo === no ? "Letter to Pinja" : "Nothing of hers" };
    expect((await admin.post(`/segments/${segment.body.no}/lines`, line)).status).toBe(201);
  }

  const { files, json, made } = await archiveOf(app, no);

  expect(json("contact")).toMatchObject([{ no, name: "Pinja Pihlaja", email: "pinja@pihlaja.example" }]);
  expect(json("interactions")).toMatchObject([
    {
      entryNo: logged.body.entryNo,
      date: "2026-03-04",
      time: "09:30:00",
      subject: "Price list",
      interactionTemplateCode,
      salespersonCode,
      comments: [{ text: "She wants it by Friday" }],
    },
  ]);
  expect(json("comments")).toMatchObject([{ text: "Prefers mornings" }]);
  expect(json("consents")).toMatchObject([{ channel: "email", purpose: "NEWS", granted: true }]);
  expect(json("tasks")).toMatchObject([{ description: "Call Pinja" }]);
  expect(json("segment-lines")).toMatchObject([
    { segmentNo: segment.body.no, lineNo: 10_000, description: "Letter to Pinja" },
  ]);
  expect(json("audit-trail").map(({ action }: { action: string }) => action)).toContain("contact.exported");
  const attached = [...files.keys()].filter((name) => name.startsWith("files/"));
  expect(attached).toEqual([expect.stringMatching(/^files\/\d+-letter to Pinja_\.txt$/)]);
  expect(files.get(attached[0]!)!.toString()).toBe("What we wrote");
  expect([...files.values()].some((bytes) => bytes.includes("Nothing of hers"))).toBe(false);
  const readme = files.get("README.txt")!.toString();
  for (const { file } of exportKinds) {
    expect(files.has(`${file}.json`), file).toBe(true);
    expect(readme).toContain(`${file}.json`);
  }
  expect(readme).not.toContain("privacy.archive");
  expect(readme).toMatch(/salespersonCode – \S+.* \/ \S+/);
  expect(made.files).toBe(files.size);
});

/**
 * Writes a word of its own about a contact wherever the endpoints take one.
 *
 * @returns the words
 */
async function writeAbout(app: TestApp, no: string, whose: string) {
  const { code: salespersonCode } = await givenIn(app.owner).salesperson();
  const { code: interactionTemplateCode } = await givenTemplate(app);
  const salesCycleCode = await givenCycle(app);
  const admin = sure(await app.as("crmAdmin"));
  const words: string[] = [];
  const say = (place: string) => {
    words.push(`${whose}-${place}`);
    return `${whose}-${place}`;
  };
  const first = unique("OLD");
  await admin.post("/contacts", {
    no: first,
    type: "person",
    firstName: say("first"),
    surname: say("birth"),
  });
  await admin.patch(`/contacts/${first}`, { surname: say("married") });
  await admin.patch(`/contacts/${first}`, { no, address: say("address"), jobTitle: say("title") });
  const path = `/contacts/${no}`;
  await admin.post(`${path}/alternative-addresses`, { code: "HOLIDAY", address: say("holiday") });
  await admin.post(`${path}/comments`, { text: say("comment") });
  await admin.put(`${path}/consents/email/NEWS`, {
    granted: true,
    givenBy: say("giver"),
    evidence: say("evidence"),
  });
  await admin.put(`${path}/image`, pngOf(8, 6), {
    "content-type": "application/octet-stream",
    "x-file-name": `${whose}.png`,
  });
  const upload = await uploadTo(
    await app.as("crmAdmin"),
    "/attachments",
    say("content"),
    `${say("file")}.txt`,
  );
  const interaction = { contactNo: no, interactionTemplateCode, salespersonCode };
  const { body: logged } = await admin.post("/interactions", {
    ...interaction,
    subject: say("subject"),
    description: say("description"),
    contactVia: say("via"),
    comments: [say("interaction-comment")],
    attachment: { attachmentNo: upload.body.attachmentNo },
  });
  await admin.post(`/interaction-log-entries/${logged.entryNo}/cancel`, { reason: say("cancel") });
  await admin.post("/interactions", { ...interaction, description: say("postponed"), postponed: true });
  const { body: draft } = await admin.post("/interaction-drafts", { contactNo: no });
  await admin.patch(`/interaction-drafts/${draft.id}`, { subject: say("draft") });
  const task = { contactNo: no, salespersonCode, date: "2026-12-01" };
  await admin.post("/tasks", {
    ...task,
    no: unique("T"),
    type: "meeting",
    startTime: "09:00:00",
    durationSec: 3600,
    description: say("task"),
    location: say("place"),
  });
  const taskNo = unique("T");
  await admin.post("/tasks", { ...task, no: taskNo, description: say("deleted-task") });
  await admin.delete(`/tasks/${taskNo}`);
  const dealNo = unique("O");
  await admin.post("/opportunities", {
    no: dealNo,
    description: say("opportunity"),
    contactNo: no,
    salespersonCode,
    salesCycleCode,
  });
  await admin.post(`/opportunities/${dealNo}/comments`, { text: say("opportunity-comment") });
  const segment = unique("SM");
  await admin.post("/segments", { no: segment });
  await admin.post(`/segments/${segment}/lines`, { contactNo: no, description: say("line") });
  const duplicate = unique("DUP");
  await admin.post("/contacts", { no: duplicate, type: "person", name: say("duplicate") });
  await admin.post(`/contacts/${duplicate}/comments`, { text: say("duplicate-comment") });
  await admin.post(`${path}/merge`, { duplicateNo: duplicate, confirm: true, autoResolve: true });
  return words;
}

test("contacts §10 (B9) every word that was written about a contact is in its archive, and none about another", async ({
  app,
}) => {
  runJobs(app);
  const own = unique("OWN");
  const mine = await writeAbout(app, own, "mine");
  await writeAbout(app, unique("OTHER"), "theirs");

  const { files } = await archiveOf(app, own);

  const all = Buffer.concat([...files].flatMap(([name, bytes]) => [Buffer.from(name), bytes])).toString();
  expect(mine.filter((word) => !all.includes(word))).toEqual([]);
  expect(all.match(/theirs-[a-z-]+/g)).toBeNull();
  expect([...files.keys()].filter((name) => name.endsWith(".png"))).toHaveLength(1);
});

test("of a contact with many interactions every one is there, however many are read at once", async ({
  app,
}) => {
  runJobs(app);
  const { no } = await givenIn(app.owner).contact();
  const { code: interactionTemplateCode } = await givenTemplate(app);
  const { code: salespersonCode } = await givenIn(app.owner).salesperson();
  const admin = await app.as("crmAdmin");
  for (let batch = 0; batch < 3; batch++) {
    const items = Array.from({ length: 400 }, () => ({
      contactNo: no,
      interactionTemplateCode,
      salespersonCode,
    }));
    expect((await admin.post("/interactions/batch", { items })).status).toBeLessThan(300);
  }

  const { json } = await archiveOf(app, no);

  const entryNos = json("interactions").map(({ entryNo }: { entryNo: number }) => entryNo);
  expect(new Set(entryNos).size).toBe(1_200);
});

test("what a killed program left of archives is cleaned up, and what is there stays", async ({ app }) => {
  runJobs(app);
  const { no } = await givenIn(app.owner).contact();
  const { made } = await archiveOf(app, no);
  const folder = archiveFolder(app.dataFolder);
  await writeFile(`${folder}/7a3c2b7e-0000-4000-8000-000000000000.zip.part`, "half an archive");
  const stay = async (now: string) => {
    await deleteOldExports(testContext(app.db, { now: new Date(now) }), app.dataFolder);
    return readdir(folder);
  };

  const kept = await stay("2026-11-24T00:00:00Z");
  expect(kept).toContain(`${made.exportId}.zip`);
  expect(kept.some((name) => name.endsWith(".part"))).toBe(false);
  expect(await stay("2026-12-24T00:00:00Z")).toEqual([]);
});
