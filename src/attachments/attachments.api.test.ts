import { createHash, randomBytes } from "node:crypto";
import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from "node:fs/promises";
import { request as httpRequest } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { describe, expect, onTestFinished } from "vitest";
import { jobWorks } from "#app/jobs.ts";
import { test, testContext } from "#app/testing.ts";
import { startTestWorker } from "#platform/jobs/testing.ts";
import { createToken } from "#users/index.ts";
import { spoolFolder, tidyAttachments } from "./index.ts";
import { countStored, storeIn, uploadTo } from "./testing.ts";

const sha256 = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");

async function spooledFiles(dataFolder: string): Promise<string[]> {
  return readdir(join(dataFolder, "files", "uploads")).catch(() => []);
}

describe("uploading a file", () => {
  test.for(["embedded", "file"] as const)(
    "keeps its bytes once (%s) and says what it is",
    async (store, { app }) => {
      await storeIn(app, store);
      const user = await app.as("crmUser");
      const bytes = Buffer.concat([Buffer.from("%PDF-1.7\n"), randomBytes(1_500_000)]);
      const before = await countStored(app);

      const first = await uploadTo(user, "/attachments", Readable.from([bytes]), "Tarjous 2026.PDF");
      const second = await uploadTo(user, "/attachments", bytes, "copy.pdf");

      expect(first.status, first.text).toBe(201);
      expect(first.body).toMatchObject({
        fileName: "Tarjous 2026.PDF",
        fileExtension: "pdf",
        mimeType: "application/pdf",
        size: bytes.length,
        sha256: sha256(bytes),
        storageType: store,
        readOnly: false,
        preview: "pdf",
      });
      expect((await user.get(`/attachments/${first.body.attachmentNo}`)).body).toEqual(first.body);
      const after = await countStored(app);
      expect(after.attachments - before.attachments).toBe(2);
      expect(after.blobs - before.blobs).toBe(1);
      expect(second.body.attachmentNo).toBeGreaterThan(first.body.attachmentNo);
      expect(await spooledFiles(app.dataFolder)).toEqual([]);
      await storeIn(app, "embedded");
    },
  );

  test.for([
    ["kuva.png", "<script>alert(1)</script>", "text/plain", "text"],
    ["page.html", "<b>Hei</b>", "text/html", "html"],
    ["virus.pdf", "MZ\u0000\u0001", "application/octet-stream", null],
    ["table.csv", "a;b\n1;2", "text/csv", "text"],
  ] as const)("%s is what its bytes say", async ([name, content, mimeType, preview], { app }) => {
    const user = await app.as("crmUser");

    const uploaded = await uploadTo(user, "/attachments", Buffer.from(content), name);

    expect(uploaded.body).toMatchObject({ fileName: name, mimeType, preview });
  });

  test("a name in every script comes back as it was, without folders", async ({ app }) => {
    const user = await app.as("crmUser");
    const name = "Åäö 日本語 עברית 👩‍💻 é.txt";

    const uploaded = await uploadTo(user, "/attachments", Buffer.from("x"), `..\\..\\etc/${name}`);

    expect(uploaded.body.fileName).toBe(name.normalize("NFC"));
  });

  test("zero bytes, too many bytes and a missing right leave nothing behind", async ({ app }) => {
    const user = await app.as("crmUser");
    const before = await countStored(app);

    const empty = await uploadTo(user, "/attachments", Buffer.alloc(0));
    const large = await uploadTo(user, "/attachments", Buffer.alloc(2 * 1024 * 1024 + 1));
    const chunked = await uploadTo(
      user,
      "/attachments",
      Readable.from([Buffer.alloc(1024 * 1024), Buffer.alloc(1024 * 1024), Buffer.alloc(1)]),
    );
    const viewer = await uploadTo(await app.as("viewer"), "/attachments", Buffer.from("x"));

    expect([empty.status, empty.body.code]).toEqual([400, "file_empty"]);
    expect([large.status, large.body.code]).toEqual([413, "file_too_large"]);
    expect([chunked.status, chunked.body.code]).toEqual([413, "file_too_large"]);
    expect(viewer.status).toBe(403);
    expect(await countStored(app)).toEqual(before);
    expect(await spooledFiles(app.dataFolder)).toEqual([]);
  });

  test("one that is cut off in the middle leaves nothing behind", async ({ app }) => {
    await app.as("crmUser");
    await app.api.server.listen({ port: 0, host: "127.0.0.1" });
    const { port } = app.api.server.server.address() as AddressInfo;
    const before = await countStored(app);
    const token = await tokenOf(app);

    await new Promise<void>((resolve) => {
      const request = httpRequest({
        port,
        host: "127.0.0.1",
        method: "POST",
        path: "/api/v1/attachments?fileName=half.bin",
        headers: {
          authorization: `Bearer ${token}`,
          "content-type": "application/octet-stream",
          "content-length": 1_000_000,
        },
      });
      request.on("error", () => resolve());
      request.write(randomBytes(300_000), () => setTimeout(() => request.destroy(), 150));
    });

    await expect.poll(() => spooledFiles(app.dataFolder)).toEqual([]);
    expect(await countStored(app)).toEqual(before);
  });
});

