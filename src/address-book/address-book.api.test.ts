import { sql } from "kysely";
import { describe, expect } from "vitest";
import { type TestApp, test } from "#app/testing.ts";
import { given } from "#contacts/testing.ts";
import { bookPath, davClient, givenDevice, settle } from "./testing.ts";

const hrefOf = ({ id }: { readonly id: number }) => `${bookPath}${id}.vcf`;
const etagsOf = (responses: readonly { href: string; text: string }[]) =>
  Object.fromEntries(
    responses.map(({ href, text }) => [href, /<D:getetag>(.*?)<\/D:getetag>/.exec(text)?.[1]]),
  );

/** Who is in the book, and who is not for one reason each. */
async function givenBook(app: TestApp) {
  const person = (overrides: object = {}) =>
    given.contact(app, { type: "person", email: "somebody@halla.example", ...overrides });
  const company = await given.contact(app, { email: "halla@halla.example" });
  const blockedCompany = await given.contact(app, { privacyBlocked: true });
  return {
    company,
    blockedCompany,
    aino: await person({
      name: "Aino <Routa> & Äijä",
      companyNo: company.no,
      mobilePhoneNo: "+358 40 555 0103",
    }),
    veikko: await person({ name: "Veikko Halla" }),
    outside: {
      company,
      nameless: await person({ name: null }),
      addressless: await person({ email: null }),
      blocked: await person({ privacyBlocked: true }),
      ofBlockedCompany: await person({ companyNo: blockedCompany.no }),
    },
  };
}

async function givenClient(app: TestApp) {
  const { authorization } = await givenDevice(app);
  return davClient(app, authorization);
}

describe("finding the address book", () => {
  test("the well-known address leads to it, whoever asks", async ({ app }) => {
    for (const method of ["GET", "PROPFIND"]) {
      const answer = await davClient(app, null).send(method, "/.well-known/carddav");
      expect([answer.status, answer.headers.location]).toEqual([301, "/dav/"]);
    }
  });

  test("from the root by principal and home to the book", async ({ app }) => {
    const client = await givenClient(app);

    const root = await client.propfind("/dav/", 0, "D:current-user-principal");
    const principal = /<D:current-user-principal><D:href>(.*?)<\/D:href>/.exec(root.text)![1]!;
    const own = await client.propfind(principal, 0, "C:addressbook-home-set", "D:displayname", "D:nonsense");
    const home = /<C:addressbook-home-set><D:href>(.*?)<\/D:href>/.exec(own.text)![1]!;
    const books = await client.propfind(home, 1, "D:resourcetype", "D:displayname", "D:supported-report-set");

    expect(root.status).toBe(207);
    expect(own.text).toContain("<D:prop><D:nonsense/></D:prop><D:status>HTTP/1.1 404 Not Found</D:status>");
    expect(books.responses.map(({ href }) => href)).toEqual([home, bookPath]);
    expect(books.responses[1]!.text).toContain(
      "<D:resourcetype><D:collection/><C:addressbook/></D:resourcetype>",
    );
    expect(books.responses[1]!.text).toContain("<C:addressbook-multiget/>");
    expect(books.text).toContain("<D:displayname>Rapport contacts</D:displayname>");
    const options = await client.send("OPTIONS", bookPath);
    expect([options.status, options.headers.dav]).toEqual([200, "1, 3, access-control, addressbook"]);
    expect(options.headers.allow).toBe("OPTIONS, GET, HEAD, PROPFIND, REPORT");
  });

  test("the principal of somebody else is not there", async ({ app }) => {
    const client = await givenClient(app);

    expect((await client.propfind("/dav/principals/user-999999/", 0, "D:displayname")).status).toBe(404);
    expect((await client.propfind("/dav/address-books/others/", 0, "D:displayname")).status).toBe(404);
  });
});

