import type { Context } from "#app/database.ts";
import type { Endpoint } from "#platform/http/endpoint.ts";
import { listPartyEntries } from "./entries/party-entries.contract.ts";
import { listEntries } from "./entries/party-entries.queries.ts";
import { type PartyListQuery, partyContracts } from "./parties.contract.ts";
import { listParties } from "./parties.queries.ts";
import { partyKinds } from "./party-kinds.rules.ts";
import { listSyncLog as listSyncLogContract } from "./sync/sync-log.contract.ts";
import { listSyncLog } from "./sync/sync-log.queries.ts";
import { listPartyTemplates } from "./templates/templates.contract.ts";
import { listTemplates } from "./templates/templates.queries.ts";

/** A list and how a page of it is fetched. */
interface PartyList {
  readonly list: Endpoint;
  readonly page: (
    ctx: Context,
    query: unknown,
  ) => Promise<{ readonly items: readonly object[]; readonly nextCursor: string | null }>;
}

type EntriesQuery = Parameters<typeof listEntries>[1];
type SyncLogQuery = Parameters<typeof listSyncLog>[1];
type TemplatesQuery = Parameters<typeof listTemplates>[1];

/** Every list of this module that can be had as a file. */
export const partyLists: readonly PartyList[] = [
  ...partyKinds.map(
    (kind): PartyList => ({
      list: partyContracts[kind].list as unknown as Endpoint,
      page: (ctx, query) => listParties(ctx, kind, query as PartyListQuery),
    }),
  ),
  {
    list: listPartyEntries as unknown as Endpoint,
    page: ({ db }, query) => listEntries(db, query as EntriesQuery),
  },
  {
    list: listSyncLogContract as unknown as Endpoint,
    page: (ctx, query) => listSyncLog(ctx, query as SyncLogQuery),
  },
  {
    list: listPartyTemplates as unknown as Endpoint,
    page: ({ db }, query) => listTemplates(db, query as TemplatesQuery),
  },
];
