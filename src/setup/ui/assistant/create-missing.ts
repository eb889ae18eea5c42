import type { Endpoint } from "#platform/http/endpoint.ts";
import { missingRows } from "#setup/assistant.rules.ts";
import { type CallArgs, call } from "#web/api-client.ts";
import { isProblem } from "#web/problem.ts";
import type { Page } from "#web/query.ts";

/** A row with whatever other fields its list has. */
interface Coded {
  readonly code: string;
  readonly [field: string]: unknown;
}

/** How many requests are on their way at once. */
const lanes = 4;

/**
 * Creates those of the rows whose code does not exist yet, so that a step can be gone through again. One that appears
 * meanwhile counts as there.
 */
export async function createMissing(
  endpoints: { readonly list: Endpoint; readonly create: Endpoint },
  wanted: readonly Coded[],
): Promise<void> {
  const missing = missingRows(wanted, await readAll(endpoints.list));
  const waiting = [...missing];
  const work = async () => {
    for (let row = waiting.shift(); row; row = waiting.shift()) await create(endpoints.create, row);
  };
  await Promise.all(Array.from({ length: lanes }, work));
}

async function create(endpoint: Endpoint, body: Coded): Promise<void> {
  try {
    await call(endpoint, { body } as unknown as CallArgs<Endpoint>);
  } catch (error) {
    if (!isProblem(error, "duplicate")) throw error;
  }
}

/** Every row of a short list. */
async function readAll(list: Endpoint, cursor?: string): Promise<Coded[]> {
  const query = { limit: "200", ...(cursor === undefined ? {} : { cursor }) };
  const page = (await call(list, { query } as unknown as CallArgs<Endpoint>)) as unknown as Page<Coded>;
  return page.nextCursor === null
    ? [...page.items]
    : [...page.items, ...(await readAll(list, page.nextCursor))];
}
