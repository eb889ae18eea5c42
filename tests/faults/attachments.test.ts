import { createHash, randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, renameSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Client } from "../support/client.ts";
import { countOf, withOwner } from "../support/database.ts";
import { Installation, type RunningServer } from "../support/installation.ts";
import { beginUpload, memoryOf, receive, sendHalf, sendMegabytes } from "../support/raw-upload.ts";
import { foundSmallCompany, type Recordable } from "../support/small-company.ts";
import { until } from "../support/until.ts";

const MB = 1024 * 1024;
const LIMIT_MB = 200;
/** What the program may need more than before, whatever the size of the file (MB). */
const MOST_MORE_MB = 190;

const installation = new Installation();
let server: RunningServer;
let token: string;
let api: Client;
let call: Recordable;
/** The folder of the disk store, which is not the program's own: somebody mounts it. */
const disk = path.join(installation.folder, "mounted");

beforeAll(async () => {
  mkdirSync(disk);
  server = await installation.start();
  token = await installation.adminToken();
  api = new Client(server.url, token);
  [call] = (await foundSmallCompany(api)) as [Recordable];
});
afterAll(() => installation.remove());

const stores = ["embedded", "file"] as const;

async function storeIn(store: (typeof stores)[number]): Promise<void> {
  await api.change("/marketing-setup", {
    attachmentStorageType: store,
    attachmentStorageLocation: store === "file" ? disk : null,
  });
}

const upload = (name = "file.bin") => ({
  url: server.url,
  token,
  path: `/attachments?fileName=${encodeURIComponent(name)}`,
});
const ofTemplate = { path: "/interaction-templates/CALL/languages/-/attachment" };

const sha256 = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");

/** Nothing half-written, nothing orphaned: the program's own examination says so, and nothing is on its way any more. */
async function expectWhole(): Promise<void> {
  const spool = path.join(installation.dataFolder, "files", "uploads");
  await until("nothing waits in the spool", () => !existsSync(spool) || readdirSync(spool).length === 0);
  const doctor = await installation.run(["doctor"]);
  expect([doctor.code, doctor.stdout]).toEqual([0, expect.not.stringContaining("FAIL")]);
}

function counts() {
  return withOwner(installation.databaseUrl(), async (owner) => ({
    attachments: await countOf(owner, "attachments"),
    bytes: await countOf(owner, "attachment_chunks"),
  }));
}

