import { Answer, type Api, serve } from "#platform/http/serve.ts";
import { deleteFormula, putFormula } from "./formulas.commands.ts";
import * as contract from "./formulas.contract.ts";
import { getFormula, listFormulas } from "./formulas.queries.ts";

export function serveSalutationFormulas(api: Api): void {
  serve(api, contract.listSalutationFormulas, ({ ctx, params }) => listFormulas(ctx.db, params.code));
  serve(api, contract.getSalutationFormula, ({ ctx, params: { code, ...key } }) =>
    getFormula(ctx.db, code, key),
  );
  serve(api, contract.putSalutationFormula, async ({ ctx, params: { code, ...key }, body, ifMatch }) => {
    const { formula, isNew } = await putFormula(ctx, code, key, body, ifMatch);
    return new Answer(formula, { status: isNew ? 201 : 200 });
  });
  serve(api, contract.deleteSalutationFormula, async ({ ctx, params: { code, ...key }, ifMatch }) => {
    await deleteFormula(ctx, code, key, ifMatch);
    return undefined;
  });
}
