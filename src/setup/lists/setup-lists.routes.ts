import type { Context } from "#app/database.ts";
import { type Api, created, serve } from "#platform/http/serve.ts";
import type { AnySetupList } from "./define-setup-list.contract.ts";
import {
  changeSetupItem,
  createSetupItem,
  deleteSetupItem,
  type SetupItemInput,
} from "./setup-lists.commands.ts";
import { getSetupItem, listSetupItems, type SetupItem, type SetupListQuery } from "./setup-lists.queries.ts";

interface ItemParams {
  readonly code: string;
}

interface Serving {
  /** Adds what only a single item shows. */
  readonly complete?: (ctx: Context, item: SetupItem) => Promise<SetupItem>;
}

/** The five endpoints of a set-up list. What comes in was checked by the list's own contract. */
export function serveSetupList(api: Api, list: AnySetupList, { complete }: Serving = {}): void {
  serve(api, list.list, ({ ctx, query }) => listSetupItems(ctx.db, list, query as SetupListQuery));
  serve(api, list.get, async ({ ctx, params }) => {
    const item = await getSetupItem(ctx.db, list, (params as ItemParams).code);
    return complete ? complete(ctx, item) : item;
  });
  serve(api, list.create, async ({ ctx, body }) => {
    const item = await createSetupItem(ctx, list, body as SetupItemInput & ItemParams);
    return created(item, `/${list.resource}/${encodeURIComponent(item.code)}`);
  });
  serve(api, list.change, ({ ctx, params, body, ifMatch }) =>
    changeSetupItem(ctx, list, (params as ItemParams).code, body as SetupItemInput, ifMatch),
  );
  serve(api, list.remove, async ({ ctx, params, ifMatch }) => {
    await deleteSetupItem(ctx, list, (params as ItemParams).code, ifMatch);
    return undefined;
  });
}
