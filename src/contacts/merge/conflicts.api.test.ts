import { sql } from "kysely";
import { describe, expect } from "vitest";
import { type TestApp, type TestClient, test } from "#app/testing.ts";
import { given } from "../testing.ts";

async function listed(app: TestApp, list: string, ...codes: string[]): Promise<void> {
  await sql`insert into ${sql.table(list)} (code) select unnest(${codes}::text[]) on conflict do nothing`.execute(
    app.db,
  );
}

async function conflictsOf(admin: TestClient, no: string, duplicateNo: string) {
  const preview = await admin.get(`/contacts/${no}/merge-preview?duplicateNo=${duplicateNo}`);
  expect(preview.status, preview.text).toBe(200);
  return preview.body.conflicts;
}

function merge(admin: TestClient, no: string, duplicateNo: string, more: object = {}) {
  return admin.post(`/contacts/${no}/merge`, { duplicateNo, confirm: true, ...more });
}

const cottage = { code: "COTTAGE", address: "Rantapolku 1", city: "Hanko" };

describe("conflicts of a merge", () => {
  test("CON-093 a mailing group of both refuses the merge with the number; without the duplicate's row it succeeds", async ({
    app,
  }) => {
    const admin = await app.as("crmAdmin");
    await listed(app, "mailing_groups", "XMAS");
    const [a, b] = [await given.contact(app), await given.contact(app)];
    for (const { no } of [a, b]) await admin.put(`/contacts/${no}/mailing-groups/XMAS`, undefined);

    const refused = await merge(admin, a.no, b.no);
    expect(refused.body).toMatchObject({
      status: 409,
      code: "merge_conflicts",
      values: { count: 1, no: a.no, duplicateNo: b.no },
    });
    expect((await admin.get(`/contacts/${b.no}/mailing-groups`)).body.items).toHaveLength(1);

    await admin.delete(`/contacts/${b.no}/mailing-groups/XMAS`);
    expect((await merge(admin, a.no, b.no)).status).toBe(200);
    expect((await admin.get(`/contacts/${a.no}/mailing-groups`)).body.items).toHaveLength(1);
  });

  test("CON-B3 rows that are the same, or blank where they differ, are resolved by themselves", async ({
    app,
  }) => {
    const admin = await app.as("crmAdmin");
    await listed(app, "web_sources", "NEWS");
    const [a, b] = [await given.contact(app), await given.contact(app)];
    await admin.put(`/contacts/${a.no}/web-sources/NEWS`, {});
    await admin.put(`/contacts/${b.no}/web-sources/NEWS`, { searchWord: "teräs" });
    await admin.post(`/contacts/${a.no}/alternative-addresses`, { ...cottage, phoneNo: "1" });
    await admin.post(`/contacts/${b.no}/alternative-addresses`, { ...cottage, email: "ranta@salo.example" });

    expect(await conflictsOf(admin, a.no, b.no)).toMatchObject([
      {
        list: "webSources",
        key: "NEWS",
        isSafe: true,
        current: { searchWord: null },
        duplicate: { searchWord: "teräs" },
      },
      { list: "alternativeAddresses", key: "COTTAGE", isSafe: true, renames: "code" },
    ]);
    expect((await merge(admin, a.no, b.no)).body).toMatchObject({
      code: "merge_conflicts",
      values: { count: 2 },
    });
    expect((await merge(admin, a.no, b.no, { autoResolve: true })).status).toBe(200);
    expect((await admin.get(`/contacts/${a.no}/web-sources`)).body.items).toMatchObject([
      { code: "NEWS", searchWord: "teräs" },
    ]);
    expect((await admin.get(`/contacts/${a.no}/alternative-addresses`)).body.items).toMatchObject([
      { ...cottage, phoneNo: "1", email: "ranta@salo.example" },
    ]);
  });

  test("an address that differs is not resolved by itself; it is removed with fields copied, or renamed", async ({
    app,
  }) => {
    const admin = await app.as("crmAdmin");
    const [a, b, c] = [await given.contact(app), await given.contact(app), await given.contact(app)];
    await admin.post(`/contacts/${a.no}/alternative-addresses`, cottage);
    for (const { no } of [b, c]) {
      await admin.post(`/contacts/${no}/alternative-addresses`, { ...cottage, city: "Porvoo", phoneNo: "2" });
      await admin.post(`/contacts/${no}/alternative-address-ranges`, {
        startingDate: no === b.no ? "2026-06-01" : "2027-06-01",
        altAddressCode: "COTTAGE",
      });
    }
    const address = { list: "alternativeAddresses", key: "COTTAGE" };

    expect((await merge(admin, a.no, b.no, { autoResolve: true })).body.values.count).toBe(1);
    const kept = { ...address, action: "rename", newKey: "saari" };
    expect((await merge(admin, a.no, b.no, { resolutions: [kept] })).status).toBe(200);
    const dropped = { ...address, action: "remove", fields: ["phoneNo"] };
    expect((await merge(admin, a.no, c.no, { resolutions: [dropped] })).status).toBe(200);

    const addresses = (await admin.get(`/contacts/${a.no}/alternative-addresses`)).body.items;
    expect(addresses).toMatchObject([
      { code: "COTTAGE", city: "Hanko", phoneNo: "2" },
      { code: "SAARI", city: "Porvoo" },
    ]);
    const ranges = (await admin.get(`/contacts/${a.no}/alternative-address-ranges`)).body.items;
    expect(
      ranges.map((range: Record<string, unknown>) => [range.startingDate, range.altAddressCode]),
    ).toEqual([
      ["2026-06-01", "SAARI"],
      ["2027-06-01", "COTTAGE"],
    ]);
  });

  test("a rename needs another key that is free, and a row that is removed keeps its key", async ({
    app,
  }) => {
    const admin = await app.as("crmAdmin");
    await listed(app, "mailing_groups", "XMAS", "SPRING");
    const [a, b] = [await given.contact(app), await given.contact(app)];
    for (const { no } of [a, b]) await admin.put(`/contacts/${no}/mailing-groups/XMAS`, undefined);
    const answer = async (resolution: object) =>
      (
        await merge(admin, a.no, b.no, {
          resolutions: [{ list: "mailingGroups", key: "XMAS", ...resolution }],
        })
      ).body;

    expect(await answer({ action: "rename", newKey: "xmas" })).toMatchObject({
      status: 409,
      code: "merge_rename_key",
    });
    expect(await answer({ action: "rename" })).toMatchObject({ status: 409, code: "merge_rename_key" });
    expect(await answer({ action: "remove", newKey: "SPRING" })).toMatchObject({ code: "merge_restore_key" });
    expect(await answer({ action: "rename", newKey: "NOTHING" })).toMatchObject({
      status: 422,
      errors: [{ path: "resolutions.0.newKey", code: "not_found" }],
    });
    expect(await answer({ action: "remove", fields: ["searchWord"] })).toMatchObject({
      status: 422,
      errors: [{ path: "resolutions.0.fields", code: "not_allowed_value" }],
    });
    expect(await answer({ key: "EASTER", action: "remove" })).toMatchObject({
      status: 422,
      errors: [{ path: "resolutions.0.key", code: "not_found" }],
    });
    await admin.put(`/contacts/${a.no}/mailing-groups/SPRING`, undefined);
    expect(await answer({ action: "rename", newKey: "SPRING" })).toMatchObject({ code: "merge_conflicts" });
    await admin.delete(`/contacts/${a.no}/mailing-groups/SPRING`);
    expect((await answer({ action: "rename", newKey: "SPRING" })).contact.no).toBe(a.no);
    const groups = (await admin.get(`/contacts/${a.no}/mailing-groups`)).body.items;
    expect(groups.map(({ code }: { code: string }) => code)).toEqual(["SPRING", "XMAS"]);
  });

  test("two customers at one contact are a conflict, the same customer twice is none", async ({ app }) => {
    const admin = await app.as("crmAdmin");
    await listed(app, "business_relations", "CUST", "CUST2");
    const parties = await sql<{ id: number; no: string }>`
      insert into parties (id, kind, no, name)
      values (9001, 'customer', 'CU9001', 'Salo'), (9002, 'customer', 'CU9002', 'Salo') returning id, no`.execute(
      app.owner,
    );
    const link = (contactId: number, code: string, partyId: number) =>
      sql`insert into contact_business_relations (contact_id, business_relation_id, link_to, party_id)
          select ${contactId}, id, 'customer', ${partyId} from business_relations where code = ${code}`.execute(
        app.db,
      );
    const [first, second] = parties.rows.map(({ id }) => id) as [number, number];
    const [a, b, c] = [await given.contact(app), await given.contact(app), await given.contact(app)];
    await link(a.id, "CUST", first);
    await link(b.id, "CUST2", second);
    await link(c.id, "CUST2", first);

    expect(await conflictsOf(admin, a.no, b.no)).toMatchObject([
      {
        list: "businessRelations",
        key: "CUST2",
        isSafe: false,
        renames: null,
        fields: [],
        current: { code: "CUST", linkTo: "customer", linkNo: "CU9001" },
        duplicate: { code: "CUST2", linkTo: "customer", linkNo: "CU9002" },
      },
    ]);
    expect((await merge(admin, a.no, b.no, { autoResolve: true })).body.code).toBe("merge_conflicts");
    expect(await conflictsOf(admin, a.no, c.no)).toEqual([]);
    expect((await merge(admin, a.no, c.no)).body.contact).toMatchObject({ no: a.no });
  });

  test("the preview lists fields that differ with both values, the number first, and counts what moves", async ({
    app,
  }) => {
    const admin = await app.as("crmAdmin");
    const a = await given.contact(app, { name: "Salo Oy", city: "Oulu" });
    const b = await given.contact(app, { name: "Salo Oy", phoneNo: "08 1", privacyBlocked: true });
    await given.entry(app, { contact_id: b.id, company_id: b.id });
    await given.contact(app, { type: "person", companyNo: b.no });

    const preview = (await admin.get(`/contacts/${a.no}/merge-preview?duplicateNo=${b.no}`)).body;

    expect(preview.fields).toEqual([
      { field: "no", current: a.no, duplicate: b.no, canOverride: false, isSuggested: false },
      { field: "city", current: "Oulu", duplicate: null, canOverride: true, isSuggested: false },
      { field: "phoneNo", current: null, duplicate: "08 1", canOverride: true, isSuggested: true },
      { field: "privacyBlocked", current: false, duplicate: true, canOverride: true, isSuggested: true },
    ]);
    expect(preview.lists).toEqual([
      { list: "people", current: 0, duplicate: 1 },
      { list: "interactions", current: 0, duplicate: 1 },
    ]);
  });
});
