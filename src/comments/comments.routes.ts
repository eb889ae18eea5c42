import { type Api, created, serve } from "#platform/http/serve.ts";
import {
  addComment,
  type Commented,
  changeComment,
  deleteComment,
  listComments,
} from "./comments.commands.ts";
import type { AnyComments, NewRecordComment, RecordCommentChange } from "./comments.contract.ts";

/** A path names the record by its number or its code, and perhaps a line. */
interface CommentPath {
  readonly no?: string;
  readonly code?: string;
  readonly lineNo: number;
}

/** Serves the comments of a kind of record. What comes in was checked by the contract of the record's own kind. */
export function serveCommentsOf(api: Api, contract: AnyComments, of: Commented): void {
  serve(api, contract.list, async ({ ctx, params }) => ({
    items: await listComments(ctx, of, keyOf(params)),
  }));
  serve(api, contract.add, async ({ ctx, params, body }) => {
    const key = keyOf(params);
    const comment = await addComment(ctx, of, key, body as NewRecordComment);
    return created(comment, `/${of.resource}/${encodeURIComponent(key)}/comments`);
  });
  serve(api, contract.change, ({ ctx, params, body, ifMatch }) => {
    const { lineNo } = params as CommentPath;
    return changeComment(ctx, of, keyOf(params), lineNo, body as RecordCommentChange, ifMatch);
  });
  serve(api, contract.remove, async ({ ctx, params, ifMatch }) => {
    await deleteComment(ctx, of, keyOf(params), (params as CommentPath).lineNo, ifMatch);
    return undefined;
  });
}

function keyOf(params: unknown): string {
  const { no, code = "" } = params as CommentPath;
  return no ?? code;
}
