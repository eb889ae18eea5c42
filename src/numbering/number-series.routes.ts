import { type Api, created, serve } from "#platform/http/serve.ts";
import { changeNumberSeries, createNumberSeries, deleteNumberSeries } from "./number-series.commands.ts";
import * as contract from "./number-series.contract.ts";
import { getNumberSeries, listNumberSeries } from "./number-series.queries.ts";

export function serveNumbering(api: Api): void {
  serve(api, contract.listNumberSeries, ({ ctx, query }) => listNumberSeries(ctx.db, query));
  serve(api, contract.getNumberSeries, ({ ctx, params }) => getNumberSeries(ctx.db, params.code));
  serve(api, contract.createNumberSeries, async ({ ctx, body }) => {
    const series = await createNumberSeries(ctx, body);
    return created(series, `/number-series/${encodeURIComponent(series.code)}`);
  });
  serve(api, contract.changeNumberSeries, ({ ctx, params, body, ifMatch }) =>
    changeNumberSeries(ctx, params.code, body, ifMatch),
  );
  serve(api, contract.deleteNumberSeries, async ({ ctx, params, ifMatch }) => {
    await deleteNumberSeries(ctx, params.code, ifMatch);
    return undefined;
  });
}
