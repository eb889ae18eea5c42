import { describe, expect } from "vitest";
import { type TestApp, type TestClient, test } from "#app/testing.ts";
import { unique } from "../testing.ts";

/** Two companies of this name and place share 8 of the 16 default strings. */
const contoso = { name: "Contoso Trading", address: "Rantatie 7", postCode: "00123", city: "Suvilahti" };

async function scene(app: TestApp, { percent = 10, searches = true } = {}) {
  const admin = await app.as("crmAdmin");
  await app.owner.deleteFrom("contact_duplicates").execute();
  await app.owner.deleteFrom("contact_search_strings").execute();
  await app.owner
    .updateTable("marketing_setup")
    .set({
      maintain_dupl_search_strings: true,
      autosearch_for_duplicates: searches,
      search_hit_percent: percent,
    })
    .execute();
  return { admin, create: creating(admin) };
}

function creating(client: TestClient) {
  return async (values: Record<string, unknown>) => {
    const answer = await client.post("/contacts", { no: unique("D"), ...values });
    expect(answer.status, answer.text).toBe(201);
    return answer.body;
  };
}

const pairsOf = async (client: TestClient, no: string, filter = "") =>
  (await client.get(`/duplicates?contactNo=${no}${filter}`)).body.items;

describe("writing a company", () => {
  test("CON-086 a second company of the same name is a pair with the first, and the answer lists it", async ({
    app,
  }) => {
    const { admin, create } = await scene(app);
    const old = await create({ name: "Contoso Trading" });

    const young = await create({ name: "Contoso Trading" });

    const pair = {
      contactNo: young.no,
      contactName: "Contoso Trading",
      contactCity: null,
      duplicateNo: old.no,
      duplicateName: "Contoso Trading",
      duplicateCity: null,
      hits: 2,
      separate: false,
      foundAt: expect.any(String),
    };
    expect(old.duplicates).toEqual([]);
    expect(young.duplicates).toEqual([pair]);
    expect(await pairsOf(admin, old.no)).toEqual([pair]);
  });

  test("CON-087 without autosearch the pair is stored and the answer is silent", async ({ app }) => {
    const { admin, create } = await scene(app, { searches: false });
    const old = await create(contoso);

    const young = await create(contoso);

    expect(young.duplicates).toEqual([]);
    expect(await pairsOf(admin, young.no)).toMatchObject([
      { contactNo: young.no, duplicateNo: old.no, hits: 8 },
    ]);
  });

  test("CON-088 people of the same name are no pair", async ({ app }) => {
    const { admin, create } = await scene(app);
    await create({ type: "person", name: "Ida Holm" });

    const second = await create({ type: "person", name: "Ida Holm" });

    expect(second.duplicates).toEqual([]);
    expect(await pairsOf(admin, second.no)).toEqual([]);
  });

  test("too few hits are no pair; blank fields count among the rows", async ({ app }) => {
    const { create } = await scene(app, { percent: 51 });
    await create(contoso);

    expect((await create(contoso)).duplicates).toEqual([]);
    expect((await create({ ...contoso, phoneNo: "+358 40 1234567" })).duplicates).toEqual([]);
    expect((await create({ ...contoso, phoneNo: "+358 40 7654321" })).duplicates).toMatchObject([
      { hits: 9 },
    ]);
  });

  test("a change that ends the likeness ends the pair; one that begins it finds it, from the changed side", async ({
    app,
  }) => {
    const { admin, create } = await scene(app, { percent: 50 });
    const old = await create(contoso);
    const young = await create(contoso);

    const apart = await admin.patch(`/contacts/${old.no}`, { name: "Fabrikam Works" });
    expect(apart.body.duplicates).toEqual([]);
    expect(await pairsOf(admin, young.no)).toEqual([]);

    const together = await admin.patch(`/contacts/${old.no}`, { name: "Contoso Trading" });
    expect(together.body.duplicates).toMatchObject([{ contactNo: old.no, duplicateNo: young.no, hits: 8 }]);
  });

  test("the answer tells of open pairs when a field that counts changes, and only then", async ({ app }) => {
    const { admin, create } = await scene(app);
    const old = await create(contoso);
    await create(contoso);
    const change = async (values: object) =>
      (await admin.patch(`/contacts/${old.no}`, values)).body.duplicates.length;

    expect(await change({ homePage: "contoso.example" })).toBe(0);
    expect(await change({ name2: "Branch" })).toBe(1);
    expect(await change({ email: "info@contoso.example" })).toBe(1);
  });

  test("nothing is indexed while search strings are not maintained", async ({ app }) => {
    const { admin, create } = await scene(app);
    await app.owner.updateTable("marketing_setup").set({ maintain_dupl_search_strings: false }).execute();
    await create(contoso);

    const young = await create(contoso);

    expect(young.duplicates).toEqual([]);
    expect(await pairsOf(admin, young.no)).toEqual([]);
  });

  test("a company that becomes a person has neither strings nor pairs, a person that becomes a company has", async ({
    app,
  }) => {
    const { admin, create } = await scene(app);
    const old = await create(contoso);
    const young = await create(contoso);
    const other = await create(contoso);
    await admin.post(`/duplicates/${young.no}/${old.no}/separate`);

    await admin.patch(`/contacts/${young.no}`, { type: "person" });
    expect(await pairsOf(admin, young.no)).toEqual([]);
    expect(await pairsOf(admin, old.no)).toMatchObject([{ contactNo: other.no }]);

    const again = await admin.patch(`/contacts/${young.no}`, { type: "company" });
    expect(again.body.duplicates.map((pair: { duplicateNo: string }) => pair.duplicateNo).toSorted()).toEqual(
      [old.no, other.no].toSorted(),
    );
  });

  test("pairs and strings go with a deleted contact", async ({ app }) => {
    const { admin, create } = await scene(app);
    const old = await create(contoso);
    const young = await create(contoso);

    await admin.delete(`/contacts/${old.no}`);

    expect(await pairsOf(admin, young.no)).toEqual([]);
    const strings = await app.owner
      .selectFrom("contact_search_strings")
      .select("contact_id")
      .distinct()
      .execute();
    expect(strings).toHaveLength(1);
  });
});

