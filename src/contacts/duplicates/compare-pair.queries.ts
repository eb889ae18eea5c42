import { sql } from "kysely";
import type { Db } from "#app/database.ts";
import { plainColumns } from "../contact-fields.ts";
import type { DuplicateDetails } from "./duplicates.contract.ts";
import { findPair, type PairSide, pairNotFound, presentPair, sidesOf } from "./pairs.queries.ts";
import {
  compareStrings,
  inOrder,
  neededHits,
  type SearchField,
  type SearchStringRow,
  searchFields,
} from "./search-string.rules.ts";

type Values = Readonly<Record<SearchField, string | null>>;

const valueColumns = sql.raw(searchFields.map((field) => `${plainColumns[field]} as "${field}"`).join(", "));

/**
 * A pair side by side: both values of every field of the set-up and which strings hit, as the fields and the set-up are
 * now (B2). @throws NotFound `duplicate_pair_not_found`
 */
export async function comparePair(db: Db, contactNo: string, duplicateNo: string): Promise<DuplicateDetails> {
  const row = await findPair(db, contactNo, duplicateNo);
  const sides = await sql<PairSide & Values>`
    select id, no, name, city, ${valueColumns} from contacts
     where id = any(${[row.contact_id, row.duplicate_id]}::bigint[])`.execute(db);
  const { contact, duplicate } = sidesOf(row, new Map(sides.rows.map((side) => [side.id, side])));
  if (!contact || !duplicate) throw pairNotFound(contactNo, duplicateNo);
  const setup = await db.selectFrom("duplicate_search_strings").select(["field", "part", "length"]).execute();
  const { search_hit_percent } = await db
    .selectFrom("marketing_setup")
    .select("search_hit_percent")
    .executeTakeFirstOrThrow();
  return {
    ...presentPair(row, contact, duplicate),
    neededHits: neededHits(setup.length, search_hit_percent),
    fields: compareFields(setup, contact, duplicate),
  };
}

function compareFields(
  setup: readonly SearchStringRow[],
  contact: Values,
  duplicate: Values,
): DuplicateDetails["fields"] {
  const compared = compareStrings(inOrder(setup), contact, duplicate);
  return [...Map.groupBy(compared, ({ row }) => row.field)].map(([field, strings]) => ({
    field,
    contactValue: contact[field],
    duplicateValue: duplicate[field],
    strings: strings.map(({ row, string, duplicateString, isHit }) => ({
      part: row.part,
      length: row.length,
      contactString: string,
      duplicateString,
      isHit,
    })),
  }));
}
