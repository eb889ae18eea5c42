import { Answer, type Api, created, requireRight, serve } from "#platform/http/serve.ts";
import { presentRecordedEntry } from "../present-recorded-entry.ts";
import * as drafts from "./drafts.commands.ts";
import * as contract from "./drafts.contract.ts";
import { getDraft, listDrafts, listEmailAddresses, listPhoneNumbers } from "./drafts.queries.ts";
import * as postponed from "./postponed.commands.ts";
import * as postponedContract from "./postponed.contract.ts";
import { getPostponed, listPostponed } from "./postponed.queries.ts";

export function serveDrafts(api: Api): void {
  serve(api, contract.listDrafts, ({ ctx, query }) => listDrafts(ctx, query));
  serve(api, contract.startDraft, async ({ ctx, body }) => {
    const { draft, isNew } = await drafts.startDraft(ctx, body);
    return isNew ? created(draft, `/interaction-drafts/${draft.id}`) : new Answer(draft, { status: 200 });
  });
  serve(api, contract.getDraft, ({ ctx, params }) => getDraft(ctx, params.id));
  serve(api, contract.changeDraft, ({ ctx, params, body, ifMatch }) =>
    drafts.changeDraft(ctx, params.id, body, ifMatch),
  );
  serve(api, contract.discardDraft, async ({ ctx, params }) => {
    await drafts.discardDraft(ctx, params.id);
    return undefined;
  });
  serve(api, contract.finishDraft, async ({ ctx, params, body }) => {
    if (body.createOpportunity) requireRight(ctx.actor, "opportunities.write");
    const recorded = await drafts.finishDraft(ctx, params.id, body);
    return presentRecordedEntry(recorded, ctx.language, api.translate);
  });
  serve(api, contract.postponeDraft, ({ ctx, params }) => drafts.postponeDraft(ctx, params.id));
  serve(api, contract.listPhoneNumbers, async ({ ctx, params, query }) => ({
    items: await listPhoneNumbers(ctx, params.no, query.altAddressCode ?? null),
  }));
  serve(api, contract.listEmailAddresses, async ({ ctx, params, query }) => ({
    items: await listEmailAddresses(ctx, params.no, query.altAddressCode ?? null),
  }));
  servePostponed(api);
}

function servePostponed(api: Api): void {
  serve(api, postponedContract.listPostponed, ({ ctx, query }) => listPostponed(ctx, query));
  serve(api, postponedContract.getPostponed, ({ ctx, params }) => getPostponed(ctx, params.entryNo));
  serve(api, postponedContract.changePostponed, ({ ctx, params, body, ifMatch }) =>
    postponed.changePostponed(ctx, params.entryNo, body, ifMatch),
  );
  serve(api, postponedContract.finishPostponed, async ({ ctx, params, body }) => {
    const recorded = await postponed.finishPostponed(ctx, params.entryNo, body);
    return presentRecordedEntry(recorded, ctx.language, api.translate);
  });
  serve(api, postponedContract.deletePostponed, async ({ ctx, params }) => {
    await postponed.deletePostponed(ctx, params.entryNo);
    return undefined;
  });
}
