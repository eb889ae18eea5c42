import { describe, expect } from "vitest";
import { test } from "#app/testing.ts";
import type { AnySetupList } from "./define-setup-list.contract.ts";
import { setupLists } from "./lists.contract.ts";
import { tableOf } from "./setup-lists.queries.ts";

/** Something valid in every field, besides the label, that is not what a blank row has. */
const filled: Record<string, unknown> = {
  description: "Bells and whistles",
  name: "Bells and whistles",
  url: "https://register.example/find?q=%1",
  locale: "fi-FI",
  isoCode: "FI",
  numericCode: "246",
  addressFormat: "cityPostCode",
  vatFormats: ["FI########", "@@?#"],
  probabilityCalculation: "add",
  blocked: true,
  type: "lost",
};

function contentOf(list: AnySetupList) {
  return Object.fromEntries(Object.keys(list.fields).map((field) => [field, filled[field]]));
}

function blankOf(list: AnySetupList) {
  return Object.fromEntries(Object.entries(list.fields).map(([field, { blank }]) => [field, blank]));
}

describe.for(setupLists.map((list) => [list.resource, list] as const))("%s", ([resource, list]) => {
  const path = `/${resource}`;

  test("a row is created, read, changed, renamed and deleted, and the audit trail tells", async ({ app }) => {
    const admin = await app.as("crmAdmin");
    const content = contentOf(list);

    const created = await admin.post(path, { code: " abc-1 ", ...content });
    expect(created.status).toBe(201);
    expect(created.headers).toMatchObject({ location: `/api/v1${path}/ABC-1`, etag: '"1"' });
    expect(created.body).toEqual({
      code: "ABC-1",
      ...content,
      ...(list.countsContacts && { noOfContacts: 0 }),
      ...(list.countsOpportunities && { noOfOpportunities: 0 }),
      version: 1,
      lastModifiedAt: expect.any(String),
    });

    const read = await admin.get(`${path}/abc-1`);
    expect(read.body).toEqual(created.body);

    const changed = await admin.patch(`${path}/ABC-1`, { [list.label]: null }, { "if-match": '"1"' });
    expect(changed.body).toMatchObject({ ...content, [list.label]: null, version: 2 });
    expect(changed.headers.etag).toBe('"2"');

    const renamed = await admin.patch(`${path}/ABC-1`, { code: "abc-2" });
    expect(renamed.body).toMatchObject({ code: "ABC-2", version: 3 });
    expect((await admin.get(`${path}/ABC-1`)).status).toBe(404);

    expect((await admin.delete(`${path}/ABC-2`)).status).toBe(204);
    expect((await admin.get(`${path}/ABC-2`)).body).toMatchObject({
      code: "not_found",
      errors: [{ path: "code" }],
    });

    const trail = await app.owner
      .selectFrom("audit_entries")
      .select(["action", "resource_key", "changes"])
      .where("resource", "=", resource)
      .orderBy("id")
      .execute();
    expect(trail.map((entry) => [entry.action.split(".")[1], entry.resource_key])).toEqual([
      ["created", "ABC-1"],
      ["changed", "ABC-1"],
      ["changed", "ABC-1"],
      ["deleted", "ABC-2"],
    ]);
    expect(trail[1]!.changes).toEqual({ [list.label]: [content[list.label], null] });
    expect(trail[2]!.changes).toEqual({ code: ["ABC-1", "ABC-2"] });
  });

  test("a row needs no more than its code; saying nothing new changes nothing", async ({ app }) => {
    const admin = await app.as("crmAdmin");

    const created = await admin.post(path, { code: "BARE" });
    const unchanged = await admin.patch(`${path}/BARE`, { code: "bare", ...blankOf(list) });

    expect(created.body).toMatchObject({ code: "BARE", ...blankOf(list), version: 1 });
    expect(unchanged.body).toEqual(created.body);
  });

  test("a code is there once, on creation and on renaming, and the message is in the caller's language", async ({
    app,
  }) => {
    const admin = await app.as("crmAdmin");
    await admin.post(path, { code: "ONCE" });
    await admin.post(path, { code: "OTHER" });

    const again = await admin.post(path, { code: "once" }, { "accept-language": "fi" });
    const renamed = await admin.patch(`${path}/OTHER`, { code: "ONCE" });

    expect(again.status).toBe(409);
    expect(again.body).toMatchObject({
      code: "duplicate",
      detail: "Koodi ONCE on jo olemassa.",
      errors: [{ path: "code", code: "duplicate" }],
    });
    expect(renamed.body).toMatchObject({ status: 409, code: "duplicate" });
  });

  test("what is too long, missing or unknown is refused, every field named", async ({ app }) => {
    const admin = await app.as("crmAdmin");
    const maximum = list.fields[list.label]!.maximum!;

    const tooLong = await admin.post(
      path,
      { code: "12345678901", [list.label]: "x".repeat(maximum + 1), colour: "red" },
      { "accept-language": "fi" },
    );
    const exact = await admin.post(path, { code: "1234567890", [list.label]: "x".repeat(maximum) });
    const blank = await admin.post(path, { code: " " });

    expect(tooLong.status).toBe(422);
    expect(
      tooLong.body.errors.map((error: { path: string; code: string }) => [error.path, error.code]).sort(),
    ).toEqual(
      [
        ["code", "too_long"],
        ["colour", "unknown_field"],
        [list.label, "too_long"],
      ].sort(),
    );
    expect(tooLong.body.detail).toContain("Kentässä ”Koodi” voi olla enintään 10 merkkiä.");
    expect(exact.status).toBe(201);
    expect(blank.body).toMatchObject({ status: 422, errors: [{ path: "code", code: "required" }] });
  });

  test("a stale version changes and deletes nothing", async ({ app }) => {
    const admin = await app.as("crmAdmin");
    await admin.post(path, { code: "STALE" });
    await admin.patch(`${path}/STALE`, { [list.label]: "second" });

    const change = await admin.patch(`${path}/STALE`, { [list.label]: "third" }, { "if-match": '"1"' });
    const removal = await admin.delete(`${path}/STALE`, { "if-match": '"1"' });

    expect(change.body).toMatchObject({ status: 412, code: "stale_version" });
    expect(removal.status).toBe(412);
    expect((await admin.get(`${path}/STALE`)).body[list.label]).toBe("second");
  });

  test("the list is searched, filtered, sorted and paged", async ({ app }) => {
    const admin = await app.as("crmAdmin");
    const viewer = await app.as("viewer");
    await admin.post(path, { code: "S3", [list.label]: "Ängelby searched 100%" });
    await admin.post(path, { code: "S1", [list.label]: "Zorn searched" });
    await admin.post(path, { code: "S2", [list.label]: "Berg searched" });
    const codes = (answer: { body: { items: { code: string }[] } }) =>
      answer.body.items.map(({ code }) => code);

    expect(codes(await viewer.get(`${path}?search=searched`))).toEqual(["S1", "S2", "S3"]);
    // Finnish order: Ä after Z.
    expect(codes(await viewer.get(`${path}?search=searched&sort=${list.label}`))).toEqual(["S2", "S1", "S3"]);
    expect(codes(await viewer.get(`${path}?search=s3%20angel`))).toEqual(["S3"]);
    expect(codes(await viewer.get(`${path}?search=100%25`))).toEqual(["S3"]);
    expect(codes(await viewer.get(`${path}?code=s1,S2`))).toEqual(["S1", "S2"]);

    const first = await viewer.get(`${path}?search=searched&sort=-${list.label}&limit=2&count=true`);
    expect(codes(first)).toEqual(["S3", "S1"]);
    expect(first.body).toMatchObject({ totalCount: 3, totalCountIsCapped: false });
    const second = await viewer.get(
      `${path}?search=searched&sort=-${list.label}&limit=2&cursor=${first.body.nextCursor}`,
    );
    expect(codes(second)).toEqual(["S2"]);
    expect(second.body.nextCursor).toBeNull();
    expect((await viewer.get(`${path}?colour=red`)).status).toBe(400);
  });

  test("everybody reads, the CRM admin writes", async ({ app }) => {
    const admin = await app.as("crmAdmin");
    await admin.post(path, { code: "RIGHTS" });

    for (const role of ["viewer", "crmUser"] as const) {
      const client = await app.as(role);
      expect((await client.get(`${path}/RIGHTS`)).status).toBe(200);
      expect((await client.get(path)).status).toBe(200);
      expect((await client.post(path, { code: "NO" })).status).toBe(403);
      expect((await client.patch(`${path}/RIGHTS`, { [list.label]: "no" })).status).toBe(403);
      expect((await client.delete(`${path}/RIGHTS`)).body).toMatchObject({ code: "forbidden" });
    }
    expect((await (await app.as(null)).get(path)).status).toBe(401);
    expect((await admin.get(`${path}/RIGHTS`)).body.version).toBe(1);
  });
});

