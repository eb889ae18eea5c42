import { sql } from "kysely";
import type { Db } from "#app/database.ts";
import { normalizeCode } from "#platform/text.rules.ts";
import type { Locality } from "../../contact.rules.ts";
import { completePostCode } from "./post-code.rules.ts";
import { findPostCodes } from "./post-codes.queries.ts";

type Supplied = { readonly [Field in keyof Locality]?: string | null | undefined };

const nowhere: Locality = { countryCode: null, postCode: null, city: null, county: null };

/** Whether the post code of a request says something that the request itself does not. */
function isOpen({ postCode, city, county, countryCode }: Supplied): boolean {
  return postCode != null && (city === undefined || county === undefined || countryCode === undefined);
}

/** New contacts with what their post codes say (contacts §1.1); at most one statement. */
export async function completeNew<Input extends Supplied>(
  db: Db,
  inputs: readonly Input[],
): Promise<readonly Input[]> {
  return completeAddresses(db, inputs, () => nowhere);
}

/** The same for changes: the country and the city that the contact has are preferred; at most two statements. */
export async function completeChanges<Change extends Supplied>(
  db: Db,
  requests: readonly { readonly no: string; readonly change: Change }[],
): Promise<readonly Change[]> {
  const open = requests.filter(({ change }) => isOpen(change)).map(({ no }) => no.toUpperCase());
  const current = await localitiesOf(db, open);
  return completeAddresses(
    db,
    requests.map(({ change }) => change),
    (index) => current.get(requests[index]!.no.toUpperCase()) ?? null,
  );
}

/** Addresses with what their post codes say; `currentOf` says, by place, what is there already. At most one statement. */
export async function completeAddresses<Input extends Supplied>(
  db: Db,
  inputs: readonly Input[],
  currentOf: (index: number) => Locality | null,
): Promise<readonly Input[]> {
  const postCodes = await findPostCodes(
    db,
    inputs.map((input) => (isOpen(input) ? normalizeCode(input.postCode ?? null) : null)),
  );
  if (postCodes.length === 0) return inputs;
  return inputs.map((input, index) => {
    if (!isOpen(input)) return input;
    const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
    const postCode = normalizeCode(input.postCode ?? null);
    const before = { ...(currentOf(index) ?? nowhere), ...pick(given), postCode };
    const after = completePostCode(before, { ...input, postCode }, postCodes);
    const filled = Object.entries(after).filter(
      ([field, value]) => value !== before[field as keyof Locality],
    );
    return { ...input, ...Object.fromEntries(filled) };
  });
}

function pick(given: Record<string, unknown>): Partial<Locality> {
  const fields = ["countryCode", "city", "county"].filter((field) => field in given);
  return Object.fromEntries(fields.map((field) => [field, given[field]]));
}

async function localitiesOf(db: Db, nos: readonly string[]): Promise<ReadonlyMap<string, Locality>> {
  if (nos.length === 0) return new Map();
  const { rows } = await sql<Locality & { no: string }>`
    select n.no, c.post_code as "postCode", c.city, c.county,
           (select code from countries where id = c.country_id) as "countryCode"
      from contact_numbers n join contacts c on c.id = n.contact_id where n.no = any(${nos}::text[])`.execute(
    db,
  );
  return new Map(rows.map(({ no, ...locality }) => [no, locality]));
}
