import { type RawBuilder, sql } from "kysely";
import type { Context, Db, Tx } from "#app/database.ts";
import type { Referred } from "#setup/index.ts";
import type { CorrespondenceType } from "./contact.rules.ts";
import {
  blankContact,
  type ContactFields,
  flagColumns,
  flagFields,
  plainColumns,
  plainFields,
  type ReferenceField,
  referenceColumns,
  referenceFields,
} from "./contact-fields.ts";
import type { Contact } from "./contacts.contract.ts";
import type { ContactDefaults, InheritanceFlags } from "./defaults.rules.ts";
import { imageNoColumn } from "./image/image.queries.ts";
import { KnownReferences } from "./references-known.ts";
import type { WritingFacts } from "./write-contact.rules.ts";

/** A contact as commands work on it. */
export interface ContactState {
  readonly id: number;
  readonly no: string;
  readonly companyId: number | null;
  readonly fields: ContactFields;
  readonly businessRelation: Contact["businessRelation"];
  readonly noSeries: string | null;
  /** Of its picture. */
  readonly imageNo: number | null;
  readonly erasedAt: string | null;
  readonly version: number;
  readonly lastModifiedAt: string;
}

type StateRow = Omit<ContactState, "fields"> &
  Omit<ContactFields, ReferenceField> & {
    readonly [Field in ReferenceField]: Referred<(typeof referenceColumns)[Field]["list"]> | null;
  };

const detailsOf: Partial<Record<ReferenceField, string>> = {
  countryCode: ", 'vatFormats', r.vat_formats",
  languageCode: ", 'locale', r.locale",
  salespersonCode: ", 'name', r.name",
};

/** Columns of a state, from `contacts c`; references as rows of set-up. */
const stateColumns = sql.raw(
  [
    'c.id, c.no, c.type, c.company_id as "companyId", c.correspondence_type as "correspondenceType"',
    'c.business_relation as "businessRelation", c.version, c.erased_at as "erasedAt", c.last_modified_at as "lastModifiedAt"',
    '(select code from number_series where id = c.no_series_id) as "noSeries"',
    imageNoColumn,
    ...plainFields.map((field) => `c.${plainColumns[field]} as "${field}"`),
    ...flagFields.map((flag) => `c.${flagColumns[flag]} as "${flag}"`),
    ...referenceFields.map((field) => {
      const { list, column } = referenceColumns[field];
      return `(select jsonb_build_object('id', r.id, 'code', r.code${detailsOf[field] ?? ""}) from ${list} r where r.id = c.${column}) as "${field}"`;
    }),
  ].join(", "),
);

/** How rows are locked: `share` keeps them as they are, `change` is for who changes them. */
export type Lock = "share" | "change" | "none";

const locks: Record<Lock, RawBuilder<unknown>> = {
  share: sql`for share of c`,
  change: sql`for no key update of c`,
  none: sql``,
};

/** Contacts by id, locked in the order of their ids: two of us never wait for each other in a circle. */
function selectStates(ids: readonly number[], lock: Lock): RawBuilder<StateRow> {
  return sql<StateRow>`select ${stateColumns} from contacts c where c.id = any(${ids}::bigint[]) order by c.id ${locks[lock]}`;
}

export type ContactStates = Map<number, ContactState>;

/** Reads (and locks) contacts; their rows of set-up join the known ones. Missing ids are left out. */
export async function loadStates(
  db: Db,
  ids: readonly number[],
  lock: Lock,
  references: KnownReferences,
): Promise<ContactStates> {
  if (ids.length === 0) return new Map();
  const { rows } = await selectStates(ids, lock).execute(db);
  return toStates(rows, references);
}

function toStates(rows: readonly StateRow[], references: KnownReferences): ContactStates {
  return new Map(rows.map((row) => [row.id, toState(row, references)]));
}

function toState(row: StateRow, references: KnownReferences): ContactState {
  const fields: Record<string, unknown> = {};
  for (const field of Object.keys(blankContact) as (keyof ContactFields)[]) fields[field] = row[field];
  for (const field of referenceFields) {
    references.add(referenceColumns[field].list, row[field]);
    fields[field] = row[field]?.code ?? null;
  }
  const { id, no, companyId, businessRelation, noSeries, imageNo, erasedAt, version } = row;
  return {
    id,
    no,
    companyId,
    businessRelation,
    noSeries,
    imageNo,
    erasedAt: erasedAt === null ? null : new Date(erasedAt).toISOString(),
    version,
    lastModifiedAt: new Date(row.lastModifiedAt).toISOString(),
    fields: fields as ContactFields,
  };
}

export type NumberSeries = Referred<"number_series">;

/** Everything beyond the contact itself that deciding about it needs. */
export interface ContactSetup extends WritingFacts {
  readonly contactNos: NumberSeries | null;
  readonly references: KnownReferences;
}

