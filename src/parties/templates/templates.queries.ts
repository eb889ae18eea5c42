import { sql } from "kysely";
import type { Db } from "#app/database.ts";
import type { ContactType } from "#contacts/contact.rules.ts";
import { allOf, fetchPage } from "#platform/db/fetch-page.ts";
import { containsWords } from "#platform/db/search-words.ts";
import { NotFound } from "#platform/errors.ts";
import type { Output } from "#platform/http/endpoint.ts";
import type { Referred } from "#setup/index.ts";
import type { PartyKind } from "../party-kinds.rules.ts";
import type { listPartyTemplates as contract, PartyTemplate } from "./templates.contract.ts";

const columns = sql`t.id, t.kind, t.code, t.description, t.contact_type as "contactType",
  (select code from territories where id = t.territory_id) as "territoryCode",
  (select code from countries where id = t.country_id) as "countryCode",
  (select code from currencies where id = t.currency_id) as "currencyCode",
  (select code from languages where id = t.language_id) as "languageCode",
  (select code from number_series where id = t.no_series_id) as "noSeries",
  t.version, t.last_modified_at as "lastModifiedAt"`;

export type TemplateRow = PartyTemplate & { readonly id: number };

export function presentTemplate(row: TemplateRow): PartyTemplate {
  return {
    kind: row.kind,
    code: row.code,
    description: row.description,
    contactType: row.contactType,
    territoryCode: row.territoryCode,
    countryCode: row.countryCode,
    currencyCode: row.currencyCode,
    languageCode: row.languageCode,
    noSeries: row.noSeries,
    version: row.version,
    lastModifiedAt: row.lastModifiedAt,
  };
}

const code = { expression: sql.ref("t.code"), type: "text" } as const;
const id = { expression: sql.ref("t.id"), type: "integer" } as const;
const orders = {
  kind: [{ expression: sql.ref("t.kind"), type: "text" }, code],
  code: [code, id],
  description: [{ expression: sql`coalesce(t.description, '')`, type: "text", collation: "fi-x-icu" }, id],
} as const;

export function listTemplates(db: Db, query: Output<NonNullable<typeof contract.query>>) {
  const where = allOf(
    [
      containsWords(sql`concat_ws(' ', t.code, t.description)`, query.search),
      query.kind && sql`t.kind = any(${query.kind}::text[])`,
      query.code && sql`t.code = any(${query.code}::text[])`,
      query.contactType && sql`t.contact_type = any(${query.contactType}::text[])`,
    ].filter((condition) => condition !== undefined),
  );
  const source = { columns, from: sql`party_templates t`, where, orders, defaultSort: "kind" } as const;
  return fetchPage(db, source, query, (row: TemplateRow) => presentTemplate(row));
}

/** @throws NotFound `not_found` */
export async function getTemplateRow(
  db: Db,
  kind: PartyKind,
  templateCode: string,
  lock = false,
): Promise<TemplateRow> {
  const { rows } = await sql<TemplateRow>`
    select ${columns} from party_templates t where t.kind = ${kind} and t.code = ${templateCode}
     ${lock ? sql`for update of t` : sql``}`.execute(db);
  if (!rows[0]) throw new NotFound("not_found", { key: templateCode }, [{ path: "code", code: "not_found" }]);
  return rows[0];
}

/** A template as far as new parties are made by it. */
export interface TemplateFacts {
  readonly code: string;
  readonly contactType: ContactType;
  readonly territoryId: number | null;
  readonly countryId: number | null;
  readonly currencyId: number | null;
  readonly languageId: number | null;
  readonly series: Referred<"number_series"> | null;
}

/** Every template of a kind. */
export async function findTemplates(db: Db, kind: PartyKind): Promise<readonly TemplateFacts[]> {
  const { rows } = await sql<TemplateFacts>`
    select t.code, t.contact_type as "contactType", t.territory_id as "territoryId", t.country_id as "countryId",
           t.currency_id as "currencyId", t.language_id as "languageId",
           (select jsonb_build_object('id', s.id, 'code', s.code, 'allowAutomatic', s.allow_automatic,
                                      'allowManual', s.allow_manual)
              from number_series s where s.id = t.no_series_id) as series
      from party_templates t where t.kind = ${kind} order by t.code`.execute(db);
  return rows;
}
