import { type Api, sentBy, serve } from "../http/serve.ts";
import { eventHeaders, jobEvents, lastEventId } from "./job-events.ts";
import { cancelJob } from "./jobs.commands.ts";
import * as contract from "./jobs.contract.ts";
import { getVisibleJob, listOwnJobs } from "./jobs.queries.ts";
import { presentJob } from "./present-job.ts";

export function serveJobs(api: Api): void {
  serve(api, contract.listJobs, async ({ ctx, query }) => {
    const { items, ...page } = await listOwnJobs(ctx, query);
    return { ...page, items: items.map((run) => presentJob(run, ctx.language, api.translate)) };
  });
  serve(api, contract.getJob, async ({ ctx, params }) =>
    presentJob(await getVisibleJob(ctx, params.id), ctx.language, api.translate),
  );
  serve(api, contract.cancelJob, async ({ ctx, params }) => {
    const run = await cancelJob(ctx, params.id);
    api.jobs.poke();
    return presentJob(run, ctx.language, api.translate);
  });
  serve(api, contract.watchJob, async ({ ctx, params, request, reply }) => {
    await getVisibleJob(ctx, params.id);
    // 204 tells a browser to stop asking.
    if (request.headers["last-event-id"] === lastEventId) return sentBy(reply.code(204).send());
    const events = jobEvents(api.jobs, params.id, (run) => presentJob(run, ctx.language, api.translate));
    return sentBy(reply.headers(eventHeaders).send(events));
  });
}
