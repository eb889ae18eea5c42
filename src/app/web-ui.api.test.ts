import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { describe, expect, onTestFinished } from "vitest";
import { createApp } from "./server.ts";
import { type TestDatabase, test } from "./testing.ts";
import { serveWebUi } from "./web-ui.ts";

const script = "console.log('a script long enough to be worth squeezing');".repeat(20);

async function openApp({ db, keys }: TestDatabase) {
  const folder = await mkdtemp(path.join(tmpdir(), "rapport-web-"));
  await mkdir(path.join(folder, "assets"));
  await writeFile(path.join(folder, "index.html"), "<!doctype html><title>Rapport</title>");
  await writeFile(path.join(folder, "icon.svg"), "<svg/>");
  await writeFile(path.join(folder, ".built-from"), "secret");
  await writeFile(path.join(folder, "assets/app-1a2b3c.js"), script);
  await writeFile(path.join(folder, "assets/app-1a2b3c.js.gz"), gzipSync(script));
  const { server, ...api } = await createApp({
    db,
    keys,
    config: {
      baseUrl: null,
      bodyLimitBytes: 1_000,
      trustProxy: false,
      logLevel: "silent",
      secret: "a secret of at least thirty-two characters",
      dataFolder: tmpdir(),
      uploadLimitBytes: 1_000,
    },
  });
  expect(await serveWebUi({ server, ...api }, folder)).toBe(true);
  onTestFinished(async () => {
    await server.close();
    await rm(folder, { recursive: true });
  });
  return (url: string, headers = {}) => server.inject({ url, headers });
}

describe("the web UI", () => {
  test("every address of a page is the one page, asked for anew each time", async ({ database }) => {
    const get = await openApp(database);

    for (const address of [
      "/",
      "/contacts/CT1.5",
      "/apiary",
      "/index.html",
      "/.built-from",
      "/assets/../index.html",
    ]) {
      const answer = await get(address);
      expect([address, answer.statusCode]).toEqual([address, 200]);
      expect(answer.payload).toContain("<title>Rapport</title>");
      expect(answer.headers["cache-control"]).toBe("no-cache");
      expect(answer.headers["content-security-policy"]).toContain("default-src 'self'");
    }
  });

  test("files with a hash in their name are kept for good, squeezed where the browser understands it", async ({
    database,
  }) => {
    const get = await openApp(database);

    const plain = await get("/assets/app-1a2b3c.js");
    const squeezed = await get("/assets/app-1a2b3c.js", { "accept-encoding": "gzip" });
    const icon = await get("/icon.svg");

    expect(plain.headers["cache-control"]).toBe("public, max-age=31536000, immutable");
    expect(plain.payload).toBe(script);
    expect(plain.headers["content-type"]).toContain("javascript");
    expect(squeezed.headers["content-encoding"]).toBe("gzip");
    expect(gunzipSync(squeezed.rawPayload).toString()).toBe(script);
    expect(icon.headers["cache-control"]).toBe("public, max-age=3600");
  });

  test("what is not there is not found", async ({ database }) => {
    const get = await openApp(database);

    for (const address of ["/assets/gone-9z.js", "/api/v1/nothing", "/api", "/%E0%A4%A", "/metrics/x"]) {
      const answer = await get(address);
      expect([address, [400, 404].includes(answer.statusCode)]).toEqual([address, true]);
      expect(answer.headers["content-type"]).toContain("application/problem+json");
    }
  });

  test("without a built web UI only the API is served", async ({ app }) => {
    expect(await serveWebUi(app.api, path.join(tmpdir(), "nothing-here"))).toBe(false);
  });
});
