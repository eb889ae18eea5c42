import { sql } from "kysely";
import type { Context, Db } from "#app/database.ts";
import { differences, recordChange } from "#platform/audit/audit.ts";
import { inTransaction } from "#platform/db/transaction.ts";
import { refusingDuplicates } from "#platform/db/unique.ts";
import { expectVersion } from "#platform/http/preconditions.ts";
import { refuseUnknownReferences, resolveReferences } from "#setup/index.ts";
import type { NewPostCode, PostCode, PostCodeChange } from "./post-codes.contract.ts";
import { getPostCode, type PostCodeKey } from "./post-codes.queries.ts";

const resource = "post-codes";
const keyOf = ({ code, city }: PostCodeKey) => `${code}/${city}`;

/** @throws Conflict `duplicate`; Invalid `not_found` (country) */
export function createPostCode(ctx: Context, input: NewPostCode): Promise<PostCode> {
  return inTransaction(ctx, async (tx) => {
    const countryId = await countryIdOf(tx.db, input.countryCode);
    await refusingDuplicates({ constraint: "post_codes_key", key: keyOf(input) }, () =>
      sql`
        insert into post_codes (code, city, county, country_id)
        values (${input.code}, ${input.city}, ${input.county ?? null}, ${countryId})`.execute(tx.db),
    );
    await recordChange(tx, {
      action: "postCode.created",
      resource,
      key: keyOf(input),
      changes: { ...input },
    });
    return getPostCode(tx.db, input);
  });
}

/** @throws NotFound `not_found`; Stale; Conflict `duplicate`; Invalid `not_found` (country) */
export function changePostCode(
  ctx: Context,
  key: PostCodeKey,
  input: PostCodeChange,
  ifMatch: number | null,
): Promise<PostCode> {
  return inTransaction(ctx, async (tx) => {
    const before = await getPostCode(tx.db, key, true);
    expectVersion(before, ifMatch);
    const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
    const after = { ...before, ...given } as PostCode;
    const changes = differences(before, after);
    if (Object.keys(changes).length === 0) return before;
    const countryId = await countryIdOf(tx.db, after.countryCode);
    await refusingDuplicates({ constraint: "post_codes_key", key: keyOf(after) }, () =>
      sql`
        update post_codes
           set code = ${after.code}, city = ${after.city}, county = ${after.county}, country_id = ${countryId},
               version = version + 1, last_modified_at = now()
         where code = ${before.code} and city = ${before.city}`.execute(tx.db),
    );
    await recordChange(tx, { action: "postCode.changed", resource, key: keyOf(before), changes });
    return getPostCode(tx.db, after);
  });
}

/** @throws NotFound `not_found`; Stale */
export function deletePostCode(ctx: Context, key: PostCodeKey, ifMatch: number | null): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const before = await getPostCode(tx.db, key, true);
    expectVersion(before, ifMatch);
    await sql`delete from post_codes where code = ${before.code} and city = ${before.city}`.execute(tx.db);
    await recordChange(tx, { action: "postCode.deleted", resource, key: keyOf(before) });
  });
}

async function countryIdOf(db: Db, countryCode: string | null | undefined): Promise<number | null> {
  const { rows, notFound } = await resolveReferences(db, { countryCode: "countries" }, { countryCode });
  refuseUnknownReferences(notFound);
  return rows.countryCode?.id ?? null;
}
