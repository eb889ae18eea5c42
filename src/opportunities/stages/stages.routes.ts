import { type Api, created, serve } from "#platform/http/serve.ts";
import { changeStage, createStage, deleteStage } from "./stages.commands.ts";
import * as contract from "./stages.contract.ts";
import { getCycleStatistics, getStage, listStages } from "./stages.queries.ts";

export function serveStages(api: Api): void {
  serve(api, contract.listSalesCycleStages, ({ ctx, params, query }) =>
    listStages(ctx.db, params.code, query),
  );
  serve(api, contract.getSalesCycleStage, ({ ctx, params }) => getStage(ctx.db, params.code, params.stage));
  serve(api, contract.createSalesCycleStage, async ({ ctx, params, body }) => {
    const stage = await createStage(ctx, params.code, body);
    return created(stage, `/sales-cycles/${encodeURIComponent(params.code)}/stages/${stage.stage}`);
  });
  serve(api, contract.changeSalesCycleStage, ({ ctx, params, body, ifMatch }) =>
    changeStage(ctx, params.code, params.stage, body, ifMatch),
  );
  serve(api, contract.deleteSalesCycleStage, async ({ ctx, params, ifMatch }) => {
    await deleteStage(ctx, params.code, params.stage, ifMatch);
    return undefined;
  });
  serve(api, contract.getSalesCycleStatistics, ({ ctx, params, query }) =>
    getCycleStatistics(ctx.db, params.code, query),
  );
}
