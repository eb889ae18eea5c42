import { type Api, created, serve } from "#platform/http/serve.ts";
import { changePostCode, createPostCode, deletePostCode } from "./post-codes.commands.ts";
import * as contract from "./post-codes.contract.ts";
import { getPostCode, listPostCodes } from "./post-codes.queries.ts";

export function servePostCodes(api: Api): void {
  serve(api, contract.listPostCodes, ({ ctx, query }) => listPostCodes(ctx.db, query));
  serve(api, contract.getPostCode, ({ ctx, params }) => getPostCode(ctx.db, params));
  serve(api, contract.createPostCode, async ({ ctx, body }) => {
    const postCode = await createPostCode(ctx, body);
    const key = [postCode.code, postCode.city].map(encodeURIComponent).join("/");
    return created(postCode, `/post-codes/${key}`);
  });
  serve(api, contract.changePostCode, ({ ctx, params, body, ifMatch }) =>
    changePostCode(ctx, params, body, ifMatch),
  );
  serve(api, contract.deletePostCode, async ({ ctx, params, ifMatch }) => {
    await deletePostCode(ctx, params, ifMatch);
    return undefined;
  });
}
