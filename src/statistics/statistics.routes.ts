import type { FastifyRequest } from "fastify";
import { attachmentNamed } from "#imports/exports/attachment-name.rules.ts";
import { recordChange } from "#platform/audit/audit.ts";
import { inTransaction } from "#platform/db/transaction.ts";
import { mediaTypes } from "#platform/files/index.ts";
import { type Api, sentBy, serve } from "#platform/http/serve.ts";
import { localMoment } from "#platform/moment.rules.ts";
import * as contract from "./statistics.contract.ts";
import { getInteractionStatistics } from "./statistics.queries.ts";
import { writeStatistics } from "./statistics-file.ts";

type Format = "json" | "csv" | "xlsx";

export function serveStatistics(api: Api): void {
  serve(api, contract.getInteractionStatistics, ({ ctx, query }) => getInteractionStatistics(ctx, query));
  serve(api, contract.getInteractionStatisticsReport, async ({ ctx, query, request, reply }) => {
    const { format = acceptedFormat(request), ...question } = query;
    const statistics = await getInteractionStatistics(ctx, question);
    if (format === "json") return sentBy(reply.send(statistics));
    await inTransaction(ctx, (tx) =>
      recordChange(tx, {
        action: "list.exported",
        resource: "interaction-statistics",
        key: format,
        changes: { filters: question },
      }),
    );
    const { date } = localMoment(ctx.now, ctx.timeZone);
    const title = api.translate(ctx.language, "statistics.file.name");
    reply
      .header("content-type", mediaTypes[format])
      .header("content-disposition", attachmentNamed(`${title} ${date}.${format}`));
    return sentBy(reply.send(writeStatistics(statistics, format, api.translate, ctx.language)));
  });
}

/** What `Accept` names first; JSON unless it is a file. */
function acceptedFormat(request: FastifyRequest): Format {
  const accepted = (request.headers.accept ?? "").split(",").map((part) => part.split(";")[0]!.trim());
  const named = accepted.flatMap((type): Format[] => {
    if (type === "application/json") return ["json"];
    const format = (["csv", "xlsx"] as const).find((candidate) => mediaTypes[candidate].startsWith(type));
    return format && type !== "" ? [format] : [];
  });
  return named[0] ?? "json";
}
