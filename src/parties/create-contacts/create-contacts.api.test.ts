import { describe, expect, onTestFinished } from "vitest";
import { jobWorks } from "#app/jobs.ts";
import { type TestApp, test, testContext } from "#app/testing.ts";
import { startTestWorker } from "#platform/jobs/testing.ts";
import { reservedCodes, setUpParties, sure } from "../testing.ts";
import { createContactsWork } from "./create-contacts.work.ts";

async function begin(app: TestApp) {
  const worker = startTestWorker(app, jobWorks(app));
  onTestFinished(() => worker.stop(0));
  const admin = await setUpParties(app);
  const given = sure(admin);
  const resources = ["customers", "vendors", "bank-accounts"] as const;
  /** Parties without contact. */
  const unlinked = async (resource: (typeof resources)[number], ...values: object[]) => {
    const codes = { busRelCodeForCustomers: null, busRelCodeForVendors: null, busRelCodeForBankAccs: null };
    await given.patch("/marketing-setup", codes);
    const parties = [];
    for (const party of values) parties.push(await given.post(`/${resource}`, party));
    await given.patch("/marketing-setup", reservedCodes());
    return parties;
  };
  const create = (resource: (typeof resources)[number], filters: object = {}) =>
    admin.post(`/${resource}/create-contacts`, filters, { prefer: "wait=30" });
  return { admin, given, unlinked, create };
}

