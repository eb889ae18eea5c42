import { describe, expect } from "vitest";
import { test } from "#app/testing.ts";
import { given } from "../../testing.ts";

/** The server's today in these tests is 23.11.2026. */
const cottage = {
  code: "cottage",
  companyName: "Kesäkonttori",
  address: "Rantapolku 1",
  postCode: "10900",
  city: "Hanko",
  phoneNo: "+358 19 555 0101",
  email: "ranta@kuusela.example",
};

describe("alternative addresses", () => {
  test("are written, read, changed and deleted with their ranges", async ({ app }) => {
    const user = await app.as("crmUser");
    await given.country(app, "FI");
    const { no, lastModifiedAt } = await given.contact(app);
    const path = `/contacts/${no}/alternative-addresses`;

    const created = await user.post(path, { ...cottage, countryCode: "fi" });
    expect(created).toMatchObject({
      status: 201,
      headers: { location: `/api/v1${path}/COTTAGE`, etag: '"1"' },
      body: {
        ...cottage,
        code: "COTTAGE",
        countryCode: "FI",
        mobilePhoneNo: null,
        active: false,
        version: 1,
      },
    });
    expect((await user.get(path)).body.items).toEqual([created.body]);
    expect((await user.get(`/contacts/${no}`)).body.lastModifiedAt > lastModifiedAt).toBe(true);

    const changed = await user.patch(`${path}/COTTAGE`, { address2: "Laituri" }, { "if-match": '"1"' });
    expect(changed.body).toMatchObject({ address: "Rantapolku 1", address2: "Laituri", version: 2 });
    expect((await user.patch(`${path}/COTTAGE`, { city: "Turku" }, { "if-match": '"1"' })).status).toBe(412);
    expect((await user.patch(`${path}/COTTAGE`, { address2: "Laituri" })).body.version).toBe(2);

    await user.post(`/contacts/${no}/alternative-address-ranges`, {
      startingDate: "2026-07-01",
      altAddressCode: "COTTAGE",
    });
    expect((await user.get(`${path}/COTTAGE`)).body.active).toBe(true);
    expect((await user.delete(`${path}/COTTAGE`, { "if-match": '"1"' })).status).toBe(412);
    expect((await user.delete(`${path}/COTTAGE`)).status).toBe(204);
    expect((await user.get(`/contacts/${no}/alternative-address-ranges`)).body.items).toEqual([]);
    expect((await user.get(`${path}/COTTAGE`)).status).toBe(404);
  });

  test("refuse letters in phone numbers, two e-mails, an unknown country and a code twice", async ({
    app,
  }) => {
    const user = await app.as("crmUser");
    const { no } = await given.contact(app);
    const path = `/contacts/${no}/alternative-addresses`;
    const refused = async (body: object) => (await user.post(path, { code: "A", ...body })).body;

    expect(await refused({ phoneNo: "A1234b" })).toMatchObject({
      code: "contact_phone_letters",
      errors: [{ path: "phoneNo" }],
    });
    expect((await refused({ mobilePhoneNo: "x1" })).errors[0].path).toBe("mobilePhoneNo");
    expect((await refused({ email: "a@x.example; b@y.example" })).code).toBe("contact_email");
    expect((await refused({ countryCode: "ZZ" })).errors).toMatchObject([
      { path: "countryCode", code: "not_found" },
    ]);
    expect((await user.get(path)).body.items).toEqual([]);

    await user.post(path, { code: "A" });
    expect(await refused({})).toMatchObject({ status: 409, code: "duplicate" });
    expect((await (await app.as("viewer")).post(path, { code: "B" })).status).toBe(403);
  });

  test("follow the country and the post-code list as contacts do", async ({ app }) => {
    const user = await app.as("crmUser");
    const countryId = await given.country(app, "FI");
    await given.country(app, "SE");
    await app.db
      .insertInto("post_codes")
      .values({ code: "20100", city: "Turku", county: "Varsinais-Suomi", country_id: countryId })
      .execute();
    const { no } = await given.contact(app);
    const path = `/contacts/${no}/alternative-addresses`;

    const filled = await user.post(path, { code: "A", postCode: "20100" });
    expect(filled.body).toMatchObject({ city: "Turku", county: "Varsinais-Suomi", countryCode: "FI" });

    const moved = await user.patch(`${path}/A`, { countryCode: "SE" });
    expect(moved.body).toMatchObject({ postCode: null, city: null, county: null, countryCode: "SE" });
  });
});

