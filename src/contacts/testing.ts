import { type Insertable, sql } from "kysely";
import type { Context, Db } from "#app/database.ts";
import { type TestDatabase, testContext } from "#app/testing.ts";
import type { InteractionsTables } from "#interactions/interactions.tables.ts";
import type { CorrespondenceType } from "./contact.rules.ts";
import { blankContact, type ContactFields } from "./contact-fields.ts";
import type { Contact } from "./contacts.contract.ts";
import { createContact } from "./create-contacts.commands.ts";
import type { ContactInput } from "./write-contact.rules.ts";

let counter = 0;

/** A number, code or name that no other test of the file uses. */
export function unique(prefix: string): string {
  counter += 1;
  return `${prefix}${counter}`;
}

/** A contact as the rules see it: a company called Kuusela Oy unless said. */
export function aContact(overrides: Partial<ContactFields> = {}): ContactFields {
  const name = overrides.name ?? (overrides.type === "person" ? "Aino Kuusela" : "Kuusela Oy");
  return { ...blankContact, name, companyName: overrides.type === "person" ? null : name, ...overrides };
}

type Where = Context | TestDatabase;

function contextOf(where: Where): Context {
  return "actor" in where ? where : testContext(where.db);
}

interface HasDb {
  readonly db: Db;
}

type PlainList = "territories" | "salutations" | "organizational_levels" | "currencies" | "salespeople";

/** Records that a test stands on. */
export const given = {
  /** A contact, created as everybody creates them; a company with a number of its own unless said. */
  async contact(where: Where, overrides: ContactInput = {}): Promise<Contact & { readonly id: number }> {
    const no = overrides.no ?? unique("T");
    const name = overrides.type === "person" ? `Henkilö ${no}` : `Yritys ${no} Oy`;
    const { id, contact } = await createContact(contextOf(where), { name, ...overrides, no });
    return { id, ...contact };
  },

  /** Rows of set-up lists; answers their ids by code. */
  async codes({ db }: HasDb, list: PlainList, ...codes: string[]): Promise<ReadonlyMap<string, number>> {
    const { rows } = await sql<{ id: number; code: string }>`
      insert into ${sql.table(list)} (code) select unnest(${codes}::text[])
          on conflict (code) do update set code = excluded.code
      returning id, code`.execute(db);
    return new Map(rows.map(({ id, code }) => [code, id]));
  },

  /** A country, or the one with this code; answers its id. */
  async country({ db }: HasDb, code: string, vatFormats: string[] = []): Promise<number> {
    const { id } = await db
      .insertInto("countries")
      .values({ code, vat_formats: vatFormats })
      .onConflict((conflict) => conflict.column("code").doUpdateSet({ vat_formats: vatFormats }))
      .returning("id")
      .executeTakeFirstOrThrow();
    return id;
  },

  /** A language, or the one with this code; answers its id. */
  async language({ db }: HasDb, code: string, locale: string | null = null): Promise<number> {
    const { id } = await db
      .insertInto("languages")
      .values({ code, locale })
      .onConflict((conflict) => conflict.column("code").doUpdateSet({ locale }))
      .returning("id")
      .executeTakeFirstOrThrow();
    return id;
  },

  /** An interaction, written straight into the log as one that happened; answers its number. */
  async entry(
    { db }: HasDb,
    values: Partial<Insertable<InteractionsTables["interaction_log_entries"]>>,
  ): Promise<number> {
    counter += 1;
    const entryNo = 900_000 + counter;
    await db
      .insertInto("interaction_log_entries")
      .values({
        entry_no: entryNo,
        happened_at: "2026-11-20 09:00:00",
        user_id: "TESTER",
        contact_id: 0,
        ...values,
      })
      .execute();
    return entryNo;
  },
};

/** The marketing set-up of a test, by codes; what is left out is blank, flags are on. */
export interface TestSetup {
  readonly startingNo?: string;
  readonly allowManual?: boolean;
  readonly inherits?: boolean;
  readonly salespersonCode?: string;
  readonly territoryCode?: string;
  readonly countryCode?: string;
  readonly languageCode?: string;
  readonly formatRegion?: string;
  readonly correspondenceType?: CorrespondenceType;
  readonly companySalutationCode?: string;
  readonly personSalutationCode?: string;
}

/** Sets the marketing set-up to exactly this, making the rows it names. */
export async function setUpMarketing({ db }: HasDb, setup: TestSetup = {}): Promise<void> {
  const idOf = async (list: PlainList, code: string | undefined) =>
    code === undefined ? null : ((await given.codes({ db }, list, code)).get(code) ?? null);
  const inherits = setup.inherits ?? true;
  await db
    .updateTable("marketing_setup")
    .set({
      contact_nos_id:
        setup.startingNo === undefined
          ? null
          : await aSeries(db, setup.startingNo, setup.allowManual ?? true),
      inherit_salesperson: inherits,
      inherit_territory: inherits,
      inherit_country: inherits,
      inherit_language: inherits,
      inherit_format_region: inherits,
      inherit_address: inherits,
      inherit_communication: inherits,
      default_salesperson_id: await idOf("salespeople", setup.salespersonCode),
      default_territory_id: await idOf("territories", setup.territoryCode),
      default_country_id:
        setup.countryCode === undefined ? null : await given.country({ db }, setup.countryCode),
      default_language_id:
        setup.languageCode === undefined ? null : await given.language({ db }, setup.languageCode),
      default_format_region: setup.formatRegion ?? null,
      default_correspondence_type: setup.correspondenceType ?? null,
      default_company_salutation_id: await idOf("salutations", setup.companySalutationCode),
      default_person_salutation_id: await idOf("salutations", setup.personSalutationCode),
    })
    .execute();
}

/** A number series that begins with the number; answers its id. */
async function aSeries(db: Db, startingNo: string, allowManual: boolean): Promise<number> {
  const series = await db
    .insertInto("number_series")
    .values({ code: unique("SERIES"), allow_manual: allowManual })
    .returning("id")
    .executeTakeFirstOrThrow();
  await db
    .insertInto("number_series_lines")
    .values({ series_id: series.id, starting_date: "2020-01-01", starting_no: startingNo })
    .execute();
  return series.id;
}
