import { describe, expect } from "vitest";
import { test } from "#app/testing.ts";
import { setUpParties, sure } from "../testing.ts";

const ndjson = { "content-type": "application/x-ndjson" };

describe("party entries", () => {
  test("are recorded, listed, settled and deleted", async ({ app }) => {
    const admin = await setUpParties(app);
    const given = sure(admin);
    const { no } = await given.post("/customers", { name: "Ostaja" });

    const entry = await given.post("/party-entries", {
      kind: "customer",
      partyNo: no,
      documentNo: "SI-1",
      postingDate: "2026-03-01",
      dueDate: "2026-03-31",
      amount: 120.5,
      profit: -10,
      discount: 2.25,
    });
    const settled = await given.patch(`/party-entries/${entry.entryNo}`, { closedDate: "2026-04-02" });
    const list = await given.get(
      `/party-entries?kind=customer&partyNo=${no}&closed=true&postingDateFrom=2026-03-01`,
    );
    await given.delete(`/party-entries/${entry.entryNo}`);

    expect(entry).toMatchObject({
      kind: "customer",
      partyNo: no,
      partyName: "Ostaja",
      documentType: "invoice",
      amount: 120.5,
      profit: -10,
      discount: 2.25,
      closedDate: null,
    });
    expect(settled).toMatchObject({ closedDate: "2026-04-02", version: 2 });
    expect(list.items).toEqual([settled]);
    expect((await admin.get(`/party-entries/${entry.entryNo}`)).status).toBe(404);
  });

  test("have the sign of their document, and a party that exists", async ({ app }) => {
    const admin = await setUpParties(app);
    const { no } = await sure(admin).post("/vendors", { name: "Tukku" });
    const record = async (values: object) =>
      (
        await admin.post("/party-entries", {
          kind: "vendor",
          partyNo: no,
          postingDate: "2026-01-01",
          ...values,
        })
      ).body;

    expect(await record({ amount: -1 })).toMatchObject({ status: 422, code: "party_entry_invoice_amount" });
    expect(await record({ documentType: "creditMemo", amount: 1 })).toMatchObject({
      code: "party_entry_credit_memo_amount",
    });
    expect(await record({ discount: -1 })).toMatchObject({ code: "party_entry_discount" });
    expect(await record({ partyNo: "NOBODY" })).toMatchObject({ status: 422, code: "party_not_found" });
    expect(await record({ amount: 0.000001 })).toMatchObject({ errors: [{ code: "too_many_decimals" }] });
    expect(await record({ documentType: "creditMemo", amount: -1 })).toMatchObject({ amount: -1 });
  });

  test("come line by line from another system, again and again", async ({ app }) => {
    const admin = await setUpParties(app);
    const { no } = await sure(admin).post("/customers", { name: "Ostaja" });
    const line = (externalId: string, values: object = {}) =>
      JSON.stringify({
        externalId,
        kind: "customer",
        partyNo: no,
        postingDate: "2026-02-01",
        amount: 5,
        ...values,
      });
    const send = async (...lines: string[]) =>
      (await admin.post("/party-entries/upsert", lines.join("\n"), ndjson)).text
        .trim()
        .split("\n")
        .map((text) => JSON.parse(text));

    const first = await send(
      line("e-1"),
      line("e-2", { amount: -5 }),
      line("e-3", { partyNo: "NOBODY" }),
      "{}",
    );
    const second = await send(line("e-1"), line("e-2"), line("e-1", { closedDate: "2026-02-03" }));

    expect(first).toMatchObject([
      { line: 1, status: "created", externalId: "e-1", entryNo: expect.any(Number) },
      { line: 2, status: "refused", problem: { code: "party_entry_invoice_amount" } },
      { line: 3, status: "refused", problem: { code: "party_not_found" } },
      { line: 4, status: "refused", problem: { code: "validation" } },
    ]);
    expect(second).toMatchObject([
      { line: 1, status: "unchanged", entryNo: first[0].entryNo },
      { line: 2, status: "created" },
      { line: 3, status: "changed", entryNo: first[0].entryNo },
    ]);
  });

  test("go with their party, and are guarded by the rights of parties", async ({ app }) => {
    const admin = await setUpParties(app);
    const given = sure(admin);
    const { no } = await given.post("/customers", { name: "Ostaja" });
    const body = { kind: "customer", partyNo: no, postingDate: "2026-01-01" };
    const { entryNo } = await given.post("/party-entries", body);
    const viewer = await app.as("viewer");

    expect((await viewer.get(`/party-entries/${entryNo}`)).status).toBe(200);
    expect((await viewer.post("/party-entries", body)).status).toBe(403);
    await given.delete(`/customers/${no}`);
    expect((await admin.get(`/party-entries/${entryNo}`)).status).toBe(404);
  });
});

test("sums are those of what the filters let through", async ({ app }) => {
  const admin = await setUpParties(app);
  const given = sure(admin);
  const { no } = await given.post("/customers", { name: "Summa" });
  const owner = { kind: "customer", partyNo: no, postingDate: "2026-02-01" };
  await given.post("/party-entries", {
    ...owner,
    amount: 100.1,
    profit: 20,
    discount: 5,
    closedDate: "2026-03-01",
  });
  await given.post("/party-entries", { ...owner, amount: 0.2, postingDate: "2026-05-01" });
  await given.post("/party-entries", {
    ...owner,
    documentType: "creditMemo",
    documentNo: "KRD-9",
    amount: -50,
  });

  const all = await given.get(`/party-entries/totals?kind=customer&partyNo=${no}`);
  const late = await given.get(`/party-entries/totals?partyNo=${no}&postingDateFrom=2026-04-01`);
  const none = await given.get("/party-entries/totals?partyNo=NOBODY");
  const found = await given.get("/party-entries?search=summa");
  const numbered = await given.get("/party-entries?search=summa%20krd-9");

  expect(all).toEqual({ noOfEntries: 3, amount: 50.3, openAmount: -49.8, profit: 20, discount: 5 });
  expect(late).toMatchObject({ noOfEntries: 1, amount: 0.2 });
  expect(found.items).toHaveLength(3);
  expect(numbered.items).toMatchObject([{ documentNo: "KRD-9" }]);
  expect(none).toEqual({ noOfEntries: 0, amount: 0, openAmount: 0, profit: 0, discount: 0 });
});
