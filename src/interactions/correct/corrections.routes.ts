import { type Api, created, serve } from "#platform/http/serve.ts";
import { correctEntry, undoCorrection } from "./correct-entry.commands.ts";
import * as contract from "./correction.contract.ts";
import { listCorrections } from "./corrections.queries.ts";

export function serveCorrections(api: Api): void {
  serve(api, contract.correctLogEntry, async ({ ctx, params, body, ifMatch }) => {
    const { reason, ...change } = body;
    const entry = await correctEntry(ctx, params.entryNo, { change, reason }, ifMatch);
    return created(entry, `/interaction-log-entries/${entry.entryNo}`);
  });
  serve(api, contract.undoCorrection, ({ ctx, params, body }) =>
    undoCorrection(ctx, params.entryNo, body.reason ?? null),
  );
  serve(api, contract.listCorrections, async ({ ctx, params }) => ({
    items: await listCorrections(ctx, params.entryNo),
  }));
}
