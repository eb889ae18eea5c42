import { type Api, created, serve } from "#platform/http/serve.ts";
import { changeSavedView, createSavedView, deleteSavedView, setDefault } from "./views.commands.ts";
import * as contract from "./views.contract.ts";
import { getSavedView, listSavedViews } from "./views.queries.ts";

export function serveViews(api: Api): void {
  const lists = api.endpoints;
  serve(api, contract.listSavedViews, async ({ ctx, query }) => ({
    items: await listSavedViews(ctx, lists, query.list),
  }));
  serve(api, contract.getSavedView, ({ ctx, params }) => getSavedView(ctx, lists, params.id));
  serve(api, contract.createSavedView, async ({ ctx, body }) => {
    const view = await createSavedView(ctx, lists, body);
    return created(view, `/saved-views/${view.id}`);
  });
  serve(api, contract.changeSavedView, ({ ctx, params, body, ifMatch }) =>
    changeSavedView(ctx, lists, params.id, body, ifMatch),
  );
  serve(api, contract.deleteSavedView, async ({ ctx, params, ifMatch }) => {
    await deleteSavedView(ctx, params.id, ifMatch);
    return undefined;
  });
  serve(api, contract.setDefaultView, ({ ctx, params }) => setDefault(ctx, lists, params.id, true));
  serve(api, contract.clearDefaultView, ({ ctx, params }) => setDefault(ctx, lists, params.id, false));
}
