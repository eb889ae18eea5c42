import { sql } from "kysely";
import type { Db } from "#app/database.ts";
import { Conflict } from "#platform/errors.ts";
import { lookUpCodes, type Referred } from "#setup/index.ts";
import { partyReferenceFields, partyReferences, setupFieldsOfKind } from "./party-fields.rules.ts";
import type { PartyKind } from "./party-kinds.rules.ts";
import type { PartyFacts, PartyInput } from "./write-party.rules.ts";

/** What the marketing set-up says about a kind. */
export interface KindSetup {
  /** Of linked rows; `null`: parties of this kind are not synchronized. */
  readonly relation: { readonly id: number; readonly code: string } | null;
  /** Gives the numbers. */
  readonly series: Referred<"number_series"> | null;
  readonly organisationVatFormats: readonly string[];
}

/** Names of the columns of the marketing set-up. */
export const setupColumnsOfKind = {
  customer: { nos: "customer_nos_id", relation: "bus_rel_code_for_customers_id" },
  vendor: { nos: "vendor_nos_id", relation: "bus_rel_code_for_vendors_id" },
  bankAccount: { nos: "bank_account_nos_id", relation: "bus_rel_code_for_bank_accs_id" },
  employee: { nos: "employee_nos_id", relation: "bus_rel_code_for_employees_id" },
} as const satisfies Record<PartyKind, { nos: string; relation: string }>;

export async function loadKindSetup(db: Db, kind: PartyKind): Promise<KindSetup> {
  const columns = setupColumnsOfKind[kind];
  const { rows } = await sql<KindSetup>`
    select (select jsonb_build_object('id', b.id, 'code', b.code) from business_relations b
             where b.id = ${sql.ref(`m.${columns.relation}`)}) as relation,
           (select jsonb_build_object('id', s.id, 'code', s.code, 'allowAutomatic', s.allow_automatic,
                                      'allowManual', s.allow_manual)
              from number_series s where s.id = ${sql.ref(`m.${columns.nos}`)}) as series,
           coalesce((select c.vat_formats from countries c where c.id = i.country_id), '{}') as "organisationVatFormats"
      from marketing_setup m cross join company_information i`.execute(db);
  return rows[0]!;
}

/** 409 `setup_missing`: the code of linked rows of this kind is not set up. */
export function relationCodeMissing(kind: PartyKind): Conflict {
  const field = setupFieldsOfKind[kind].relationCode;
  return new Conflict("setup_missing", { field }, [{ path: field, code: "setup_missing" }]);
}

/** Facts about parties and the ids behind all their codes, looked up in one statement. */
export interface KnownCodes extends PartyFacts {
  idOf(field: (typeof partyReferenceFields)[number], code: string | null): number | null;
}

/** Looks up every code that the requests and the stored parties name. */
export async function lookUpPartyCodes(
  db: Db,
  inputs: readonly Pick<PartyInput, (typeof partyReferenceFields)[number]>[],
  { organisationVatFormats }: Pick<KindSetup, "organisationVatFormats">,
): Promise<KnownCodes> {
  type List = (typeof partyReferences)[(typeof partyReferenceFields)[number]];
  const codes: Partial<Record<List, Set<string>>> = {};
  for (const input of inputs) {
    for (const field of partyReferenceFields) {
      const code = input[field];
      if (code == null) continue;
      const list = partyReferences[field];
      codes[list] ??= new Set();
      codes[list].add(code);
    }
  }
  const directory = await lookUpCodes<List>(
    db,
    Object.fromEntries(Object.entries(codes).map(([list, wanted]) => [list, [...wanted]])),
  );
  const find = <Name extends List>(list: Name, code: string) =>
    directory[list]?.get(code) as Referred<Name> | undefined;
  return {
    vatFormatsOf: (country) =>
      country === null ? organisationVatFormats : (find("countries", country)?.vatFormats ?? []),
    localeOf: (language) => find("languages", language)?.locale ?? null,
    has: (list, code) => find(list, code) !== undefined,
    salesperson: (code) => find("salespeople", code) ?? null,
    idOf: (field, code) => (code === null ? null : (find(partyReferences[field], code)?.id ?? null)),
  };
}