describe("who is in the book", () => {
  test("persons with name and e-mail who are not privacy-blocked, nor is their company", async ({ app }) => {
    const { aino, veikko, outside } = await givenBook(app);
    const client = await givenClient(app);
    const others = Object.values(outside).map(hrefOf);

    const listed = await client.propfind(bookPath, 1, "D:getetag", "D:getcontenttype", "D:resourcetype");
    const synced = await client.sync(null);
    const found = await client.query("");
    const got = await client.multiget([hrefOf(aino), ...others, hrefOf(veikko)]);

    for (const { responses } of [listed, synced, found]) {
      const hrefs = responses.map(({ href }) => href);
      expect(hrefs).toEqual(expect.arrayContaining([hrefOf(aino), hrefOf(veikko)]));
      expect(hrefs.filter((href) => others.includes(href))).toEqual([]);
    }
    expect(got.responses.filter(({ status }) => status === 404).map(({ href }) => href)).toEqual(others);
    expect(got.text).not.toContain("BLOCKED");
    for (const href of others) {
      expect((await client.send("GET", href)).status).toBe(404);
      expect((await client.propfind(href, 0, "D:getetag")).status).toBe(404);
    }
  });

  test("cards are version 3 unless version 4 is asked for, and say the same everywhere", async ({ app }) => {
    const { aino } = await givenBook(app);
    const client = await givenClient(app);

    const card = await client.send("GET", hrefOf(aino));
    const newer = await client.send("GET", hrefOf(aino), undefined, { accept: "text/vcard; version=4.0" });
    const got = await client.multiget([`http://localhost${hrefOf(aino)}`, hrefOf(aino)]);
    const head = await client.send("HEAD", hrefOf(aino));

    expect(card.headers["content-type"]).toBe("text/vcard; charset=utf-8");
    expect(card.text).toContain("BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Aino <Routa> & Äijä\r\n");
    expect(card.text).toContain("EMAIL;TYPE=internet:somebody@halla.example\r\n");
    expect(card.text).toContain("TEL;TYPE=cell:+358 40 555 0103\r\n");
    expect(newer.text).toContain("VERSION:4.0\r\nKIND:individual\r\n");
    const [tag] = Object.values(etagsOf(got.responses));
    expect(got.text).toContain("FN:Aino &lt;Routa&gt; &amp; Äijä&#13;\n");
    expect(tag?.replaceAll("&quot;", '"')).toBe(card.headers.etag);
    expect([head.status, head.text, head.headers.etag]).toEqual([200, "", card.headers.etag]);
    const again = await client.send("GET", hrefOf(aino), undefined, {
      "if-none-match": String(card.headers.etag),
    });
    expect([again.status, again.text]).toEqual([304, ""]);
  });
});

