import { describe, expect } from "vitest";
import { test } from "#app/testing.ts";
import { given } from "#contacts/testing.ts";
import { basicOf, bookPath, davClient, givenDevice } from "./testing.ts";

const methods = [
  "OPTIONS",
  "GET",
  "HEAD",
  "PROPFIND",
  "REPORT",
  "PUT",
  "POST",
  "DELETE",
  "PROPPATCH",
  "MKCOL",
  "MOVE",
  "LOCK",
];
const paths = [
  "/dav/",
  "/dav/principals/user-1/",
  "/dav/address-books/",
  bookPath,
  `${bookPath}1.vcf`,
  "/dav/nowhere",
];

describe("who may read", () => {
  test("nobody without a token that may read contacts, by any method at any address", async ({ app }) => {
    const narrow = await givenDevice(app, { narrowedTo: ["setup.read"] });
    for (const path of paths)
      for (const method of methods) {
        const anonymous = await davClient(app, null).send(method, path);
        expect([method, path, anonymous.status]).toEqual([method, path, 401]);
        expect([anonymous.headers["www-authenticate"]].flat()[0]).toContain("Basic ");
        const refused = await davClient(app, narrow.authorization).send(method, path);
        expect([method, path, refused.status]).toEqual([method, path, 403]);
      }
  });

  test("a token as password beside its own user's address or name, or alone; revoked ones not", async ({
    app,
  }) => {
    const { user, secret, tokenId } = await givenDevice(app);
    const status = async (authorization: string) =>
      (await davClient(app, authorization).propfind("/dav/", 0, "D:resourcetype")).status;

    expect(await status(basicOf(user.email.toUpperCase(), secret))).toBe(207);
    expect(await status(basicOf(user.userName, secret))).toBe(207);
    expect(await status(`Bearer ${secret}`)).toBe(207);
    expect(await status(basicOf("somebody@else.example", secret))).toBe(401);
    const admin = await app.as("admin");
    await admin.delete(`/tokens/${tokenId}`);
    expect(await status(basicOf(user.email, secret))).toBe(401);
  });

  test("wrong passwords wait, a right one never does", async ({ app }) => {
    const { user, authorization } = await givenDevice(app);
    const wrong = davClient(app, basicOf(user.email, "rap_wrong"));
    const statuses: number[] = [];
    for (let attempt = 0; attempt < 7; attempt++)
      statuses.push((await wrong.propfind("/dav/", 0, "D:resourcetype")).status);

    expect(statuses.at(-1)).toBe(429);
    expect((await davClient(app, authorization).propfind("/dav/", 0, "D:resourcetype")).status).toBe(207);
  });
});

test("nothing can be written", async ({ app }) => {
  const { authorization } = await givenDevice(app);
  const { id } = await given.contact(app, { type: "person", email: "a@halla.example" });
  for (const method of ["PUT", "DELETE", "PROPPATCH", "MKCOL", "MOVE", "POST"]) {
    const answer = await davClient(app, authorization).send(method, `${bookPath}${id}.vcf`, "BEGIN:VCARD");
    expect([method, answer.status]).toEqual([method, 403]);
    expect(answer.text).toContain("<D:need-privileges/>");
  }
});

describe("nonsense has a clear answer", () => {
  const bomb = `<!DOCTYPE b [<!ENTITY a "ha"><!ENTITY c "&a;&a;&a;">]><D:propfind xmlns:D="DAV:"><D:prop><D:x>&c;</D:x></D:prop></D:propfind>`;
  for (const [what, method, body, headers, status] of [
    ["entities", "PROPFIND", bomb, { depth: "0" }, 400],
    ["no XML", "PROPFIND", "{}", { depth: "0" }, 400],
    ["half of it", "REPORT", "<a>", {}, 400],
    ["an unknown prefix", "REPORT", "<x:a/>", {}, 400],
    ["deep XML", "REPORT", "<a>".repeat(50_000), {}, 400],
    ["an endless body", "REPORT", "x".repeat(8_000_001), {}, 413],
    ["an endless depth", "PROPFIND", "", { depth: "infinity" }, 403],
    ["no depth", "PROPFIND", "", {}, 403],
    ["an unknown report", "REPORT", '<D:expand-property xmlns:D="DAV:"/>', {}, 403],
    ["no report", "REPORT", "", {}, 400],
  ] as const)
    test(`${what}`, async ({ app }) => {
      const { authorization } = await givenDevice(app);

      const answer = await davClient(app, authorization).send(method, bookPath, body, headers);

      expect(answer.status).toBe(status);
      expect(answer.headers["content-type"]).toContain("application/xml");
      expect(answer.text).toContain("<D:error");
    });
});
