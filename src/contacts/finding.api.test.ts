import { describe, expect } from "vitest";
import { type TestApp, test } from "#app/testing.ts";
import { given } from "./testing.ts";

const numbers = (answer: { body: { items: { no: string }[] } }) => answer.body.items.map(({ no }) => no);

/** Contacts that all tests of this file look for. */
async function someContacts(app: TestApp) {
  const user = await app.as("viewer");
  if ((await user.get("/contacts/F-KUURA")).status === 200) return user;
  await given.codes(app, "salespeople", "AH");
  await given.codes(app, "territories", "NORTH");
  await given.country(app, "FI");
  const kuura = {
    countryCode: "FI",
    territoryCode: "NORTH",
    city: "Mänttä",
    postCode: "35800",
    address: "Tehtaankatu 4",
  };
  await given.contact(app, {
    no: "F-KUURA",
    name: "Kuura Konepaja Oy",
    email: "info@kuura.test; myynti@kuura.test",
    phoneNo: "+358 3 123 4567",
    vatRegistrationNo: "FI9876543",
    ...kuura,
  });
  await given.contact(app, {
    no: "F-MATTI",
    type: "person",
    name: "Matti Mäkinen",
    companyNo: "F-KUURA",
    salespersonCode: "AH",
    externalId: "ext-1",
  });
  await given.contact(app, { no: "F-LIISA", type: "person", name: "Liisa Virtanen", companyNo: "F-KUURA" });
  await given.contact(app, { no: "F-ALONE", type: "person", name: "Öystein Ågren", city: "Åbo" });
  await given.contact(app, {
    no: "F-ALFA",
    name: "Alfa Tukku Ab",
    correspondenceType: "email",
    privacyBlocked: true,
  });
  await given.contact(app, { no: "F-ZETA", name: "Zeta Lahti Oy" });
  await given.contact(app, { no: "F-AANE", name: "Ääneseudun Sähkö Oy" });
  await given.contact(app, { no: "F-CJK", name: "東方明珠公司" });
  return user;
}

describe("the list", () => {
  test("is in the order of company names, each company before its people, as Finnish sorts", async ({
    app,
  }) => {
    const user = await someContacts(app);

    const page = await user.get("/contacts");

    expect(numbers(page)).toEqual([
      "F-ALONE",
      "F-ALFA",
      "F-KUURA",
      "F-LIISA",
      "F-MATTI",
      "F-ZETA",
      "F-AANE",
      "F-CJK",
    ]);
    expect(page.body.items[3]).toMatchObject({
      companyNo: "F-KUURA",
      companyName: "Kuura Konepaja Oy",
      countryCode: "FI",
    });
  });

  test.for([
    "companyName",
    "-companyName",
    "name",
    "-name",
    "no",
    "city",
    "-city",
    "lastModifiedAt",
    "-lastModifiedAt",
  ])("is paged without loss in the order %s", async (sort, { app }) => {
    const user = await someContacts(app);
    const whole = numbers(await user.get(`/contacts?sort=${sort}&limit=200`));

    const paged: string[] = [];
    let cursor = "";
    do {
      const page = await user.get(`/contacts?sort=${sort}&limit=3${cursor && `&cursor=${cursor}`}`);
      paged.push(...numbers(page));
      cursor = page.body.nextCursor ?? "";
    } while (cursor);

    expect(paged).toEqual(whole);
    expect(new Set(paged).size).toBe(8);
  });

  test.for([
    ["type=person", ["F-ALONE", "F-LIISA", "F-MATTI"]],
    ["companyNo=f-kuura", ["F-KUURA", "F-LIISA", "F-MATTI"]],
    ["companyNo=F-KUURA&type=person&search=matti", ["F-MATTI"]],
    ["no=f-matti,F-NOBODY", ["F-MATTI"]],
    ["salespersonCode=ah", ["F-MATTI"]],
    ["salespersonCode=AH,NOBODY", ["F-MATTI"]],
    ["salespersonCode=NOBODY", []],
    ["territoryCode=NORTH&type=company", ["F-KUURA"]],
    ["countryCode=FI&type=company", ["F-KUURA"]],
    ["languageCode=FI", []],
    ["postCode=35800&type=company", ["F-KUURA"]],
    ["city=åbo", ["F-ALONE"]],
    ["city=MÄNTTÄ&type=company", ["F-KUURA"]],
    ["externalId=EXT-1", ["F-MATTI"]],
    ["email=Myynti@Kuura.test&type=company", ["F-KUURA"]],
    ["email=kuura.test", []],
    ["correspondenceType=email", ["F-ALFA"]],
    ["privacyBlocked=true", ["F-ALFA"]],
    ["lastModifiedFrom=2099-01-01", []],
    ["lastModifiedTo=2000-01-01", []],
    ["lastModifiedFrom=2000-01-01T00:00:00Z&search=zeta", ["F-ZETA"]],
  ] as const)("filters by %s", async ([query, expected], { app }) => {
    const user = await someContacts(app);

    const page = await user.get(`/contacts?count=true&${encodeURI(query)}`);

    expect(numbers(page)).toEqual(expected);
    expect(page.body.totalCount).toBe(expected.length);
  });

  test("finds what was modified up to the very moment it shows", async ({ app }) => {
    const user = await someContacts(app);
    const { lastModifiedAt } = (await user.get("/contacts/F-ZETA")).body;

    const found = await user.get(
      `/contacts?lastModifiedFrom=${lastModifiedAt}&lastModifiedTo=${lastModifiedAt}`,
    );

    expect(numbers(found)).toContain("F-ZETA");
  });

  test.for([
    ["makinen", ["F-MATTI"]],
    ["MÄKINEN matti", ["F-MATTI"]],
    ["virtannen", ["F-LIISA"]],
    ["Vitranen", ["F-LIISA"]],
    ["irtanen", ["F-LIISA"]],
    ["kura konepaja", ["F-KUURA", "F-LIISA", "F-MATTI"]],
    ["lajti", ["F-ZETA"]],
    ["kuura virtanen", ["F-LIISA"]],
    ["ze", ["F-ZETA"]],
    ["ma kuura", ["F-MATTI"]],
    ["明珠", ["F-CJK"]],
    ["tehtaankatu 35800 konepaja", ["F-KUURA", "F-LIISA", "F-MATTI"]],
    ["f-alo", ["F-ALONE"]],
    ["+358-3-1234567", ["F-KUURA", "F-LIISA", "F-MATTI"]],
    ["fi9876543", ["F-KUURA"]],
    ["myynti@kuura", ["F-KUURA", "F-LIISA", "F-MATTI"]],
    ["oystein agren", ["F-ALONE"]],
    ["%", []],
    ["__", []],
    ["matti zeta", []],
    ["'; drop table contacts; --", []],
  ] as const)("search %j finds %j", async ([search, expected], { app }) => {
    const user = await someContacts(app);

    expect(numbers(await user.get(`/contacts?search=${encodeURIComponent(search)}`))).toEqual(expected);
  });

  test("forgets a misspelling that was corrected", async ({ app }) => {
    const user = await app.as("crmUser");
    const { no } = await given.contact(app, { no: "F-RENAMED", type: "person", name: "Väinö Harjulla" });
    await user.patch(`/contacts/${no}`, { name: "Väinö Harjula" });

    expect(numbers(await user.get("/contacts?search=harjulla"))).toEqual([no]);
    await (await app.as("admin")).delete(`/contacts/${no}`);
  });

  test("refuses what it does not know", async ({ app }) => {
    const user = await someContacts(app);

    for (const query of [
      "nmae=x",
      "type=robot",
      "sort=price",
      "limit=201",
      "cursor=abc",
      "lastModifiedFrom=yesterday",
      "privacyBlocked=maybe",
    ]) {
      expect((await user.get(`/contacts?${query}`)).status).toBe(400);
    }
  });
});