describe("changes", () => {
  test("only what has changed since the token comes, and what is gone", async ({ app }) => {
    const { aino, veikko } = await givenBook(app);
    const elli = await given.contact(app, { type: "person", email: "elli@halla.example" });
    const admin = await app.as("crmAdmin");
    const client = await givenClient(app);
    await settle(app);
    const before = await client.sync(null);
    const unchanged = await client.sync(before.syncToken);
    expect([unchanged.responses, unchanged.syncToken]).toEqual([[], before.syncToken]);
    expect(before.text).toContain(hrefOf(elli));

    const created = await given.contact(app, { type: "person", email: "new@halla.example" });
    expect((await admin.patch(`/contacts/${aino.no}`, { city: "Hanko" })).status).toBe(200);
    expect((await admin.patch(`/contacts/${veikko.no}`, { email: null })).status).toBe(200);
    expect((await admin.delete(`/contacts/${elli.no}`)).status).toBe(204);
    await settle(app);
    const after = await client.sync(before.syncToken);

    expect(Object.fromEntries(after.responses.map(({ href, status }) => [href, status]))).toEqual({
      [hrefOf(created)]: 200,
      [hrefOf(aino)]: 200,
      [hrefOf(veikko)]: 404,
      [hrefOf(elli)]: 404,
    });
    expect(after.responses).toHaveLength(4);
    expect(etagsOf(after.responses)[hrefOf(aino)]).not.toBe(etagsOf(before.responses)[hrefOf(aino)]);
    expect((await client.sync(after.syncToken)).responses).toEqual([]);
    const ctag = await client.propfind(bookPath, 0, "CS:getctag", "D:sync-token");
    expect(ctag.text).toContain(`<CS:getctag>${after.syncToken}</CS:getctag>`);
  });

  test("with a blocked company its people go, and come back with it", async ({ app }) => {
    const { company, aino } = await givenBook(app);
    const admin = await app.as("crmAdmin");
    const client = await givenClient(app);
    await settle(app);
    const before = await client.sync(null);

    await admin.patch(`/contacts/${company.no}`, { privacyBlocked: true });
    await settle(app);
    const blocked = await client.sync(before.syncToken);
    await admin.patch(`/contacts/${company.no}`, { privacyBlocked: false });
    await settle(app);
    const free = await client.sync(blocked.syncToken);

    expect(blocked.responses.map(({ href, status }) => [href, status])).toEqual([[hrefOf(aino), 404]]);
    expect(free.responses.map(({ href, status }) => [href, status])).toEqual([[hrefOf(aino), 200]]);
    const all = await client.sync(before.syncToken);
    expect(all.responses.map(({ href, status }) => [href, status])).toEqual([[hrefOf(aino), 200]]);
  });

  test("a merged, an erased and a converted person go; undone, the merged one comes back", async ({
    app,
  }) => {
    const person = () => given.contact(app, { type: "person", email: "twin@halla.example" });
    const [kept, merged, erased, converted] = [
      await person(),
      await person(),
      await person(),
      await person(),
    ];
    const admin = await app.as("crmAdmin");
    const client = await givenClient(app);
    await settle(app);
    const before = await client.sync(null);

    const { merge } = (
      await admin.post(`/contacts/${kept.no}/merge`, { duplicateNo: merged.no, confirm: true })
    ).body;
    const erasure = { confirm: true, requestedBy: "subject", reason: "Asked by letter" };
    expect((await admin.post(`/contacts/${erased.no}/erase`, erasure)).status).toBeLessThan(300);
    expect((await admin.patch(`/contacts/${converted.no}`, { type: "company" })).status).toBe(200);
    await settle(app);
    const after = await client.sync(before.syncToken);
    await admin.post(`/merges/${merge.id}/undo`);
    await settle(app);
    const undone = await client.sync(after.syncToken);

    const statuses = Object.fromEntries(after.responses.map(({ href, status }) => [href, status]));
    expect(statuses).toEqual({
      [hrefOf(kept)]: 200,
      [hrefOf(merged)]: 404,
      [hrefOf(erased)]: 404,
      [hrefOf(converted)]: 404,
    });
    expect(Object.fromEntries(undone.responses.map(({ href, status }) => [href, status]))).toMatchObject({
      [hrefOf(merged)]: 200,
    });
  });

  test("what is being written while one asks is not missed", async ({ app }) => {
    const { aino } = await givenBook(app);
    const client = await givenClient(app);
    await settle(app);
    const writing = await app.db.startTransaction().execute();
    await writing.selectFrom("contacts").select("id").limit(1).execute();
    await new Promise((resolve) => setTimeout(resolve, 30));
    await given.contact(app, { type: "person", email: "later@halla.example" });

    const during = await client.sync(null).catch(() => null);
    await sql`update contacts set city = 'Hanko', last_modified_at = now() where id = ${aino.id}`.execute(
      writing,
    );
    await writing.commit().execute();
    const after = await client.sync(during!.syncToken);

    expect(after.responses.map(({ href }) => href)).toContain(hrefOf(aino));
  });

  test.for([
    "urn:rapport:sync:other-1:1764000000000000",
    "http://sabre.example/ns/sync/7",
    "urn:rapport:sync:",
    "1",
  ])("a token that is not known (%s) asks for the whole book", async (token, { app }) => {
    const answer = await (await givenClient(app)).sync(token);

    expect(answer.status).toBe(403);
    expect(answer.text).toContain("<D:valid-sync-token/>");
  });
});

