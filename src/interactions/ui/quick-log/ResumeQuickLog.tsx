import { useEffect, useRef } from "react";
import type { DialogFrame } from "#web/dialogs.ts";
import { useSession } from "#web/session.ts";
import { keptDrafts, thisTab } from "./drafts.ts";
import { openQuickLog } from "./open-quick-log.ts";

/** Shows nothing itself: opens the drafts again that a reload of this tab interrupted. */
export default function ResumeQuickLog({ onClose }: DialogFrame) {
  const { user } = useSession();
  const isDone = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once per load of the program
  useEffect(() => {
    if (isDone.current) return;
    isDone.current = true;
    const interrupted = keptDrafts(user.id).filter(
      ({ tab, state }) => tab === thisTab() && state !== "closed",
    );
    for (const { id } of interrupted) openQuickLog({ draftId: id });
    onClose();
  }, []);
  return null;
}