describe.for(stores)("a file (%s)", (store) => {
  test(`of ${LIMIT_MB} MB comes and goes without being in memory`, async () => {
    await storeIn(store);
    // What the program needs anyway, it has by now.
    await sendMegabytes(upload(), 8);
    const before = memoryOf(server.child.pid!);

    const sent = await sendMegabytes(upload("large.bin"), LIMIT_MB);
    expect(sent).toMatchObject({ status: 201, body: { size: LIMIT_MB * MB, sha256: sent.sha256 } });
    const { entryNo } = await api.create("/interactions", {
      ...call,
      description: "A large one",
      attachment: { attachmentNo: sent.body.attachmentNo },
    });
    const got = await receive({ ...upload(), path: `/interaction-log-entries/${entryNo}/attachment` });

    expect(got).toEqual({ status: 200, sha256: sent.sha256, bytes: LIMIT_MB * MB, isBroken: false });
    const after = memoryOf(server.child.pid!);
    process.stdout.write(
      `${store}: ${before.nowMb.toFixed(0)} MB before, at most ${after.mostMb.toFixed(0)} MB\n`,
    );
    expect(after.mostMb - before.nowMb).toBeLessThan(MOST_MORE_MB);
    await expectWhole();
  });

  test("that is too large, empty or cut off in the middle leaves nothing behind", async () => {
    await storeIn(store);
    const before = await counts();

    const large = await sendMegabytes(upload(), LIMIT_MB + 1).catch(() => null);
    const empty = await api.send("POST", upload().path, new Uint8Array(), {
      "content-type": "application/octet-stream",
    });
    await sendHalf(upload(), 3 * MB, 30 * MB);
    await sendHalf({ ...upload(), ...ofTemplate, method: "PUT" }, 3 * MB, 30 * MB);

    // Refused before a byte was read; the sender may have been hung up on while it was still sending.
    if (large) expect([large.status, large.body.code]).toEqual([413, "file_too_large"]);
    expect([empty.status, empty.body.code]).toEqual([400, "file_empty"]);
    await expectWhole();
    expect(await counts()).toEqual(before);
  });

  test("that is replaced while it is read is read whole as it was, or not taken for whole", async () => {
    await storeIn(store);
    const put = (bytes: Buffer) =>
      api.send("PUT", `${ofTemplate.path}?replaceAttachment=true&fileName=price.bin`, bytes, {
        "content-type": "application/octet-stream",
      });
    const [former, next] = [randomBytes(40 * MB), randomBytes(5 * MB)];
    expect((await put(former)).status).toBe(200);

    const got = await receive({ ...upload(), ...ofTemplate }, async () => {
      expect((await put(next)).status).toBe(200);
    });

    if (got.isBroken) expect(got.bytes).toBeLessThan(former.length);
    else expect(got.sha256).toBe(sha256(former));
    expect(await receive({ ...upload(), ...ofTemplate })).toMatchObject({
      status: 200,
      sha256: sha256(next),
      isBroken: false,
    });
    await expectWhole();
    expect((await api.send("DELETE", ofTemplate.path, undefined)).status).toBe(204);
    await expectWhole();
  });

  test("is whole or not there when the program is killed while files arrive", async () => {
    await storeIn(store);
    const bytes = randomBytes(3 * MB);
    const acknowledged: number[] = [];
    const stop = beginUpload(upload("endless.bin"), 50 * MB);
    let isOver = false;
    const writer = (async () => {
      for (let turn = 0; !isOver; turn += 1) {
        bytes.writeUInt32BE(turn);
        const answer = await api
          .send("POST", upload(`turn${turn}.bin`).path, bytes, { "content-type": "application/octet-stream" })
          .catch(() => null);
        if (answer?.status === 201) acknowledged.push(answer.body.attachmentNo);
      }
    })();
    await until("some have arrived", () => acknowledged.length >= 3, 60_000);
    await server.kill();
    isOver = true;
    stop();
    await writer;

    server = await installation.start();
    api = new Client(server.url, token);
    for (const no of acknowledged) expect((await api.get(`/attachments/${no}`)).status, String(no)).toBe(200);
    // What had arrived by half is cleaned up within the hour; nothing refers to it.
    const doctor = await installation.run(["doctor"]);
    expect([doctor.code, doctor.stdout]).toEqual([0, expect.not.stringContaining("FAIL")]);
    const spool = path.join(installation.dataFolder, "files", "uploads");
    for (const name of readdirSync(spool))
      renameSync(path.join(spool, name), path.join(installation.folder, name));
  });
});

describe("what a file is called", () => {
  const names = [
    "Tarjous ÅÄÖ €.txt",
    "見積書 – 2026年.txt",
    "عرض السعر.txt",
    "הצעת מחיר.txt",
    "Предложение №5.txt",
    "प्रस्ताव.txt",
    "ใบเสนอราคา.txt",
    "👩‍👩‍👧 perhe 🇫🇮.txt",
    'say "hello"; filename=x.txt',
    "percent%20and+plus.txt",
    "CON.txt",
    "….txt",
  ];

  test.each(names)("%s comes back as it was", async (name) => {
    await storeIn("embedded");
    const bytes = Buffer.from(`of ${name}`);
    const uploaded = await api.send("POST", "/attachments", bytes, {
      "content-type": "application/octet-stream",
      "x-file-name": encodeURIComponent(name),
    });
    expect(uploaded.status, JSON.stringify(uploaded.body)).toBe(201);
    const { attachmentNo } = uploaded.body;
    const { entryNo } = await api.create("/interactions", {
      ...call,
      description: "Named",
      attachment: { attachmentNo },
    });

    const answer = await api.get(`/interaction-log-entries/${entryNo}/attachment`);

    const disposition = answer.headers.get("content-disposition") ?? "";
    const encoded = /filename\*=UTF-8''([^;]*)$/.exec(disposition)?.[1] ?? "";
    expect(decodeURIComponent(encoded)).toBe(uploaded.body.fileName);
    expect(uploaded.body.fileName).toBe(name.normalize("NFC"));
    // Old programs read this one: nothing in it ends it too early.
    expect(/^attachment; filename="[\x20-\x7e]*?"; filename\*=/.exec(disposition)?.[0]).not.toContain('""');
    expect(answer.body).toBe(bytes.toString());
  });

  test("never leads out of its folder, breaks a header or is longer than a name", async () => {
    const hostile = [
      "../../../etc/passwd",
      "C:\\Windows\\system.ini",
      "a\r\nSet-Cookie: x=1.txt",
      "\u0000\u0007.txt",
      `${"x".repeat(290)}.txt`,
    ];
    for (const name of hostile) {
      const { status, body } = await api.send("POST", "/attachments", Buffer.from(name), {
        "content-type": "application/octet-stream",
        "x-file-name": encodeURIComponent(name),
      });
      expect(status, name).toBe(201);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
      expect(body.fileName, name).not.toMatch(/[/\\\u0000-\u001f]/);
      expect(body.fileName.length).toBeLessThanOrEqual(200);
    }
    await expectWhole();
  });
});

