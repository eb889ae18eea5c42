import { openDialog, openQuietly } from "#web/dialogs.ts";
import { loadLaterTexts } from "#web/i18n.ts";
import type { LogContact } from "./quick-log.rules.ts";

/** How the quick log is opened: with nobody, with a contact, or with a draft that goes on. */
export interface QuickLogProps {
  /** Fixed: opened from the contact's card or chosen by name. */
  readonly contact?: LogContact;
  readonly draftId?: string;
}

declare module "#web/dialogs.ts" {
  interface Dialogs {
    "interactions.quickLog": QuickLogProps;
    "interactions.resumeQuickLog": Record<never, never>;
  }
}

/** The command of the whole program that opens it with nobody. */
export const quickLogKey = "interactions.quickLog";

/** Loads the form's code and texts ahead, so that the first letter typed after Enter is not lost. */
export function preloadQuickLog(): void {
  void import("./QuickLogDialog.tsx");
  void loadLaterTexts();
}

/** Opens the quick log over whatever is on the screen. */
export function openQuickLog(props: QuickLogProps = {}): void {
  openDialog("interactions.quickLog", props);
}

/** After a reload: what was open in this tab, or was being sent, opens again as soon as somebody is signed in. */
export function resumeAfterReload(): void {
  openQuietly("interactions.resumeQuickLog", {});
}
