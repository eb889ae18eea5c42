import { type Api, serve } from "#platform/http/serve.ts";
import * as contract from "./home.contract.ts";
import { getHome } from "./home.queries.ts";

const defaultWeeks = 26;

export function serveHome(api: Api): void {
  serve(api, contract.getHome, ({ ctx, query }) => getHome(ctx, query.weeks ?? defaultWeeks));
}
