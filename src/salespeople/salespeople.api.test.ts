import { describe, expect } from "vitest";
import { type TestApp, test } from "#app/testing.ts";

const aino = {
  code: "AK",
  name: "Aino Kettukangas",
  jobTitle: "Key account manager",
  email: "aino@firm.example",
  email2: null,
  phoneNo: "+358 3 555 0111",
  commissionPercent: 2.5,
  privacyBlocked: false,
  blocked: false,
};

async function aContact({ owner }: TestApp, id: number, salesperson: string) {
  await owner
    .insertInto("contacts")
    .values(
      (eb) =>
        ({
          id,
          no: `C${id}`,
          type: "company",
          salesperson_id: eb.selectFrom("salespeople").select("id").where("code", "=", salesperson),
        }) as never,
    )
    .execute();
}

async function salespersonOf({ owner }: TestApp, contactId: number) {
  const contact = await owner
    .selectFrom("contacts")
    .innerJoin("salespeople", "salespeople.id", "contacts.salesperson_id")
    .select(["salespeople.code", "contacts.version"])
    .where("contacts.id", "=", contactId)
    .executeTakeFirstOrThrow();
  return contact;
}

const noOpportunities = {
  noOfOpportunities: 0,
  estimatedValue: 0,
  calcdCurrentValue: 0,
  avgEstimatedValue: 0,
  avgCalcdCurrentValue: 0,
};

describe("salespeople", () => {
  test("are created, read, changed, renamed and deleted, and the audit trail tells", async ({ app }) => {
    const admin = await app.as("crmAdmin");

    const created = await admin.post("/salespeople", { ...aino, code: " ak " });
    expect(created.status).toBe(201);
    expect(created.headers).toMatchObject({ location: "/api/v1/salespeople/AK", etag: '"1"' });
    expect(created.body).toEqual({ ...aino, version: 1, lastModifiedAt: expect.any(String) });
    expect((await admin.get("/salespeople/ak")).body).toEqual({
      ...created.body,
      noOfInteractions: 0,
      cost: 0,
      durationMin: 0,
      ...noOpportunities,
      openOpportunities: noOpportunities,
    });

    const changed = await admin.patch(
      "/salespeople/AK",
      { commissionPercent: 3.25, blocked: true },
      { "if-match": '"1"' },
    );
    expect(changed.body).toMatchObject({
      commissionPercent: 3.25,
      blocked: true,
      name: aino.name,
      version: 2,
    });
    expect((await admin.patch("/salespeople/AK", { name: "x" }, { "if-match": '"1"' })).status).toBe(412);
    expect((await admin.patch("/salespeople/AK", { blocked: true, code: "ak" })).body.version).toBe(2);

    expect((await admin.patch("/salespeople/AK", { code: "AINO" })).body).toMatchObject({
      code: "AINO",
      version: 3,
    });
    expect((await admin.get("/salespeople/AK")).status).toBe(404);
    expect((await admin.delete("/salespeople/AINO")).status).toBe(204);

    const trail = await app.owner
      .selectFrom("audit_entries")
      .select(["action", "resource_key", "changes"])
      .where("resource", "=", "salespeople")
      .orderBy("id")
      .execute();
    expect(trail.map((entry) => [entry.action, entry.resource_key])).toEqual([
      ["salesperson.created", "AK"],
      ["salesperson.changed", "AK"],
      ["salesperson.changed", "AK"],
      ["salesperson.deleted", "AINO"],
    ]);
    expect(trail[1]!.changes).toEqual({ commission_percent: ["2.50", "3.25"], blocked: [false, true] });
  });

  test("need no more than a code", async ({ app }) => {
    const admin = await app.as("crmAdmin");

    const created = await admin.post("/salespeople", { code: "BARE" });

    expect(created.body).toMatchObject({ name: null, email: null, commissionPercent: 0, blocked: false });
  });

  test.for([
    [{ code: "x".repeat(21) }, "code", "too_long"],
    [{ name: "x".repeat(51) }, "name", "too_long"],
    [{ jobTitle: "x".repeat(31) }, "jobTitle", "too_long"],
    [{ email: "not an address" }, "email", "salesperson_email"],
    [{ email2: "a@b.example; c@d.example" }, "email2", "salesperson_email"],
    [{ phoneNo: "1".repeat(31) }, "phoneNo", "too_long"],
    [{ commissionPercent: 100.01 }, "commissionPercent", "too_big"],
    [{ commissionPercent: -1 }, "commissionPercent", "too_small"],
    [{ commissionPercent: 1.005 }, "commissionPercent", "too_many_decimals"],
    [{ blocked: "yes" }, "blocked", "wrong_type"],
  ] as const)("refuse %j", async ([values, path, code], { app }) => {
    const admin = await app.as("crmAdmin");

    const answer = await admin.post(
      "/salespeople",
      { code: "WRONG", ...values },
      { "accept-language": "fi" },
    );

    expect(answer.status).toBe(422);
    expect(answer.body.errors).toMatchObject([{ path, code }]);
    expect(answer.body.title).toBe("Arvo ei kelpaa");
  });

  test("have their code once", async ({ app }) => {
    const admin = await app.as("crmAdmin");
    await admin.post("/salespeople", { code: "ONCE" });
    await admin.post("/salespeople", { code: "OTHER" });

    expect((await admin.post("/salespeople", { code: "once" })).body).toMatchObject({
      status: 409,
      code: "duplicate",
    });
    expect((await admin.patch("/salespeople/OTHER", { code: "ONCE" })).body).toMatchObject({
      code: "duplicate",
    });
  });

  test("are searched, filtered, sorted and paged", async ({ app }) => {
    const admin = await app.as("crmAdmin");
    const viewer = await app.as("viewer");
    await admin.post("/salespeople", { code: "L1", name: "Öhman Listed", blocked: true });
    await admin.post("/salespeople", {
      code: "L2",
      name: "Zetterlund Listed",
      email: "listed@north.example",
    });
    await admin.post("/salespeople", { code: "L3", name: "Aho Listed", privacyBlocked: true });
    const codes = async (query: string) => {
      const answer = await viewer.get(`/salespeople?${query}`);
      return answer.body.items.map((item: { code: string }) => item.code);
    };

    expect(await codes("search=listed")).toEqual(["L1", "L2", "L3"]);
    expect(await codes("search=listed&sort=name")).toEqual(["L3", "L2", "L1"]);
    expect(await codes("search=ohman")).toEqual(["L1"]);
    expect(await codes("search=north.example")).toEqual(["L2"]);
    expect(await codes("search=listed&blocked=false")).toEqual(["L2", "L3"]);
    expect(await codes("search=listed&privacyBlocked=true")).toEqual(["L3"]);
    expect(await codes("code=l1,L2")).toEqual(["L1", "L2"]);
    const first = await viewer.get("/salespeople?search=listed&limit=2&count=true");
    expect(first.body.totalCount).toBe(3);
    expect(await codes(`search=listed&limit=2&cursor=${first.body.nextCursor}`)).toEqual(["L3"]);
  });

  test("are read by everybody and written by the CRM admin", async ({ app }) => {
    const admin = await app.as("crmAdmin");
    await admin.post("/salespeople", { code: "RIGHTS" });

    for (const role of ["viewer", "crmUser"] as const) {
      const client = await app.as(role);
      expect((await client.get("/salespeople/RIGHTS")).status).toBe(200);
      expect((await client.post("/salespeople", { code: "NO" })).status).toBe(403);
      expect((await client.patch("/salespeople/RIGHTS", { name: "no" })).status).toBe(403);
      expect((await client.delete("/salespeople/RIGHTS")).status).toBe(403);
    }
    expect((await (await app.as(null)).get("/salespeople")).status).toBe(401);
  });
});

