import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { attachmentNamed } from "#imports/exports/attachment-name.rules.ts";
import { NotFound } from "#platform/errors.ts";
import { type Api, created, requireRight, sentBy, serve } from "#platform/http/serve.ts";
import { answerWithJob } from "#platform/jobs/index.ts";
import { deleteConsent, listConsents, putConsent } from "./consents/consents.commands.ts";
import * as consents from "./consents/consents.contract.ts";
import { eraseContact } from "./erase/erase-contact.commands.ts";
import { archiveFile } from "./export/archive-files.ts";
import { orderExport, takeExport } from "./export/exports.commands.ts";
import * as contract from "./privacy.contract.ts";
import { getContactPrivacy } from "./privacy.queries.ts";
import * as retention from "./retention/retention.contract.ts";
import {
  changeRule,
  createRule,
  deleteRule,
  getRule,
  listRules,
  orderRun,
  withoutId,
} from "./retention/rules.commands.ts";

/** Subject rights over HTTP. */
export function servePrivacy(api: Api, { dataFolder }: { readonly dataFolder: string }): void {
  serve(api, contract.getContactPrivacy, ({ ctx, params }) => getContactPrivacy(ctx, params.no));
  serve(api, contract.exportContact, async (call) =>
    answerWithJob<contract.ExportedContact>(api, call, await orderExport(call.ctx, call.params.no)),
  );
  serve(api, contract.downloadPrivacyExport, async ({ ctx, params, reply }) => {
    const { contactNo } = await takeExport(ctx, params.id);
    const path = archiveFile(dataFolder, params.id);
    const file = await stat(path).catch(() => {
      throw new NotFound("not_found", { key: params.id });
    });
    return sentBy(
      reply
        .header("content-type", "application/zip")
        .header("content-length", file.size)
        .header("content-disposition", attachmentNamed(`${contactNo}.zip`))
        .header("cache-control", "private, no-store")
        .send(createReadStream(path)),
    );
  });
  serveRetention(api);
  serveConsents(api);
  serve(api, contract.eraseContact, ({ ctx, params, body, ifMatch }) =>
    eraseContact(ctx, params.no, body, { ifMatch }),
  );
}

function serveRetention(api: Api): void {
  serve(api, retention.listRetentionRules, async ({ ctx }) => ({
    items: (await listRules(ctx.db)).map(withoutId),
    nextCursor: null,
  }));
  serve(api, retention.getRetentionRule, async ({ ctx, params }) =>
    withoutId(await getRule(ctx.db, params.code)),
  );
  serve(api, retention.createRetentionRule, async ({ ctx, body }) => {
    const rule = await createRule(ctx, body);
    return created(rule, `/retention-rules/${encodeURIComponent(rule.code)}`);
  });
  serve(api, retention.changeRetentionRule, ({ ctx, params, body, ifMatch }) =>
    changeRule(ctx, params.code, body, ifMatch),
  );
  serve(api, retention.deleteRetentionRule, async ({ ctx, params, ifMatch }) => {
    await deleteRule(ctx, params.code, ifMatch);
    return undefined;
  });
  serve(api, retention.runRetentionRule, async (call) => {
    requireRight(call.ctx.actor, "privacy.manage");
    const jobId = await orderRun(call.ctx, call.params.code, call.body.dryRun);
    return answerWithJob<retention.RetentionRun>(api, call, jobId);
  });
}

function serveConsents(api: Api): void {
  serve(api, consents.listConsents, ({ ctx, params }) => listConsents(ctx.db, params.no));
  serve(api, consents.putConsent, ({ ctx, params, body, ifMatch }) => putConsent(ctx, params, body, ifMatch));
  serve(api, consents.deleteConsent, async ({ ctx, params, ifMatch }) => {
    await deleteConsent(ctx, params, ifMatch);
    return undefined;
  });
}
