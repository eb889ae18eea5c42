import { figuresOfSalesperson } from "#opportunities/index.ts";
import { type Api, created, serve } from "#platform/http/serve.ts";
import { totalsOf } from "#statistics/index.ts";
import { deleteSalesperson } from "./delete-salesperson.commands.ts";
import { changeSalesperson, createSalesperson } from "./salespeople.commands.ts";
import * as contract from "./salespeople.contract.ts";
import { getSalesperson, listSalespeople } from "./salespeople.queries.ts";

export function serveSalespeople(api: Api): void {
  serve(api, contract.listSalespeople, ({ ctx, query }) => listSalespeople(ctx.db, query));
  serve(api, contract.getSalesperson, async ({ ctx, params }) => ({
    ...(await getSalesperson(ctx.db, params.code)),
    ...(await totalsOf(ctx.db, "salesperson", params.code)),
    ...(await figuresOfSalesperson(ctx.db, params.code)),
  }));
  serve(api, contract.createSalesperson, async ({ ctx, body }) => {
    const salesperson = await createSalesperson(ctx, body);
    return created(salesperson, `/salespeople/${encodeURIComponent(salesperson.code)}`);
  });
  serve(api, contract.changeSalesperson, ({ ctx, params, body, ifMatch }) =>
    changeSalesperson(ctx, params.code, body, ifMatch),
  );
  serve(api, contract.deleteSalesperson, async ({ ctx, params, query, ifMatch }) => {
    await deleteSalesperson(ctx, params.code, { reassignTo: query.reassignTo, ifMatch });
    return undefined;
  });
}