describe("contacts from parties", () => {
  test("CON-072 whoever is named becomes a person with the company's phone, CON-073 else the company is talked to", async ({
    app,
  }) => {
    const { given, unlinked, create } = await begin(app);
    const [named, nameless] = await unlinked(
      "customers",
      { name: "Leen Talo", contactName: "Kim Lee", phoneNo: "55" },
      { name: "Hiljainen" },
    );

    const answer = await create("customers");

    expect(answer.body).toMatchObject({ created: 2, refused: 0, duplicatesFound: false });
    const first = await given.get(`/customers/${named.no}`);
    expect(first).toMatchObject({ contactName: "Kim Lee" });
    expect(await given.get(`/contacts/${first.primaryContactNo}`)).toMatchObject({
      type: "person",
      name: "Kim Lee",
      phoneNo: "55",
      companyNo: first.contactNo,
      businessRelation: "customer",
    });
    const second = await given.get(`/customers/${nameless.no}`);
    expect(second).toMatchObject({ primaryContactNo: second.contactNo, contactName: null });
    expect((await given.get(`/customers/${nameless.no}/contacts`)).items).toHaveLength(1);
  });

  test("CON-071 two customers that are alike are told of", async ({ app }) => {
    const { given, unlinked, create } = await begin(app);
    await given.patch("/marketing-setup", { autosearchForDuplicates: true, searchHitPercent: 10 });
    const alike = { name: "Kaksonen Oy", address: "Sama katu 1", phoneNo: "09 777" };
    await unlinked("customers", alike, alike);

    const answer = await create("customers");

    expect(answer.body).toMatchObject({ created: 2, duplicatesFound: true });
    await given.patch("/marketing-setup", { searchHitPercent: 60 });
  });

  test("CON-055 nothing is made without the code of the kind", async ({ app }) => {
    const { given, create } = await begin(app);
    await given.patch("/marketing-setup", { busRelCodeForCustomers: null });

    const answer = await create("customers");
    await given.patch("/marketing-setup", reservedCodes());

    expect(answer.body).toMatchObject({
      code: "setup_missing",
      errors: [{ path: "busRelCodeForCustomers" }],
    });
  });

  test("filters choose; who has a contact is skipped; who cannot be one is refused", async ({ app }) => {
    const { given, unlinked, create } = await begin(app);
    for (const code of ["NOK", "SEK"]) await given.post("/currencies", { code });
    const linked = await given.post("/vendors", { name: "On jo", currencyCode: "NOK" });
    const [wanted, , broken] = await unlinked(
      "vendors",
      { name: "Norja", currencyCode: "NOK" },
      { name: "Ruotsi", currencyCode: "SEK" },
      { name: "Rikki", currencyCode: "NOK" },
    );
    await app.owner.updateTable("parties").set({ email: "no mail" }).where("no", "=", broken.no).execute();

    const answer = await create("vendors", { currencyCode: "NOK" });

    expect(answer.body).toEqual({ created: 1, skipped: 1, refused: 1, duplicatesFound: false });
    expect((await given.get(`/vendors/${wanted.no}`)).contactNo).not.toBeNull();
    expect((await given.get(`/vendors/${broken.no}`)).contactNo).toBeNull();
    expect((await given.get("/vendors?search=Ruotsi")).items[0].contactNo).toBeNull();
    expect((await given.get(`/vendors/${linked.no}`)).contactNo).toBe(linked.contactNo);
  });

  test("bank accounts become companies; private customers people", async ({ app }) => {
    const { given, unlinked, create } = await begin(app);
    const [bank] = await unlinked("bank-accounts", { name: "Pankki" });
    const [person] = await unlinked("customers", { name: "Oma Itse", contactType: "person" });

    await create("bank-accounts");
    await create("customers", { search: "Oma Itse" });

    const account = await given.get(`/bank-accounts/${bank.no}`);
    expect(await given.get(`/contacts/${account.contactNo}`)).toMatchObject({
      businessRelation: "bankAccount",
    });
    const customer = await given.get(`/customers/${person.no}`);
    expect(customer).toMatchObject({ contactName: "Oma Itse", primaryContactNo: customer.contactNo });
    expect(await given.get(`/contacts/${customer.contactNo}`)).toMatchObject({
      type: "person",
      firstName: "Oma",
    });
  });

  test("goes on behind the last batch when it was cut off", async ({ app }) => {
    const admin = await setUpParties(app);
    const given = sure(admin);
    await given.patch("/marketing-setup", { busRelCodeForBankAccs: null });
    const lines = Array.from({ length: 1_200 }, (_, index) =>
      JSON.stringify({ externalId: `cut-${index}`, name: `Katkos ${index}` }),
    );
    await admin.post("/bank-accounts/upsert", lines.join("\n"), { "content-type": "application/x-ndjson" });
    await given.patch("/marketing-setup", reservedCodes());
    const { id: runId } = await app.owner
      .insertInto("party_contact_runs")
      .values({ kind: "bankAccount", filters: JSON.stringify({ search: "Katkos" }) })
      .returning("id")
      .executeTakeFirstOrThrow();
    const { handler } = createContactsWork();
    const ctx = testContext(app.db, { keys: app.keys });
    let asked = 0;
    const progress = (stopsAt: number) => ({
      set: () => undefined,
      throwIfCanceled: () => {
        asked += 1;
        if (asked === stopsAt) throw new Error("the program is killed");
      },
      signal: new AbortController().signal,
      succeedIn: (_tx: unknown, result: unknown) => {
        results.push(result);
        return Promise.resolve();
      },
    });
    const results: unknown[] = [];

    await expect(handler(ctx, { runId }, progress(2))).rejects.toThrow("killed");
    const halfway = await admin.get("/bank-accounts?search=Katkos&linked=true&count=true");
    await handler(ctx, { runId }, progress(0));

    expect(halfway.body.totalCount).toBe(500);
    expect(results).toEqual([{ created: 1_200, skipped: 0, refused: 0, duplicatesFound: false }]);
    expect((await admin.get("/contacts?search=Katkos&count=true")).body.totalCount).toBe(1_200);
    expect(await app.owner.selectFrom("party_contact_runs").selectAll().execute()).toEqual([]);
  });

  test("is for those who run jobs", async ({ app }) => {
    const user = await app.as("crmUser");

    expect((await user.post("/customers/create-contacts", {})).status).toBe(403);
    expect(
      (await (await app.as("crmAdmin")).post("/customers/create-contacts", { linked: "true" })).status,
    ).toBe(422);
  });
});
