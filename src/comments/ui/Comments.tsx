import type { AnyComments, CommentsByNo } from "#comments/comments.contract.ts";
import type { Right } from "#users/rights.rules.ts";
import { useEndpoint } from "#web/query.ts";
import { useUi } from "#web/ui.ts";
import { CommentList } from "./CommentList.tsx";

interface CommentsProps {
  readonly endpoints: AnyComments;
  /** What the path of the record is made of. */
  readonly params: Readonly<Record<string, string>>;
  /** Who may write. */
  readonly right: Right;
  /** Resources whose answers a comment makes stale. */
  readonly changes?: readonly string[];
}

/** The comments of a contact, a web source, an opportunity, …: see `defineComments`. */
export function Comments({ params, right, changes = [], ...props }: CommentsProps) {
  const ui = useUi();
  // The kinds differ in their paths only.
  const endpoints = props.endpoints as CommentsByNo;
  const of = params as { no: string };
  const { data } = useEndpoint(endpoints.list, { params: of });
  const paramsOf = ({ lineNo }: { lineNo: number }) => ({ ...of, lineNo: String(lineNo) });
  return (
    <CommentList
      comments={data?.items}
      mayWrite={ui.may(right)}
      onAdd={async (text) =>
        (await ui.call(endpoints.add, { params: of, body: { text } }, changes)) !== undefined
      }
      onChange={async (comment, text) => {
        const args = { params: paramsOf(comment), body: { text }, ifMatch: comment.version };
        return (await ui.call(endpoints.change, args, changes)) !== undefined;
      }}
      onRemove={async (comment) => {
        const args = { params: paramsOf(comment), ifMatch: comment.version };
        return (await ui.call(endpoints.remove, args, changes)) !== undefined;
      }}
    />
  );
}
