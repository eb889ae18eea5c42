import { inTransaction } from "#platform/db/transaction.ts";
import type { Output } from "#platform/http/endpoint.ts";
import { type Api, created, serve } from "#platform/http/serve.ts";
import { answerWithJob } from "#platform/jobs/index.ts";
import {
  changeSearchString,
  createSearchString,
  deleteSearchString,
  restoreSearchStrings,
} from "./change-setup.commands.ts";
import { comparePair } from "./compare-pair.queries.ts";
import * as contract from "./duplicates.contract.ts";
import { listDuplicatePairs } from "./pairs.queries.ts";
import { previewDuplicates } from "./preview.queries.ts";
import { queueGenerate } from "./queue-generate.commands.ts";
import * as setup from "./search-strings.contract.ts";
import { getSearchString, listSearchStrings, presentRow } from "./search-strings.queries.ts";
import { markSeparate } from "./separate-pairs.commands.ts";
import * as similar from "./similar-contacts.contract.ts";
import { findSimilarContacts } from "./similar-contacts.queries.ts";
import type { TypedContact } from "./similar-contacts.rules.ts";

const mostSimilar = 5;

/** Pairs of companies that may be the same, and the set-up of how they are found. */
export function serveDuplicates(api: Api): void {
  serve(api, contract.listDuplicates, ({ ctx, query }) => listDuplicatePairs(ctx, query));
  serve(api, contract.previewDuplicates, ({ ctx, query }) => previewDuplicates(ctx, query.searchHitPercent));
  serve(api, contract.generateDuplicates, async (call) => {
    const jobId = await inTransaction(call.ctx, (tx) => queueGenerate(tx, call.body));
    return answerWithJob<contract.GeneratedDuplicates>(api, call, jobId);
  });
  serve(api, contract.getDuplicate, ({ ctx, params }) =>
    comparePair(ctx.db, params.contactNo, params.duplicateNo),
  );
  serve(api, contract.separateDuplicate, ({ ctx, params }) =>
    markSeparate(ctx, params.contactNo, params.duplicateNo, true),
  );
  serve(api, contract.unseparateDuplicate, ({ ctx, params }) =>
    markSeparate(ctx, params.contactNo, params.duplicateNo, false),
  );
  serve(api, similar.findSimilarContacts, async ({ ctx, query }) => ({
    items: await findSimilarContacts(ctx, typedOf(query), query.limit ?? mostSimilar),
  }));
  serveSearchStrings(api);
}

function typedOf(query: Output<NonNullable<(typeof similar.findSimilarContacts)["query"]>>): TypedContact {
  const { type, name = null, email = null, phoneNo = null, mobilePhoneNo = null } = query;
  return { type, name, email, phoneNo, mobilePhoneNo };
}

function serveSearchStrings(api: Api): void {
  serve(api, setup.listDuplicateSearchStrings, ({ ctx, query }) => listSearchStrings(ctx.db, query));
  serve(api, setup.restoreDuplicateSearchStrings, ({ ctx }) => restoreSearchStrings(ctx));
  serve(api, setup.getDuplicateSearchString, async ({ ctx, params }) =>
    presentRow(await getSearchString(ctx.db, params)),
  );
  serve(api, setup.createDuplicateSearchString, async ({ ctx, body }) =>
    created(await createSearchString(ctx, body), `/duplicate-search-strings/${body.field}/${body.part}`),
  );
  serve(api, setup.changeDuplicateSearchString, ({ ctx, params, body, ifMatch }) =>
    changeSearchString(ctx, params, body.length, ifMatch),
  );
  serve(api, setup.deleteDuplicateSearchString, async ({ ctx, params, ifMatch }) => {
    await deleteSearchString(ctx, params, ifMatch);
    return undefined;
  });
}
