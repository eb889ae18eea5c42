import {
  addOpportunityComment,
  changeOpportunityComment,
  deleteOpportunityComment,
  listOpportunityComments,
} from "#opportunities/opportunities.contract.ts";
import { CommentList } from "#web/comments/CommentList.tsx";
import { useEndpoint } from "#web/query.ts";
import { useUi } from "#web/ui.ts";

/** What was noted about an opportunity; an interaction it was made of has brought its own comments along. */
export function OpportunityComments({ no }: { readonly no: string }) {
  const ui = useUi();
  const { data } = useEndpoint(listOpportunityComments, { params: { no } });
  const paramsOf = ({ lineNo }: { lineNo: number }) => ({ no, lineNo: String(lineNo) });
  return (
    <CommentList
      comments={data?.items}
      mayWrite={ui.may("opportunities.write")}
      onAdd={async (text) =>
        (await ui.call(addOpportunityComment, { params: { no }, body: { text } })) !== undefined
      }
      onChange={async (comment, text) => {
        const args = { params: paramsOf(comment), body: { text } };
        return (await ui.call(changeOpportunityComment, args)) !== undefined;
      }}
      onRemove={async (comment) =>
        (await ui.call(deleteOpportunityComment, { params: paramsOf(comment) })) !== undefined
      }
    />
  );
}