async function tokenOf(app: Parameters<typeof countStored>[0]): Promise<string> {
  const { secret } = await createToken(testContext(app.db), {
    name: "cut off",
    role: "crmUser",
    narrowedTo: null,
  });
  return secret;
}

describe("the disk store", () => {
  test("one that is gone says so, keeps nothing, and works again when it is back", async ({ app }) => {
    const user = await app.as("crmUser");
    const disk = await mkdtemp(join(tmpdir(), "rapport-disk-"));
    await app.owner
      .updateTable("marketing_setup")
      .set({ attachment_storage_type: "file", attachment_storage_location: disk })
      .execute();
    const kept = await uploadTo(user, "/attachments", Buffer.from("kept"), "kept.txt");
    expect(kept.status, kept.text).toBe(201);
    await rm(disk, { recursive: true });
    const before = await countStored(app);

    const refused = await uploadTo(user, "/attachments", Buffer.from("lost"), "lost.txt");

    expect([refused.status, refused.body.code]).toEqual([503, "attachment_storage"]);
    expect((await countStored(app)).attachments).toBe(before.attachments);
    await app.owner.deleteFrom("attachments").where("no", "=", kept.body.attachmentNo).execute();
    await storeIn(app, "embedded");
  });

  test("what a killed program left half-arrived is deleted after an hour, what is under way is not", async ({
    app,
  }) => {
    const folder = spoolFolder(app.dataFolder);
    await mkdir(folder, { recursive: true });
    for (const name of ["left-over", "under-way"]) await writeFile(join(folder, name), "half");
    const ctx = testContext(app.db, { now: new Date() });
    const longAgo = new Date(ctx.now.getTime() - 2 * 60 * 60_000);
    await utimes(join(folder, "left-over"), longAgo, longAgo);

    await tidyAttachments(ctx, app.dataFolder);

    expect(await readdir(folder)).toEqual(["under-way"]);
    await rm(join(folder, "under-way"));
  });

  test("what nothing names is deleted after seven days, with its file", async ({ app }) => {
    await storeIn(app, "file");
    const user = await app.as("crmUser");
    const bytes = randomBytes(10);
    const uploaded = await uploadTo(user, "/attachments", bytes, "old.bin");
    const sha = sha256(bytes);
    const path = join(app.dataFolder, "files", "attachments", sha.slice(0, 2), sha.slice(2, 4), sha);
    expect(await readFile(path)).toEqual(bytes);
    await app.owner
      .updateTable("attachments")
      .set({ created_at: "2026-01-01T00:00:00Z" })
      .where("no", "=", uploaded.body.attachmentNo)
      .execute();

    await tidyAttachments(testContext(app.db), app.dataFolder);

    expect((await user.get(`/attachments/${uploaded.body.attachmentNo}`)).status).toBe(404);
    await expect(readFile(path)).rejects.toThrow("ENOENT");
    await storeIn(app, "embedded");
  });
});

describe("moving attachments to another store", () => {
  test("INT-105 leaves every one readable, from the new place, and nothing at the old one", async ({
    app,
  }) => {
    const user = await app.as("crmUser");
    const admin = await app.as("crmAdmin");
    const worker = startTestWorker(app, jobWorks(app));
    onTestFinished(() => worker.stop(0));
    await storeIn(app, "embedded");
    const contents = [randomBytes(1_400_000), randomBytes(20)];
    const nos: number[] = [];
    for (const [index, bytes] of contents.entries())
      nos.push((await uploadTo(user, "/attachments", bytes, `move${index}.bin`)).body.attachmentNo);
    const relocate = () => admin.post("/attachments/relocate", undefined, { prefer: "wait=30" });
    const storedAs = async (no: number) => (await user.get(`/attachments/${no}`)).body.storageType;
    const bytesOf = async (bytes: Buffer) => {
      const sha = sha256(bytes);
      return readFile(join(app.dataFolder, "files", "attachments", sha.slice(0, 2), sha.slice(2, 4), sha));
    };

    await storeIn(app, "file");
    const moved = await relocate();
    expect(moved.status, moved.text).toBe(200);
    expect(moved.body).toMatchObject({ failed: 0, failures: [] });
    expect(moved.body.moved).toBeGreaterThanOrEqual(2);
    for (const [index, no] of nos.entries()) {
      expect(await storedAs(no)).toBe("file");
      expect((await bytesOf(contents[index]!)).equals(contents[index]!)).toBe(true);
    }
    expect((await relocate()).body).toMatchObject({ moved: 0 });

    await rm(join(app.dataFolder, "files", "attachments", sha256(contents[1]!).slice(0, 2)), {
      recursive: true,
    });
    await storeIn(app, "embedded");
    const back = await relocate();

    expect(back.body).toMatchObject({
      failed: 1,
      failures: [{ attachmentNo: nos[1], code: "attachment_missing" }],
    });
    expect(await storedAs(nos[0]!)).toBe("embedded");
    await expect(bytesOf(contents[0]!)).rejects.toThrow("ENOENT");
  });

  test("takes the right to set up", async ({ app }) => {
    expect((await (await app.as("crmUser")).post("/attachments/relocate")).status).toBe(403);
  });
});
