import { describe, expect } from "vitest";
import { clientWith, type TestApp, test } from "#app/testing.ts";
import { given } from "#contacts/testing.ts";
import { givenBrowser } from "#users/testing.ts";
import { basicOf, bookPath, davClient } from "./testing.ts";

const path = "/session/address-book-tokens";

/** Somebody signed in, with a token for a device. */
async function givenOwner(app: TestApp, name = "Telephone") {
  const { user, browser } = await givenBrowser(app);
  const { status, headers, body } = await browser.post(path, { name });
  const statusOfBook = async () =>
    (await davClient(app, basicOf(user.email, body.secret)).propfind(bookPath, 0, "D:resourcetype")).status;
  return { user, browser, created: { status, headers, body }, statusOfBook };
}

describe("tokens for the address book of one's own devices", () => {
  test("are made from a session, shown once, and listed with their last use", async ({ app }) => {
    const { browser, user, created } = await givenOwner(app, "Telephone of Aino");
    const { secret, ...token } = created.body;

    const unused = await browser.get(path);
    await davClient(app, basicOf(user.email, secret)).propfind(bookPath, 0, "D:resourcetype");
    const used = await browser.get(path);

    expect(created.status).toBe(201);
    expect(created.headers.location).toBe(`/api/v1${path}/${token.id}`);
    expect(secret).toMatch(/^rap_[\w-]{43}$/);
    expect(token).toMatchObject({
      name: "Telephone of Aino",
      rights: ["contacts.read"],
      addressBookOnly: true,
      userName: user.userName,
      expiresAt: null,
      lastUsedAt: null,
    });
    expect(unused.body.items).toEqual([token]);
    expect(used.body.items).toEqual([{ ...token, lastUsedAt: app.clock.now.toISOString() }]);
    expect(used.text).not.toContain(secret);
  });

  test("open the address book and nothing else", async ({ app }) => {
    const { created, user, statusOfBook } = await givenOwner(app);
    const { id, no } = await given.contact(app, { type: "person", email: "aino@halla.example" });
    const program = clientWith(app.api, { authorization: `Bearer ${created.body.secret}` });

    const answers = await Promise.all(
      ["/contacts", `/contacts/${no}`, "/session", path, "/campaigns"].map((address) => program.get(address)),
    );

    expect(answers.map(({ status, body }) => [status, body.code])).toEqual(
      answers.map(() => [403, "token_for_address_book"]),
    );
    expect((await program.post(path, { name: "Another" })).status).toBe(403);
    expect(await statusOfBook()).toBe(207);
    const phone = davClient(app, basicOf(user.email, created.body.secret));
    expect((await phone.send("GET", `${bookPath}${id}.vcf`)).text).toContain("aino@halla.example");
  });

  test("are refused at once when they are revoked; others stay", async ({ app }) => {
    const { browser, created, user, statusOfBook } = await givenOwner(app);
    const other = (await browser.post(path, { name: "Tablet" })).body;
    expect(await statusOfBook()).toBe(207);

    expect((await browser.delete(`${path}/${created.body.id}`)).status).toBe(204);

    expect(await statusOfBook()).toBe(401);
    expect((await browser.get(path)).body.items.map(({ name }: { name: string }) => name)).toEqual([
      "Tablet",
    ]);
    const tablet = davClient(app, basicOf(user.email, other.secret));
    expect((await tablet.propfind(bookPath, 0, "D:resourcetype")).status).toBe(207);
  });

  test("of others are not there, nor are one's own tokens of another kind", async ({ app }) => {
    const { created, statusOfBook } = await givenOwner(app);
    const stranger = await givenOwner(app);
    const admin = await app.as("admin");
    const { body: wider } = await admin.post("/tokens", {
      name: "Script",
      role: "crmUser",
      rights: ["contacts.read"],
      userName: stranger.user.userName,
    });

    for (const id of [created.body.id, wider.id, 999_999_999]) {
      const answer = await stranger.browser.delete(`${path}/${id}`);
      expect([id, answer.status, answer.body.code]).toEqual([id, 404, "token_not_found"]);
    }
    const listed = (await stranger.browser.get(path)).body.items;
    expect(listed.map(({ id }: { id: number }) => id)).toEqual([stranger.created.body.id]);
    expect(await statusOfBook()).toBe(207);
  });

  test("take a person: no token makes or lists any", async ({ app }) => {
    const program = await app.as("crmUser");

    const answers = [
      await program.post(path, { name: "Telephone" }),
      await program.get(path),
      await program.delete(`${path}/1`),
    ];

    expect(answers.map(({ status, body }) => [status, body.code])).toEqual(
      answers.map(() => [403, "session_required"]),
    );
  });

  test("end with their user", async ({ app }) => {
    const { user, statusOfBook } = await givenOwner(app);
    const admin = await app.as("admin");

    await admin.patch(`/users/${user.id}`, { disabled: true });

    expect(await statusOfBook()).toBe(401);
  });
});
