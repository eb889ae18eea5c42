import { Readable } from "node:stream";
import { describe, expect } from "vitest";
import { type TestClient, test } from "#app/testing.ts";
import { setUpParties, sure } from "./testing.ts";

const ndjson = { "content-type": "application/x-ndjson" };

interface LineAnswer {
  readonly line: number;
  readonly status: string;
  readonly no?: string;
  readonly externalId?: string;
  readonly problem?: {
    readonly code: string;
    readonly detail: string;
    readonly errors?: readonly { path: string }[];
  };
}

async function send(client: TestClient, path: string, lines: readonly unknown[]): Promise<LineAnswer[]> {
  const body = lines.map((line) => (typeof line === "string" ? line : JSON.stringify(line))).join("\n");
  const answer = await client.post(path, body, ndjson);
  expect(answer.status, answer.text).toBe(200);
  expect(answer.headers["content-type"]).toBe("application/x-ndjson");
  return answer.text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as LineAnswer);
}

describe("an ERP feeds parties", () => {
  test("records are created, changed and left alone by their external id, and contacts follow", async ({
    app,
  }) => {
    const admin = await setUpParties(app);
    const given = sure(admin);
    const erp = await app.as("integration");
    const lines = [
      { externalId: "a-1", name: "Alfa", city: "Pori" },
      { externalId: "a-2", name: "Beta", contactName: "Bo Beta" },
    ];

    const first = await send(erp, "/customers/upsert", lines);
    const same = await send(erp, "/customers/upsert", lines);
    const changed = await send(erp, "/customers/upsert", [{ externalId: "a-1", name: "Alfa Nova" }]);

    expect(first).toEqual([
      { line: 1, status: "created", no: expect.stringMatching(/^CU/), externalId: "a-1" },
      { line: 2, status: "created", no: expect.stringMatching(/^CU/), externalId: "a-2" },
    ]);
    expect(same.map(({ status }) => status)).toEqual(["unchanged", "unchanged"]);
    expect(changed).toMatchObject([{ status: "changed", no: first[0]!.no }]);
    const customer = await given.get(`/customers/${first[0]!.no}`);
    expect(customer).toMatchObject({ name: "Alfa Nova", city: "Pori", version: 2 });
    expect(await given.get(`/contacts/${customer.contactNo}`)).toMatchObject({ name: "Alfa Nova" });
    expect(await given.get(`/customers/${first[1]!.no}`)).toMatchObject({ contactName: "Bo Beta" });
  });

  test("lines are found by number too, and a number adopts an external id once", async ({ app }) => {
    const admin = await setUpParties(app);
    await send(admin, "/vendors/upsert", [{ no: "v-1", name: "Tukku" }]);

    const answers = await send(admin, "/vendors/upsert", [
      { no: "V-1", externalId: "x", city: "Oulu" },
      { externalId: "x", city: "Kemi" },
      { no: "V-1", externalId: "y" },
      { externalId: "x", no: "V-2" },
      { name: "Nobody" },
    ]);

    expect(answers).toMatchObject([
      { line: 1, status: "changed", no: "V-1" },
      { line: 2, status: "changed", no: "V-1" },
      { line: 3, status: "refused", problem: { code: "duplicate", errors: [{ path: "no" }] } },
      { line: 4, status: "changed", no: "V-2" },
      { line: 5, status: "refused", problem: { code: "party_key_required" } },
    ]);
    expect((await admin.get("/vendors/V-2")).body).toMatchObject({
      externalId: "x",
      city: "Kemi",
      name: "Tukku",
    });
  });

  test("a line that is refused says why and keeps no other from being stored", async ({ app }) => {
    const admin = await setUpParties(app);

    const answers = await send(admin, "/customers/upsert", [
      { externalId: "b-1", name: "Hyvä" },
      "{ not json",
      { externalId: "b-2", name: "x".repeat(101) },
      "",
      { externalId: "b-3", name: "Vika", email: "nowhere" },
      { externalId: "b-4", name: "Vieras", countryCode: "XX" },
      { externalId: "b-5", strange: 1 },
      { externalId: "b-6", name: "Ei ketään", primaryContactNo: "NOBODY" },
      `{"externalId":"b-7","name":"${"y".repeat(70_000)}"}`,
      { externalId: "b-8", name: "Hyvä myös" },
    ]);

    expect(answers.map(({ line, status, problem }) => [line, status, problem?.code])).toEqual([
      [1, "created", undefined],
      [2, "refused", "malformed_json"],
      [3, "refused", "validation"],
      [5, "refused", "contact_email"],
      [6, "refused", "not_found"],
      [7, "refused", "validation"],
      [8, "refused", "not_found"],
      [9, "refused", "line_too_long"],
      [10, "created", undefined],
    ]);
  });

  test("what only the contact refuses is told of its line, and leaves nothing behind", async ({ app }) => {
    const admin = await setUpParties(app);
    const given = sure(admin);
    await send(admin, "/customers/upsert", [
      { externalId: "c-1", name: "Yksi" },
      { externalId: "c-2", name: "Kaksi" },
    ]);
    const { items } = await given.get("/customers?externalId=c-1");
    await app.owner
      .updateTable("parties")
      .set({ email: "no mail" })
      .where("external_id", "=", "c-1")
      .execute();

    const answers = await send(admin, "/customers/upsert", [
      { externalId: "c-1", city: "Pori" },
      { externalId: "c-2", city: "Pori" },
      { externalId: "c-3", name: "Kolme" },
    ]);

    expect(answers).toMatchObject([
      { status: "refused", problem: { code: "contact_email" } },
      { status: "changed" },
      { status: "created" },
    ]);
    expect(await given.get(`/customers/${items[0].no}`)).toMatchObject({ city: null });
  });

  test("lines of one record are stored in their order, whatever names it", async ({ app }) => {
    const admin = await setUpParties(app);

    const answers = await send(admin, "/bank-accounts/upsert", [
      { externalId: "d", no: "D-1", name: "Eka" },
      { no: "D-1", name: "Toka" },
      { externalId: "d", name: "Kolmas" },
      { no: "D-1", name: "Neljäs" },
    ]);

    expect(answers.map(({ status, no }) => [status, no])).toEqual([
      ["created", "D-1"],
      ["changed", "D-1"],
      ["changed", "D-1"],
      ["changed", "D-1"],
    ]);
    expect((await admin.get("/bank-accounts/D-1")).body).toMatchObject({ name: "Neljäs", version: 4 });
  });

  test("ten thousand lines in one stream, twice, at the same time", async ({ app }) => {
    const admin = await setUpParties(app);
    const lines = Array.from(
      { length: 10_000 },
      (_, index) =>
        `${JSON.stringify({ externalId: `big-${index}`, name: `Suuri ${index}`, phoneNo: `0${index}` })}\n`,
    );
    const answer = () => admin.post("/customers/upsert", Readable.from(lines), ndjson);

    const [one, two] = await Promise.all([answer(), answer()]);

    const statuses = (text: string) =>
      text
        .trim()
        .split("\n")
        .map((line) => (JSON.parse(line) as LineAnswer).status);
    expect(statuses(one.text)).toHaveLength(10_000);
    const all = [...statuses(one.text), ...statuses(two.text)];
    expect(all.filter((status) => status === "created")).toHaveLength(10_000);
    expect(all.filter((status) => status === "unchanged")).toHaveLength(10_000);
    expect((await admin.get("/contacts?search=Suuri&count=true")).body).toMatchObject({
      totalCountIsCapped: false,
      totalCount: 10_000,
    });
  }, 120_000);

  test("is for those who write parties, in the right media type, and not too long", async ({ app }) => {
    const admin = await setUpParties(app);
    const viewer = await app.as("viewer");
    const tooLong = await admin.post("/customers/upsert", `${" ".repeat(3 * 1024 * 1024)}`, ndjson);

    expect((await viewer.post("/customers/upsert", "{}", ndjson)).status).toBe(403);
    expect((await admin.post("/customers/upsert", {})).status).toBe(415);
    expect(tooLong.body).toMatchObject({ status: 413, code: "file_too_large" });
  });
});
