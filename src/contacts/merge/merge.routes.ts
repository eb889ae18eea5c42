import { type Api, serve } from "#platform/http/serve.ts";
import * as contract from "./merge.contract.ts";
import { mergeContacts } from "./merge-contacts.commands.ts";
import { listMerges } from "./merges.queries.ts";
import { previewMerge } from "./preview.queries.ts";
import { undoMerge } from "./undo-merge.commands.ts";

/** Merging over HTTP. */
export function serveMerges(api: Api): void {
  serve(api, contract.previewMerge, ({ ctx, params, query }) =>
    previewMerge(ctx, params.no, query.duplicateNo),
  );
  serve(api, contract.mergeContacts, ({ ctx, params, body, ifMatch }) =>
    mergeContacts(ctx, params.no, body, {
      ifMatch,
      noteOrigin: (duplicate) => api.translate(ctx.language, "contactMerge.comments.origin", duplicate),
    }),
  );
  serve(api, contract.undoMerge, async ({ ctx, params }) => {
    const { kept, ...undone } = await undoMerge(ctx, params.id);
    return { ...undone, kept: [...kept] };
  });
  serve(api, contract.listMerges, ({ ctx, query }) => listMerges(ctx, query));
}