describe("the lookup", () => {
  const hits = async (app: TestApp, search: string, more = "") =>
    numbers(
      await (await someContacts(app)).get(`/contacts/lookup?search=${encodeURIComponent(search)}${more}`),
    );

  test("two letters of a name are enough", async ({ app }) => {
    expect((await hits(app, "ze"))[0]).toBe("F-ZETA");
    expect((await hits(app, "mä"))[0]).toBe("F-MATTI");
    expect(await hits(app, "z")).toEqual(["F-ZETA"]);
  });

  test("own names come before names of the company", async ({ app }) => {
    expect(await hits(app, "kuura")).toEqual(["F-KUURA", "F-LIISA", "F-MATTI"]);
  });

  test("an exact number is first", async ({ app }) => {
    await given.contact(app, { no: "KUURA", name: "Aivan muu Oy" });

    expect((await hits(app, "kuura"))[0]).toBe("KUURA");
    await (await app.as("admin")).delete("/contacts/KUURA");
  });

  test("words are found anywhere, and a typing error is forgiven", async ({ app }) => {
    expect(await hits(app, "tehtaankatu")).toEqual(["F-KUURA", "F-LIISA", "F-MATTI"]);
    expect(await hits(app, "makinnen")).toEqual(["F-MATTI"]);
    expect(await hits(app, "liisa virtannen")).toEqual(["F-LIISA"]);
    expect(await hits(app, "9876543")).toEqual(["F-KUURA"]);
  });

  test("says what a picker shows, and no more than it is asked for", async ({ app }) => {
    const user = await someContacts(app);

    const found = await user.get("/contacts/lookup?search=matti&limit=1");

    expect(found.body).toEqual({
      items: [
        {
          no: "F-MATTI",
          name: "Matti Mäkinen",
          companyName: "Kuura Konepaja Oy",
          type: "person",
          phoneNo: "+358 3 123 4567",
          email: "info@kuura.test; myynti@kuura.test",
          city: "Mänttä",
          salespersonCode: "AH",
          salespersonName: null,
          image: null,
        },
      ],
    });
    expect(await hits(app, "oy", "&limit=2")).toHaveLength(2);
  });

  test("of one type where a field takes only one", async ({ app }) => {
    const people = await hits(app, "kuura", "&type=person");
    const companies = await hits(app, "kuura", "&type=company");

    expect(people).toContain("F-MATTI");
    expect(companies).not.toContain("F-MATTI");
    expect(companies.length).toBeGreaterThan(0);
    expect([...companies, ...people].sort()).toEqual((await hits(app, "kuura")).toSorted());
    expect(await hits(app, "F-MATTI", "&type=company")).toEqual([]);
  });

  test("who was contacted last comes first among equals, and without any letter", async ({ app }) => {
    const user = await someContacts(app);
    const { id } = await app.owner
      .selectFrom("contacts")
      .select("id")
      .where("no", "=", "F-AANE")
      .executeTakeFirstOrThrow();
    const before = await hits(app, "oy");
    await given.entry(app, { contact_id: id, company_id: id });

    expect(before[0]).not.toBe("F-AANE");
    expect((await hits(app, "oy"))[0]).toBe("F-AANE");
    expect(numbers(await user.get("/contacts/lookup"))).toEqual(["F-AANE"]);
  });
});