describe("date ranges", () => {
  test("may overlap; the one that began last counts", async ({ app }) => {
    const user = await app.as("crmUser");
    const { no } = await given.contact(app);
    for (const code of ["SUMMER", "HOLIDAY"])
      await user.post(`/contacts/${no}/alternative-addresses`, { code, address: code });
    const path = `/contacts/${no}/alternative-address-ranges`;
    const addressOn = async (date: string) =>
      (await user.get(`/contacts/${no}/postal-address?date=${date}`)).body.altAddressCode;

    const first = await user.post(path, { startingDate: "2026-06-01", altAddressCode: "summer" });
    expect(first).toMatchObject({
      status: 201,
      headers: { location: `/api/v1${path}/2026-06-01` },
      body: { startingDate: "2026-06-01", endingDate: null, altAddressCode: "SUMMER", version: 1 },
    });
    await user.post(path, {
      startingDate: "2026-07-01",
      endingDate: "2026-07-31",
      altAddressCode: "HOLIDAY",
    });

    expect(await addressOn("2026-05-31")).toBeNull();
    expect(await addressOn("2026-06-01")).toBe("SUMMER");
    expect(await addressOn("2026-07-01")).toBe("HOLIDAY");
    expect(await addressOn("2026-07-31")).toBe("HOLIDAY");
    expect(await addressOn("2026-08-01")).toBe("SUMMER");
  });

  test("refuse an end before the start, a start twice and an address that is not there", async ({ app }) => {
    const user = await app.as("crmUser");
    const { no } = await given.contact(app);
    await user.post(`/contacts/${no}/alternative-addresses`, { code: "A" });
    const path = `/contacts/${no}/alternative-address-ranges`;
    const range = { startingDate: "2026-07-01", endingDate: "2026-07-31", altAddressCode: "A" };

    expect((await user.post(path, { ...range, endingDate: "2026-06-30" })).body).toMatchObject({
      status: 422,
      code: "alt_range_order",
      errors: [{ path: "endingDate" }],
    });
    expect((await user.post(path, { ...range, altAddressCode: "B" })).body).toMatchObject({
      status: 422,
      errors: [{ path: "altAddressCode", code: "not_found" }],
    });
    await user.post(path, range);
    expect((await user.post(path, { ...range, endingDate: null })).body).toMatchObject({
      status: 409,
      code: "alt_range_exists",
    });
    await user.post(path, { ...range, startingDate: "2026-07-02" });

    const clash = await user.patch(`${path}/2026-07-02`, { startingDate: "2026-07-01" });
    expect(clash.body.code).toBe("alt_range_exists");
    const order = await user.patch(`${path}/2026-07-02`, { startingDate: "2026-08-01" });
    expect(order.body.code).toBe("alt_range_order");
    const moved = await user.patch(
      `${path}/2026-07-02`,
      { startingDate: "2026-07-03" },
      { "if-match": '"1"' },
    );
    expect(moved.body).toMatchObject({ startingDate: "2026-07-03", endingDate: "2026-07-31", version: 2 });
    expect((await user.delete(`${path}/2026-07-02`)).status).toBe(404);
    expect((await user.delete(`${path}/2026-07-03`, { "if-match": '"1"' })).status).toBe(412);
    expect((await user.delete(`${path}/2026-07-03`)).status).toBe(204);
  });
});

describe("the postal address", () => {
  test("is the alternative one, that of the company, or one's own, by the day", async ({ app }) => {
    const user = await app.as("crmUser");
    const place = { address: "Kuusitie 4", postCode: "00100", city: "Helsinki" };
    const company = await given.contact(app, { name: "Kuusela Oy", ...place });
    const person = await given.contact(app, { type: "person", name: "Aino Kuusela", companyNo: company.no });
    for (const { no } of [company, person])
      await user.post(`/contacts/${no}/alternative-addresses`, { ...cottage, address: `Rantapolku ${no}` });
    const letterTo = async (no: string, date: string, more = "") =>
      (await user.get(`/contacts/${no}/postal-address?date=${date}${more}`)).body;
    const july = { startingDate: "2026-07-01", endingDate: "2026-07-31", altAddressCode: "COTTAGE" };
    await user.post(`/contacts/${company.no}/alternative-address-ranges`, july);

    expect(await letterTo(person.no, "2026-06-30")).toMatchObject({
      source: "company",
      lines: ["Kuusela Oy", "Aino Kuusela", "Kuusitie 4", "00100 Helsinki"],
    });
    expect(await letterTo(person.no, "2026-07-01")).toMatchObject({
      source: "companyAlternative",
      altAddressCode: "COTTAGE",
      lines: ["Kesäkonttori", "Aino Kuusela", `Rantapolku ${company.no}`, "10900 Hanko"],
    });
    expect(await letterTo(company.no, "2026-07-01")).toMatchObject({ source: "alternative" });
    expect(await letterTo(company.no, "2026-08-01")).toMatchObject({
      source: "own",
      lines: ["Kuusela Oy", "Kuusitie 4", "00100 Helsinki"],
    });

    // What an interaction says wins over the day.
    expect(await letterTo(person.no, "2026-06-30", "&altAddressCode=cottage")).toMatchObject({
      source: "alternative",
      address: `Rantapolku ${person.no}`,
    });
    expect(await letterTo(company.no, "2026-07-01", "&altAddressCode=-")).toMatchObject({ source: "own" });
    expect((await letterTo(person.no, "2026-06-30", "&altAddressCode=NOWHERE")).status).toBe(404);
  });

  test("is that of today unless said, with the country abroad", async ({ app }) => {
    const user = await app.as("crmUser");
    await given.country(app, "NO");
    await app.db.updateTable("countries").set({ name: "Norway" }).where("code", "=", "NO").execute();
    const { no } = await given.contact(app, { name: "Fjord AS", city: "Bergen", countryCode: "NO" });

    expect((await user.get(`/contacts/${no}/postal-address`)).body.lines).toEqual([
      "Fjord AS",
      "Bergen",
      "Norway",
    ]);
    expect((await user.get("/contacts/NOBODY/postal-address")).body.code).toBe("contact_not_found");
  });
});

test("CON-106 alternative addresses and ranges go with their contact", async ({ app }) => {
  const admin = await app.as("crmAdmin");
  const { no, id } = await given.contact(app);
  await admin.post(`/contacts/${no}/alternative-addresses`, cottage);
  await admin.post(`/contacts/${no}/alternative-address-ranges`, {
    startingDate: "2026-07-01",
    altAddressCode: "COTTAGE",
  });
  await admin.post(`/contacts/${no}/comments`, { text: "Opens in June" });

  expect((await admin.delete(`/contacts/${no}`)).status).toBe(204);

  for (const table of [
    "contact_alternative_addresses",
    "contact_alternative_address_ranges",
    "contact_comments",
  ] as const) {
    const left = await app.db.selectFrom(table).select("contact_id").where("contact_id", "=", id).execute();
    expect(left).toEqual([]);
  }
});