describe("what a file says it is", () => {
  test("is not believed: its bytes say so, and nobody runs it", async () => {
    await storeIn("embedded");
    const page = Buffer.from("<html><script>alert(1)</script></html>");
    const asPicture = await api.send("POST", "/attachments?fileName=kuva.png", page, {
      "content-type": "image/png",
    });
    expect(asPicture.status).toBe(415);

    for (const [name, bytes, type] of [
      ["kuva.png", page, "text/plain"],
      ["lasku.pdf", Buffer.from("MZ\u0000\u0001"), "application/octet-stream"],
      ["teksti.txt", Buffer.from("%PDF-1.7\n"), "application/pdf"],
      [
        "taulukko.xlsx",
        Buffer.from("PK\u0003\u0004"),
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      ],
    ] as const) {
      const { body } = await api.send("POST", `/attachments?fileName=${name}`, bytes, {
        "content-type": "application/octet-stream",
      });
      expect(body.mimeType, name).toBe(type);
      const { entryNo } = await api.create("/interactions", {
        ...call,
        description: name,
        attachment: { attachmentNo: body.attachmentNo },
      });
      const answer = await api.get(`/interaction-log-entries/${entryNo}/attachment`);
      expect(answer.headers.get("content-disposition"), name).toMatch(/^attachment;/);
      expect(answer.headers.get("x-content-type-options"), name).toBe("nosniff");
      expect(answer.headers.get("content-security-policy"), name).toMatch(/default-src 'none'/);
    }
    await expectWhole();
  });
});

describe("the disk of the attachments", () => {
  test("goes away and comes back: said meanwhile, nothing half-kept, and everything readable again", async () => {
    await storeIn("file");
    const keep = async (bytes: Buffer) => {
      const { body } = await api.send("POST", upload("kept.bin").path, bytes, {
        "content-type": "application/octet-stream",
      });
      const { entryNo } = await api.create("/interactions", {
        ...call,
        description: "Kept on the disk",
        attachment: { attachmentNo: body.attachmentNo },
      });
      return `/interaction-log-entries/${entryNo}/attachment`;
    };
    const bytes = randomBytes(2 * MB);
    const kept = await keep(bytes);
    const before = await counts();

    renameSync(disk, `${disk}.away`);
    const refused = await api.send("POST", upload("lost.bin").path, randomBytes(MB), {
      "content-type": "application/octet-stream",
    });
    const unread = await api.get(kept);
    const sick = await installation.run(["doctor"]);

    expect([refused.status, refused.body.code]).toEqual([503, "attachment_storage"]);
    expect([unread.status, unread.body.code]).toEqual([503, "attachment_storage"]);
    expect(await counts()).toEqual(before);
    expect(sick.code).not.toBe(0);
    expect(sick.stdout).toMatch(/FAIL.*attachments on the disk have their bytes/);
    // The rest of the program goes on.
    await api.create("/interactions", { ...call, description: "Without a file" });
    expect(existsSync(disk)).toBe(false);

    renameSync(`${disk}.away`, disk);
    expect(await receive({ ...upload(), path: kept })).toMatchObject({ status: 200, sha256: sha256(bytes) });
    await keep(randomBytes(MB));
    await expectWhole();
    await server.stop();
  });
});