describe("pairs", () => {
  test("CON-089 one marked separate stays as it is, whichever company is indexed again", async ({ app }) => {
    const { admin, create } = await scene(app);
    const old = await create(contoso);
    const young = await create(contoso);
    const marked = await admin.post(`/duplicates/${old.no}/${young.no}/separate`);

    for (const no of [old.no, young.no]) {
      const change = await admin.patch(`/contacts/${no}`, { name2: unique("Branch ") });
      expect(change.body.duplicates).toEqual([]);
    }

    expect(marked.body).toMatchObject({ contactNo: young.no, duplicateNo: old.no, separate: true });
    expect(await pairsOf(admin, old.no)).toEqual([marked.body]);
    expect(await pairsOf(admin, old.no, "&separate=false")).toEqual([]);
  });

  test("separating is taken back, and both leave a trace", async ({ app }) => {
    const { admin, create } = await scene(app);
    const old = await create(contoso);
    const young = await create(contoso);

    await admin.post(`/duplicates/${young.no}/${old.no}/separate`);
    await admin.post(`/duplicates/${young.no}/${old.no}/separate`);
    const back = await admin.post(`/duplicates/${young.no}/${old.no}/unseparate`);

    expect(back.body.separate).toBe(false);
    const trail = await app.owner
      .selectFrom("audit_entries")
      .select(["action", "resource_key"])
      .where("action", "like", "duplicate.%")
      .where("resource_key", "=", young.no)
      .orderBy("id")
      .execute();
    expect(trail.map(({ action }) => action)).toEqual(["duplicate.separated", "duplicate.unseparated"]);
  });

  test("CON-090 details have a line per field of the set-up with both values, and say which strings hit", async ({
    app,
  }) => {
    const { admin, create } = await scene(app);
    const old = await create({ ...contoso, email: "info@contoso.example" });
    const young = await create({ ...contoso, name: "Contoso Travel" });

    const { body } = await admin.get(`/duplicates/${old.no}/${young.no}`);

    expect(body).toMatchObject({ contactNo: young.no, duplicateNo: old.no, hits: 7, neededHits: 2 });
    expect(body.fields.map(({ field }: { field: string }) => field)).toEqual([
      "name",
      "address",
      "postCode",
      "city",
      "phoneNo",
      "mobilePhoneNo",
      "email",
      "vatRegistrationNo",
    ]);
    expect(body.fields[0]).toEqual({
      field: "name",
      contactValue: "Contoso Travel",
      duplicateValue: "Contoso Trading",
      strings: [
        { part: "first", length: 5, contactString: "CONTO", duplicateString: "CONTO", isHit: true },
        { part: "last", length: 5, contactString: "RAVEL", duplicateString: "ADING", isHit: false },
      ],
    });
    expect(body.fields[6]).toMatchObject({
      contactValue: null,
      strings: [{ contactString: null, duplicateString: "INFO@", isHit: false }, {}],
    });
  });

  test("are listed, those first that share most, by words, hits and page", async ({ app }) => {
    const { admin, create } = await scene(app);
    await create({ name: "Contoso Trading" });
    await create({ name: "Contoso Trading" });
    await create({ name: "Fabrikam Works", city: "Suvilahti" });
    await create({ name: "Fabrikam Works", city: "Suvilahti" });
    const list = async (query: string) => (await admin.get(`/duplicates?${query}`)).body;

    const first = await list("limit=1&count=true");
    const second = await list(`limit=1&cursor=${first.nextCursor}`);

    expect(first).toMatchObject({ items: [{ hits: 4 }], totalCount: 2 });
    expect(second).toMatchObject({ items: [{ hits: 2 }], nextCursor: null });
    expect((await list("search=fabrikam")).items).toMatchObject([{ contactName: "Fabrikam Works" }]);
    expect((await list("hitsTo=3")).items).toMatchObject([{ contactName: "Contoso Trading" }]);
    expect((await list("sort=foundAt")).items.map(({ hits }: { hits: number }) => hits)).toEqual([2, 4]);
    expect((await admin.get("/duplicates?name=x")).status).toBe(400);
  });

  test("are seen by readers, decided about by writers; what is no pair is told so", async ({ app }) => {
    const { create } = await scene(app);
    const old = await create(contoso);
    const young = await create(contoso);
    const viewer = await app.as("viewer");
    const path = `/duplicates/${young.no}/${old.no}`;

    expect((await viewer.get(path)).status).toBe(200);
    expect((await viewer.post(`${path}/separate`)).status).toBe(403);
    expect((await viewer.post("/duplicates/generate", {})).status).toBe(403);
    const user = await app.as("crmUser");
    expect((await user.post(`${path}/separate`)).status).toBe(200);
    const none = await user.post(`/duplicates/${young.no}/${young.no}/separate`, undefined, {
      "accept-language": "fi",
    });
    expect([none.status, none.body.code]).toEqual([404, "duplicate_pair_not_found"]);
    expect(none.body.detail).toContain("kaksoiskappaleiden pari");
  });
});

test("CON-109 the first page counts companies, people and open pairs", async ({ app }) => {
  const { admin, create } = await scene(app);
  await app.owner.deleteFrom("contacts").execute();
  const one = await create(contoso);
  await create(contoso);
  const apart = await create(contoso);
  await admin.patch(`/contacts/${apart.no}`, { name: "Fabrikam", address: null, postCode: null, city: null });
  await create({ type: "person", name: "Ida Holm", companyNo: one.no });
  await create({ type: "person", name: "Ida Holm" });

  const { tiles } = (await admin.get("/home")).body;

  expect([tiles.companies, tiles.persons, tiles.openDuplicates]).toEqual([3, 2, 1]);
});