describe("deleting a salesperson", () => {
  test("waits until somebody takes the contacts over", async ({ app }) => {
    const admin = await app.as("crmAdmin");
    for (const code of ["LEAVES", "STAYS"]) await admin.post("/salespeople", { code });
    await admin.post("/salespeople", { code: "SHUT", blocked: true });
    await admin.post("/salespeople", { code: "HIDDEN", privacyBlocked: true });
    await aContact(app, 101, "LEAVES");
    await aContact(app, 102, "LEAVES");

    const refused = await admin.delete("/salespeople/LEAVES", { "accept-language": "fi" });
    expect(refused.body).toMatchObject({
      status: 409,
      code: "setup_in_use",
      values: { key: "LEAVES", usedBy: ["contacts"] },
      errors: [
        {
          path: "reassignTo",
          code: "salesperson_has_contacts",
          message: "Myyjällä LEAVES on kontakteja. Valitse, kuka ottaa ne hoitaakseen.",
        },
      ],
    });

    const heirs = {
      NOBODY: "not_found",
      LEAVES: "not_found",
      SHUT: "salesperson_blocked",
      HIDDEN: "salesperson_privacy_blocked",
    };
    for (const [heir, code] of Object.entries(heirs)) {
      const answer = await admin.delete(`/salespeople/LEAVES?reassignTo=${heir}`);
      expect(answer.body).toMatchObject({ status: 422, errors: [{ path: "reassignTo", code }] });
    }

    expect((await admin.delete("/salespeople/LEAVES?reassignTo=stays")).status).toBe(204);
    expect(await salespersonOf(app, 101)).toEqual({ code: "STAYS", version: 2 });
    expect(await salespersonOf(app, 102)).toEqual({ code: "STAYS", version: 2 });
  });

  test("is refused while the log, a user or the set-up names them, and tells what to do", async ({ app }) => {
    const admin = await app.as("crmAdmin");
    await admin.post("/salespeople", { code: "LOGGED" });
    await admin.post("/salespeople", { code: "HEIR" });
    await aContact(app, 201, "LOGGED");
    const { id } = await app.owner
      .selectFrom("salespeople")
      .select("id")
      .where("code", "=", "LOGGED")
      .executeTakeFirstOrThrow();
    await app.owner
      .insertInto("interaction_log_entries")
      .values({
        contact_id: 201,
        entry_no: 1,
        happened_at: "2026-11-23 10:00:00",
        salesperson_id: id,
        user_id: "T",
      } as never)
      .execute();
    await app.owner.updateTable("marketing_setup").set({ default_salesperson_id: id }).execute();

    const answer = await admin.delete("/salespeople/LOGGED?reassignTo=HEIR");

    expect(answer.body).toMatchObject({
      code: "setup_in_use",
      values: { usedBy: ["interaction-log-entries", "marketing-setup"] },
    });
    expect(answer.body.errors.map((error: { code: string }) => error.code)).toEqual([
      "salesperson_in_log",
      "salesperson_is_default",
    ]);
    expect((await salespersonOf(app, 201)).code).toBe("LOGGED");
  });
});
