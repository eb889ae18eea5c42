import { Loader } from "@mantine/core";
import { useEffect } from "react";
import { getDraft } from "#interactions/drafts/drafts.contract.ts";
import type { DialogFrame } from "#web/dialogs.ts";
import { useT } from "#web/i18n.ts";
import { ProblemError } from "#web/problem.ts";
import { useEndpoint } from "#web/query.ts";
import { Dialog } from "#web/widgets/Dialog.tsx";
import { showProblem } from "#web/widgets/notify.tsx";
import { DraftStage } from "./DraftStage.tsx";
import { rememberOpenFlow } from "./flow-memory.ts";
import { ResultStage } from "./ResultStage.tsx";

/** The guided flow or a phone call: the steps of a draft, then the result of what it became. */
export default function FlowDialog({ draftId, onClose }: DialogFrame & { readonly draftId: string }) {
  const t = useT();
  const { data: draft, error } = useEndpoint(getDraft, { params: { id: draftId } });
  useEffect(() => rememberOpenFlow(draftId), [draftId]);

  function close(): void {
    rememberOpenFlow(null);
    onClose();
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: said once
  useEffect(() => {
    if (!error || draft) return;
    // A draft of whoever was signed in here before, or one that has expired, is nothing to complain about.
    if (!(error instanceof ProblemError && error.status === 404)) showProblem(error);
    close();
  }, [error]);

  if (!draft) {
    return (
      <Dialog onClose={close} title={t("interactions.flow.title")} size={640}>
        <Loader size="sm" role="status" aria-label={t("web.list.loading")} />
      </Dialog>
    );
  }
  if (draft.outcome === "finished" && draft.entryNo !== null) {
    return <ResultStage entryNo={draft.entryNo} onClose={close} />;
  }
  return <DraftStage key={draft.id} begin={draft} onClose={close} />;
}
