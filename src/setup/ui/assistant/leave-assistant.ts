import type { Ui } from "#web/ui.ts";

const leftKey = "rapport.assistantLeft";

/** Goes home; the assistant is not opened by itself again until the browser is closed. */
export function leaveAssistant(ui: Pick<Ui, "go">): void {
  sessionStorage.setItem(leftKey, "1");
  ui.go("/");
}

/** Whether somebody said in this browser window that they go on later. */
export function hasLeftAssistant(): boolean {
  return sessionStorage.getItem(leftKey) !== null;
}
