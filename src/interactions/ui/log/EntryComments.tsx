import { CommentList } from "#comments/ui/CommentList.tsx";
import { addComment, changeComment, deleteComment, listComments } from "#interactions/log-entry.contract.ts";
import { useEndpoint } from "#web/query.ts";
import { useUi } from "#web/ui.ts";
import { changedByInteractions } from "../resources.ts";

/** The comments of an entry. */
export function EntryComments({ entryNo }: { readonly entryNo: number }) {
  const ui = useUi();
  const params = { entryNo: String(entryNo) };
  const { data } = useEndpoint(listComments, { params });
  const paramsOf = ({ lineNo }: { lineNo: number }) => ({ ...params, lineNo: String(lineNo) });
  return (
    <CommentList
      comments={data?.items}
      mayWrite={ui.may("interactions.write")}
      onAdd={async (text) =>
        (await ui.call(addComment, { params, body: { text } }, changedByInteractions)) !== undefined
      }
      onChange={async (comment, text) => {
        const args = { params: paramsOf(comment), body: { text } };
        return (await ui.call(changeComment, args, changedByInteractions)) !== undefined;
      }}
      onRemove={async (comment) =>
        (await ui.call(deleteComment, { params: paramsOf(comment) }, changedByInteractions)) !== undefined
      }
    />
  );
}
