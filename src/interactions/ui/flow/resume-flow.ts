import { openDialog, openQuietly } from "#web/dialogs.ts";
import { openFlowOfThisTab } from "./flow-memory.ts";

declare module "#web/dialogs.ts" {
  interface Dialogs {
    "interactions.flow": { readonly draftId: string };
  }
}

/** Opens a draft where it was left. */
export function resumeFlow(draftId: string): void {
  openDialog("interactions.flow", { draftId });
}

/** After a reload: the draft that was open in this tab opens again. */
export function reopenFlow(): void {
  const draftId = openFlowOfThisTab();
  if (draftId !== null) openQuietly("interactions.flow", { draftId });
}
