import { type Api, created, serve } from "#platform/http/serve.ts";
import { serveSetupList } from "#setup/index.ts";
import { totalsOf } from "#statistics/index.ts";
import { changeTemplateLanguage } from "./change-template-language.commands.ts";
import * as templates from "./templates.commands.ts";
import * as contract from "./templates.contract.ts";
import { getTemplate, listTemplates } from "./templates.queries.ts";

/** `-` in the address is the row without a particular language. */
function languageOf(parameter: string): string | null {
  return parameter === "-" ? null : parameter.trim().toUpperCase();
}

export function serveTemplates(api: Api): void {
  serveSetupList(api, contract.interactionGroups, {
    complete: async (ctx, group) => ({ ...group, ...(await totalsOf(ctx.db, "group", group.code)) }),
  });
  serve(api, contract.listInteractionTemplates, ({ ctx, query }) => listTemplates(ctx, query));
  serve(api, contract.getInteractionTemplate, async ({ ctx, params }) => ({
    ...(await getTemplate(ctx, params.code)),
    ...(await totalsOf(ctx.db, "template", params.code)),
  }));
  serve(api, contract.createInteractionTemplate, async ({ ctx, body }) => {
    const template = await templates.createTemplate(ctx, body);
    return created(template, `/interaction-templates/${template.code}`);
  });
  serve(api, contract.changeInteractionTemplate, ({ ctx, params, body, ifMatch }) =>
    templates.changeTemplate(ctx, params.code, body, ifMatch),
  );
  serve(api, contract.deleteInteractionTemplate, async ({ ctx, params }) => {
    await templates.deleteTemplate(ctx, params.code);
    return undefined;
  });
  serve(api, contract.putTemplateLanguage, ({ ctx, params, body }) =>
    templates.putTemplateLanguage(ctx, params.code, languageOf(params.languageCode), body.description),
  );
  serve(api, contract.changeTemplateLanguage, ({ ctx, params, body }) =>
    changeTemplateLanguage(ctx, params.code, languageOf(params.languageCode), body),
  );
  serve(api, contract.deleteTemplateLanguage, async ({ ctx, params }) => {
    await templates.deleteTemplateLanguage(ctx, params.code, languageOf(params.languageCode));
    return undefined;
  });
}
