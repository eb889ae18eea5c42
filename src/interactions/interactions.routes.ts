import type { AttachmentsConfig } from "#attachments/index.ts";
import type { Language } from "#platform/context.ts";
import type { AppError } from "#platform/errors.ts";
import { toProblem } from "#platform/http/problems.ts";
import { type Api, created, serve } from "#platform/http/serve.ts";
import { presentWarnings } from "#platform/http/warnings.ts";
import type { Translator } from "#platform/i18n/translate.ts";
import { serveInteractionAttachments } from "./attachments/attachments.routes.ts";
import { serveCampaignEntries } from "./campaign-entries/campaign-entries.routes.ts";
import * as comments from "./comments.commands.ts";
import { getContactStatistics } from "./contact-statistics.queries.ts";
import { serveCorrections } from "./correct/corrections.routes.ts";
import { serveDeleteCanceled } from "./delete-canceled/delete-canceled.routes.ts";
import { serveDrafts } from "./drafts/drafts.routes.ts";
import { serveFollowUps } from "./follow-ups/follow-ups.routes.ts";
import * as entries from "./log-entries.commands.ts";
import { getLogEntry, listLogEntries } from "./log-entries.queries.ts";
import * as contract from "./log-entry.contract.ts";
import { presentRecordedEntry } from "./present-recorded-entry.ts";
import { recordInteraction, recordInteractions } from "./record-interactions.commands.ts";
import { serveTemplateSetup } from "./template-setup/template-setup.routes.ts";
import { serveTemplates } from "./templates.routes.ts";
import {
  getContactStatistics as statisticsContract,
  getTimeline as timelineContract,
} from "./timeline.contract.ts";
import { getTimeline } from "./timeline.queries.ts";

export function serveInteractions(api: Api, config: AttachmentsConfig): void {
  serveRecording(api);
  serveDrafts(api);
  serveLog(api);
  serveCorrections(api);
  serveDeleteCanceled(api);
  serveComments(api);
  serveCampaignEntries(api);
  serveFollowUps(api);
  serveTemplates(api);
  serveInteractionAttachments(api, config);
  serveTemplateSetup(api);
  serve(api, timelineContract, ({ ctx, params, query }) => getTimeline(ctx, params.no, query));
  serve(api, statisticsContract, ({ ctx, params, query }) => getContactStatistics(ctx, params.no, query));
}

function serveRecording(api: Api): void {
  serve(api, contract.createInteraction, async ({ ctx, body }) => {
    const recorded = await recordInteraction(ctx, body);
    const { entry } = recorded;
    return created(
      presentRecordedEntry(recorded, ctx.language, api.translate),
      `/interaction-log-entries/${entry.entryNo}`,
    );
  });
  serve(api, contract.createInteractions, async ({ ctx, body }) => {
    const outcomes = await recordInteractions(ctx, body.items, { isAtomic: body.atomic });
    return {
      items: outcomes.map(({ entry, warnings, error }) => ({
        status: error?.status ?? 201,
        entry,
        warnings: presentWarnings(api.translate, ctx.language, warnings),
        problem: error && briefProblem(error, ctx.language, api.translate),
      })),
    };
  });
}

function briefProblem(error: AppError, language: Language, translate: Translator) {
  const { code, detail, errors = [] } = toProblem(error, language, translate);
  return { code, detail, errors: [...errors] };
}

function serveLog(api: Api): void {
  serve(api, contract.listLogEntries, ({ ctx, query }) => listLogEntries(ctx, query));
  serve(api, contract.getLogEntry, ({ ctx, params }) => getLogEntry(ctx, params.entryNo));
  serve(api, contract.changeLogEntry, ({ ctx, params, body, ifMatch }) =>
    entries.completeEntry(ctx, params.entryNo, body, ifMatch),
  );
  serve(api, contract.deleteLogEntry, async ({ ctx, params }) => {
    await entries.deleteEntry(ctx, params.entryNo);
    return undefined;
  });
  serve(api, contract.evaluateLogEntry, async ({ ctx, params, body }) => {
    const [entry] = await entries.evaluateEntries(ctx, [params.entryNo], body.evaluation);
    return entry!;
  });
  serve(api, contract.cancelLogEntry, async ({ ctx, params, body }) => {
    const [entry] = await entries.cancelEntries(ctx, [params.entryNo], cancellationOf(body));
    return entry!;
  });
  serve(api, contract.reinstateLogEntry, async ({ ctx, params, body }) => {
    const [entry] = await entries.reinstateEntries(ctx, [params.entryNo], body.reason ?? null);
    return entry!;
  });
  serve(api, contract.evaluateLogEntries, async ({ ctx, body }) => ({
    items: await entries.evaluateEntries(ctx, body.entryNos, body.evaluation),
  }));
  serve(api, contract.cancelLogEntries, async ({ ctx, body }) => ({
    items: await entries.cancelEntries(ctx, body.entryNos, cancellationOf(body)),
  }));
  serve(api, contract.reinstateLogEntries, async ({ ctx, body }) => ({
    items: await entries.reinstateEntries(ctx, body.entryNos, body.reason ?? null),
  }));
}

function cancellationOf(body: {
  readonly reason?: string | null | undefined;
  readonly removeUniqueAttachments?: boolean | undefined;
}): entries.Cancellation {
  const { reason = null, removeUniqueAttachments } = body;
  return { reason, removeUniqueAttachments };
}

function serveComments(api: Api): void {
  serve(api, contract.listComments, async ({ ctx, params }) => ({
    items: await comments.listComments(ctx, params.entryNo),
  }));
  serve(api, contract.addComment, async ({ ctx, params, body }) => {
    const comment = await comments.addComment(ctx, params.entryNo, body);
    return created(comment, `/interaction-log-entries/${params.entryNo}/comments`);
  });
  serve(api, contract.changeComment, ({ ctx, params, body }) =>
    comments.changeComment(ctx, params.entryNo, params.lineNo, body),
  );
  serve(api, contract.deleteComment, async ({ ctx, params }) => {
    await comments.deleteComment(ctx, params.entryNo, params.lineNo);
    return undefined;
  });
}