describe("searching", () => {
  const filter = (property: string, text: string, attributes = "") =>
    `<C:prop-filter name="${property}"><C:text-match ${attributes}>${text}</C:text-match></C:prop-filter>`;

  test("by name, e-mail and telephone, as the standard has it", async ({ app }) => {
    const lumi = await given.contact(app, {
      type: "person",
      name: "Lumi Äänekäs",
      email: "lumi@kaste.example; l@kaste.example",
      phoneNo: "+358 (19) 777-8899",
    });
    const client = await givenClient(app);
    const finds = async (text: string) =>
      (await client.query(text)).responses.some(({ href }) => href === hrefOf(lumi));

    expect(await finds(filter("FN", "ÄÄNE"))).toBe(true);
    expect(await finds(filter("fn", "Lumi Äänekäs", 'match-type="equals"'))).toBe(true);
    expect(await finds(filter("FN", "lumi", 'match-type="starts-with" collation="i;octet"'))).toBe(false);
    expect(await finds(filter("FN", "kaste", 'match-type="ends-with"'))).toBe(false);
    expect(await finds(filter("EMAIL", "kaste.EXAMPLE"))).toBe(true);
    expect(await finds(filter("EMAIL", "%"))).toBe(false);
    expect(await finds(filter("TEL", "19 7778899"))).toBe(true);
    expect(await finds(filter("FN", "lumi", 'negate-condition="yes"'))).toBe(false);
    expect(await finds('<C:prop-filter name="ORG"><C:is-not-defined/></C:prop-filter>')).toBe(true);
    expect(await finds('<C:prop-filter name="ORG"/>')).toBe(false);
    expect(await finds(filter("FN", "lumi") + filter("EMAIL", "nobody"))).toBe(true);
  });

  test("filters that are not understood are refused, more than asked for is cut", async ({ app }) => {
    const client = await givenClient(app);

    const unknown = await client.query(filter("NICKNAME", "x"));
    const odd = await client.query(filter("FN", "x", 'collation="i;turkish"'));
    const cut = await client.query("", 1);

    expect([unknown.status, unknown.text.includes("<C:supported-filter/>")]).toEqual([403, true]);
    expect([odd.status, odd.text.includes("<C:supported-collation/>")]).toEqual([403, true]);
    expect(cut.responses.map(({ status }) => status)).toEqual([200, 507]);
  });
});

test("more contacts than fit into a page come once each", async ({ app }) => {
  const client = await givenClient(app);
  await app.owner
    .insertInto("contacts")
    .values(
      Array.from({ length: 2_500 }, (_, at) => ({
        id: 5_000_000 + at,
        no: `MASS${at}`,
        type: "person" as const,
        name: `Person ${at}`,
        email: `p${at}@mass.example`,
        search_email: `P${at}@MASS.EXAMPLE`,
      })),
    )
    .execute();
  const before = await client.propfind(bookPath, 1, "D:getetag");
  const mass = (responses: readonly { href: string }[]) =>
    responses.map(({ href }) => href).filter((href) => /\/500\d{4}\.vcf$/.test(href));
  expect(new Set(mass(before.responses)).size).toBe(2_500);
  await settle(app);
  const { syncToken } = await client.sync(null);

  await app.owner
    .updateTable("contacts")
    .set({ city: "Hanko" })
    .set(({ fn }) => ({ last_modified_at: fn("now") }))
    .where("no", "like", "MASS%")
    .execute();
  const after = await client.sync(syncToken);

  expect(mass(after.responses)).toHaveLength(2_500);
  expect(new Set(mass(after.responses)).size).toBe(2_500);
});
