import { describe, expect } from "vitest";
import type { Context } from "#app/database.ts";
import { test } from "#app/testing.ts";
import { changeContact } from "./change-contacts.commands.ts";
import { getContact } from "./contacts.queries.ts";
import {
  blankInheritable,
  followCompanyChange,
  type Inheritable,
  type InheritableField,
} from "./defaults.rules.ts";
import { given, setUpMarketing } from "./testing.ts";

async function someSetup(ctx: Context, inherits = true) {
  await setUpMarketing(ctx, { inherits });
  await given.codes(ctx, "salespeople", "AH", "BK");
  await given.codes(ctx, "territories", "NORTH", "SOUTH");
  await given.country(ctx, "DK");
  await given.country(ctx, "SE");
  for (const code of ["ENU", "DEU", "FRA"]) await given.language(ctx, code);
}

const companyValues = {
  salespersonCode: "AH",
  territoryCode: "NORTH",
  countryCode: "DK",
  languageCode: "ENU",
  address: "Ranta 1",
  address2: "2. kerros",
  postCode: "2100",
  city: "København",
  county: "Sjælland",
  email: "info@firma.test",
} as const;

describe("a person who gets a company", () => {
  test("CON-036 takes its salesperson, territory, country, language, address and e-mail", async ({ ctx }) => {
    await someSetup(ctx);
    const company = await given.contact(ctx, companyValues);
    const person = await given.contact(ctx, { type: "person" });

    const { contact } = await changeContact(ctx, person.no, { companyNo: company.no });

    expect(contact).toMatchObject({ ...companyValues, companyNo: company.no, companyName: company.name });
    expect((await stored(ctx, person.no)).search_email).toBe("INFO@FIRMA.TEST");
  });

  test("CON-037 without inheritance address and e-mail stay blank", async ({ ctx }) => {
    await someSetup(ctx, false);
    const company = await given.contact(ctx, companyValues);
    const person = await given.contact(ctx, { type: "person" });

    const { contact } = await changeContact(ctx, person.no, { companyNo: company.no });

    expect(contact).toMatchObject({
      companyName: company.name,
      address: null,
      city: null,
      email: null,
      salespersonCode: null,
    });
  });

  test("CON-038 takes all five parts of the address when it has none", async ({ ctx }) => {
    await someSetup(ctx);
    const company = await given.contact(ctx, companyValues);
    const person = await given.contact(ctx, { type: "person", county: "Skåne" });

    const { contact } = await changeContact(ctx, person.no, { companyNo: company.no });

    const { address, address2, postCode, city, county } = companyValues;
    expect(contact).toMatchObject({ address, address2, postCode, city, county });
  });

  test("keeps what the same request says", async ({ ctx }) => {
    await someSetup(ctx);
    const company = await given.contact(ctx, companyValues);
    const person = await given.contact(ctx, { type: "person" });

    const { contact } = await changeContact(ctx, person.no, {
      companyNo: company.no,
      territoryCode: "SOUTH",
      email: null,
    });

    expect(contact).toMatchObject({ territoryCode: "SOUTH", email: null, salespersonCode: "AH" });
  });

  test("CON-043 leaves the history with the company that it leaves", async ({ ctx }) => {
    await someSetup(ctx);
    const [p, q] = [await given.contact(ctx), await given.contact(ctx)];
    const person = await given.contact(ctx, { type: "person", companyNo: p.no });
    for (let index = 0; index < 2; index++)
      await given.entry(ctx, { contact_id: person.id, company_id: p.id });

    await changeContact(ctx, person.no, { companyNo: q.no });

    const entries = await ctx.db
      .selectFrom("interaction_log_entries")
      .select(["contact_id", "company_id", "former_contact_id"])
      .execute();
    expect(entries).toEqual(
      Array(2).fill({ contact_id: p.id, company_id: p.id, former_contact_id: person.id }),
    );
  });

  test("brings its own history along when it had no company", async ({ ctx }) => {
    const company = await given.contact(ctx);
    const person = await given.contact(ctx, { type: "person" });
    await given.entry(ctx, { contact_id: person.id });

    await changeContact(ctx, person.no, { companyNo: company.no });

    const entries = await ctx.db
      .selectFrom("interaction_log_entries")
      .select(["contact_id", "company_id"])
      .execute();
    expect(entries).toEqual([{ contact_id: person.id, company_id: company.id }]);
  });
});