describe("fields of their own", () => {
  test.for([
    ["web-sources", { url: "javascript:alert(%1)" }, "url", "url_invalid"],
    ["languages", { locale: "not a locale" }, "locale", "locale_invalid"],
    ["countries", { isoCode: "F1" }, "isoCode", "country_iso_code"],
    ["countries", { numericCode: "24" }, "numericCode", "country_numeric_code"],
    ["countries", { addressFormat: "sideways" }, "addressFormat", "not_allowed_value"],
    ["countries", { vatFormats: ["#".repeat(21)] }, "vatFormats.0", "too_long"],
  ] as const)("of %s refuse %j", async ([resource, values, path, code], { app }) => {
    const admin = await app.as("crmAdmin");

    const answer = await admin.post(`/${resource}`, { code: "WRONG", ...values });

    expect(answer.status).toBe(422);
    expect(answer.body.errors).toEqual([{ path, code, message: expect.any(String) }]);
  });

  test("are brought into their usual spelling and can be filtered by", async ({ app }) => {
    const admin = await app.as("crmAdmin");

    const language = await admin.post("/languages", { code: "DAN", locale: "da-dk" });
    const country = await admin.post("/countries", {
      code: "DK",
      isoCode: "dk",
      vatFormats: ["dk########", "DK########"],
    });
    const found = await admin.get("/countries?isoCode=dk,se");

    expect(language.body.locale).toBe("da-DK");
    expect(country.body).toMatchObject({ isoCode: "DK", vatFormats: ["DK########"] });
    expect(found.body.items.map((item: { code: string }) => item.code)).toEqual(["DK"]);
  });
});

test("every list has a table of its own", async ({ app }) => {
  const tables = await app.owner.introspection.getTables();

  expect(tables.map((table) => table.name)).toEqual(expect.arrayContaining(setupLists.map(tableOf)));
});