interface SetupRow extends InheritanceFlags {
  readonly contactNos: NumberSeries | null;
  readonly defaultFormatRegion: string | null;
  readonly defaultCorrespondenceType: CorrespondenceType | null;
  readonly defaultSalesperson: Referred<"salespeople"> | null;
  readonly usersSalesperson: Referred<"salespeople"> | null;
  readonly defaultTerritory: Referred<"territories"> | null;
  readonly defaultCountry: Referred<"countries"> | null;
  readonly defaultLanguage: Referred<"languages"> | null;
  readonly defaultCompanySalutation: Referred<"salutations"> | null;
  readonly defaultPersonSalutation: Referred<"salutations"> | null;
  readonly organisationVatFormats: readonly string[];
  readonly companies: readonly StateRow[];
}

const rowOf = (list: string, id: string, details = "") =>
  `(select jsonb_build_object('id', r.id, 'code', r.code${details}) from ${list} r where r.id = ${id})`;
const salespersonColumn = "jsonb_build_object('id', r.id, 'code', r.code, 'name', r.name)";
/** Who is blocked is not newly chosen, not even by a default. */
const salespersonOf = (id: string) =>
  `(select ${salespersonColumn} from salespeople r
     where r.id = ${id} and not r.blocked and not r.privacy_blocked)`;

const setupColumns = sql.raw(`
  m.inherit_salesperson as "inheritSalesperson", m.inherit_territory as "inheritTerritory",
  m.inherit_country as "inheritCountry", m.inherit_language as "inheritLanguage",
  m.inherit_format_region as "inheritFormatRegion", m.inherit_address as "inheritAddress",
  m.inherit_communication as "inheritCommunication",
  m.default_format_region as "defaultFormatRegion", m.default_correspondence_type as "defaultCorrespondenceType",
  ${salespersonOf("m.default_salesperson_id")} as "defaultSalesperson",
  ${rowOf("territories", "m.default_territory_id")} as "defaultTerritory",
  ${rowOf("countries", "m.default_country_id", ", 'vatFormats', r.vat_formats")} as "defaultCountry",
  ${rowOf("languages", "m.default_language_id", ", 'locale', r.locale")} as "defaultLanguage",
  ${rowOf("salutations", "m.default_company_salutation_id")} as "defaultCompanySalutation",
  ${rowOf("salutations", "m.default_person_salutation_id")} as "defaultPersonSalutation",
  ${rowOf("number_series", "m.contact_nos_id", ", 'allowAutomatic', r.allow_automatic, 'allowManual', r.allow_manual")} as "contactNos",
  coalesce((select r.vat_formats from countries r where r.id = i.country_id), '{}') as "organisationVatFormats"`);

/**
 * Reads the set-up and, in the same statement, the companies that a request is about, locked in the order of their
 * ids. The companies come first: people are locked after them.
 */
export async function loadSetup(
  ctx: Context & { readonly db: Tx },
  companyIds: readonly number[],
  lock: Lock,
): Promise<{ readonly setup: ContactSetup; readonly companies: ContactStates }> {
  const { rows } = await sql<SetupRow>`
    with companies as (${selectStates(companyIds, lock)})
    select ${setupColumns},
           (select ${sql.raw(salespersonColumn)} from salespeople r
             where r.id = ${ctx.actor.salespersonId}::int and not r.blocked and not r.privacy_blocked) as "usersSalesperson",
           coalesce((select jsonb_agg(to_jsonb(companies)) from companies), '[]') as companies
      from marketing_setup m cross join company_information i`.execute(ctx.db);
  const row = rows[0]!;
  const references = new KnownReferences();
  return { setup: toSetup(row, references), companies: toStates(row.companies, references) };
}

function toSetup(row: SetupRow, references: KnownReferences): ContactSetup {
  for (const salesperson of [row.defaultSalesperson, row.usersSalesperson])
    references.add("salespeople", salesperson);
  references.add("territories", row.defaultTerritory);
  references.add("countries", row.defaultCountry);
  references.add("languages", row.defaultLanguage);
  references.add("salutations", row.defaultCompanySalutation);
  references.add("salutations", row.defaultPersonSalutation);
  const defaults: ContactDefaults = {
    defaultSalesperson: row.defaultSalesperson?.code ?? null,
    defaultTerritory: row.defaultTerritory?.code ?? null,
    defaultCountry: row.defaultCountry?.code ?? null,
    defaultLanguage: row.defaultLanguage?.code ?? null,
    defaultFormatRegion: row.defaultFormatRegion,
    defaultCorrespondenceType: row.defaultCorrespondenceType,
    defaultCompanySalutation: row.defaultCompanySalutation?.code ?? null,
    defaultPersonSalutation: row.defaultPersonSalutation?.code ?? null,
  };
  return {
    flags: row,
    defaults,
    usersSalespersonCode: row.usersSalesperson?.code ?? null,
    contactNos: row.contactNos,
    references,
    vatFormatsOf: (countryCode) =>
      countryCode === null
        ? row.organisationVatFormats
        : (references.get("countries", countryCode)?.vatFormats ?? []),
    localeOf: (languageCode) => references.get("languages", languageCode)?.locale ?? null,
  };
}