describe("people of a company that changes", () => {
  test("CON-039 follow a new language only where they had the old one", async ({ ctx }) => {
    await someSetup(ctx);
    const company = await given.contact(ctx, { languageCode: "ENU" });
    const own = await given.contact(ctx, { type: "person", companyNo: company.no, languageCode: "DEU" });
    const same = await given.contact(ctx, { type: "person", companyNo: company.no });

    await changeContact(ctx, company.no, { languageCode: "FRA" });

    expect((await getContact(ctx.db, own.no)).languageCode).toBe("DEU");
    expect(await getContact(ctx.db, same.no)).toMatchObject({ languageCode: "FRA", version: 2 });
  });

  test("CON-040 get a phone number where neither had one", async ({ ctx }) => {
    await someSetup(ctx);
    const company = await given.contact(ctx);
    const person = await given.contact(ctx, { type: "person", companyNo: company.no });

    await changeContact(ctx, company.no, { phoneNo: "111" });

    expect((await getContact(ctx.db, person.no)).phoneNo).toBe("111");
  });

  test("CON-041 keep an address of their own", async ({ ctx }) => {
    await someSetup(ctx);
    const company = await given.contact(ctx, companyValues);
    const person = await given.contact(ctx, {
      type: "person",
      companyNo: company.no,
      address: "Kotikatu 2",
      city: "Odense",
    });

    await changeContact(ctx, company.no, { city: "Aarhus" });

    expect(await getContact(ctx.db, person.no)).toMatchObject({
      address: "Kotikatu 2",
      city: "Odense",
      version: 1,
    });
  });

  test("CON-042 all follow its name, whatever else they have", async ({ ctx }) => {
    await someSetup(ctx);
    const company = await given.contact(ctx, companyValues);
    const alike = await given.contact(ctx, { type: "person", companyNo: company.no });
    const different = await given.contact(ctx, {
      type: "person",
      companyNo: company.no,
      city: "Oslo",
      languageCode: "DEU",
    });

    await changeContact(ctx, company.no, { name: "Uusi Nimi Oy" });

    for (const { no } of [alike, different])
      expect((await getContact(ctx.db, no)).companyName).toBe("Uusi Nimi Oy");
    expect((await getContact(ctx.db, different.no)).city).toBe("Oslo");
  });

  test("are found by a new e-mail that reached them, and the trail names them", async ({ ctx }) => {
    await someSetup(ctx);
    const company = await given.contact(ctx, companyValues);
    const person = await given.contact(ctx, { type: "person", companyNo: company.no });

    await changeContact(ctx, company.no, { email: "uusi@firma.test" });

    expect(await stored(ctx, person.no)).toMatchObject({
      email: "uusi@firma.test",
      search_email: "UUSI@FIRMA.TEST",
    });
    const trail = await ctx.db
      .selectFrom("audit_entries")
      .select("changes")
      .where("resource_key", "=", company.no)
      .orderBy("id", "desc")
      .executeTakeFirstOrThrow();
    expect(trail.changes).toMatchObject({
      email: ["info@firma.test", "uusi@firma.test"],
      followers: [person.no],
    });
  });

  test("follow in SQL exactly as the rule says, field by field", async ({ ctx }) => {
    await someSetup(ctx);
    const flags = {
      inheritSalesperson: true,
      inheritTerritory: true,
      inheritCountry: true,
      inheritLanguage: true,
      inheritFormatRegion: true,
      inheritAddress: true,
      inheritCommunication: true,
    };
    const codes: Partial<Record<InheritableField, readonly (string | null)[]>> = {
      salespersonCode: [null, "AH", "BK"],
      territoryCode: [null, "NORTH", "SOUTH"],
      countryCode: [null, "DK", "SE"],
      languageCode: [null, "ENU", "DEU", "FRA"],
      email: [null, "a@firma.test", "b@firma.test"],
      correspondenceType: [null],
    };
    const fields = Object.keys(blankInheritable) as InheritableField[];
    let turn = 0;
    const values = () =>
      Object.fromEntries(
        fields.map((field) => {
          turn = (turn * 48_271 + 11) % 2_147_483_647;
          const choices = codes[field] ?? [null, "1", "2"];
          return [field, choices[turn % choices.length]!];
        }),
      ) as unknown as Inheritable;
    const before = values();
    const company = await given.contact(ctx, before);
    // Every other person has the company's address, so that this part is met as well.
    const people = Array.from({ length: 30 }, (_, index) => {
      const { address, address2, postCode, city } = before;
      return { ...values(), ...(index % 2 === 0 && { address, address2, postCode, city }) };
    });
    const made = [];
    for (const person of people)
      made.push(await given.contact(ctx, { type: "person", companyNo: company.no, ...person }));

    const after = values();
    await changeContact(ctx, company.no, after);

    const current = inheritable(await getContact(ctx.db, company.no));
    for (const [index, person] of people.entries()) {
      const expected = followCompanyChange(person, before, current, flags);
      expect(inheritable(await getContact(ctx.db, made[index]!.no))).toEqual(expected);
    }

    function inheritable(contact: Inheritable): Inheritable {
      return Object.fromEntries(fields.map((field) => [field, contact[field]])) as unknown as Inheritable;
    }
  });
});

async function stored(ctx: Context, no: string) {
  return ctx.db
    .selectFrom("contacts")
    .select(["email", "search_email"])
    .where("no", "=", no)
    .executeTakeFirstOrThrow();
}
