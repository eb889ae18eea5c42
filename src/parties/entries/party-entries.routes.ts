import type { Endpoint } from "#platform/http/endpoint.ts";
import { type Api, created, serve } from "#platform/http/serve.ts";
import { lineParser, serveLines, type UploadConfig } from "../upsert.routes.ts";
import { changeEntry, createEntry, deleteEntry, upsertEntries } from "./party-entries.commands.ts";
import * as contract from "./party-entries.contract.ts";
import { getEntryRow, listEntries, presentEntry, sumEntries } from "./party-entries.queries.ts";

/** Entries of parties over HTTP. */
export function servePartyEntries(api: Api, config: UploadConfig): void {
  serve(api, contract.listPartyEntries, ({ ctx, query }) => listEntries(ctx.db, query));
  serve(api, contract.getPartyEntryTotals, ({ ctx, query }) => sumEntries(ctx.db, query));
  serve(api, contract.getPartyEntry, async ({ ctx, params }) =>
    presentEntry(await getEntryRow(ctx.db, params.entryNo)),
  );
  serve(api, contract.createPartyEntry, async ({ ctx, body }) => {
    const entry = await createEntry(ctx, body);
    return created(entry, `/party-entries/${entry.entryNo}`);
  });
  serve(api, contract.changePartyEntry, ({ ctx, params, body, ifMatch }) =>
    changeEntry(ctx, params.entryNo, body, ifMatch),
  );
  serve(api, contract.deletePartyEntry, async ({ ctx, params, ifMatch }) => {
    await deleteEntry(ctx, params.entryNo, ifMatch);
    return undefined;
  });
  serveLines<contract.NewPartyEntry>(
    api,
    contract.upsertPartyEntries as unknown as Endpoint,
    config,
    ({ ctx }) => ({
      parse: lineParser(contract.PartyEntryLine),
      keysOf: ({ externalId }) => [externalId ?? ""],
      store: (entries) => upsertEntries(ctx, entries),
    }),
  );
}
