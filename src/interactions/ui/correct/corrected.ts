import { undoCorrection } from "#interactions/correct/correction.contract.ts";
import type { LogEntry } from "#interactions/log-entry.contract.ts";
import type { Ui } from "#web/ui.ts";
import { stringifySearch } from "#web/url-state.ts";
import { entryParameter } from "../addresses.ts";
import { changedByInteractions } from "../resources.ts";

/** Says that an entry was corrected and offers to undo it; a panel that shows the old one goes on with the new one. */
export function showCorrected(ui: Ui, former: LogEntry, corrected: LogEntry): void {
  showInstead(ui, former.entryNo, corrected.entryNo);
  ui.showUndo(ui.t("interactions.correction.done"), () => undo(corrected, ui));
}

/** Puts the corrected entry back. */
export async function undo({ entryNo }: Pick<LogEntry, "entryNo">, ui: Ui): Promise<void> {
  const params = { entryNo: String(entryNo) };
  const body = { reason: ui.t("interactions.correction.undoReason") };
  const done = await ui.call(undoCorrection, { params, body }, changedByInteractions);
  if (!done) return;
  showInstead(ui, entryNo, done.result.entryNo);
  ui.showSuccess(ui.t("interactions.correction.undone"));
}

/** Where an entry is open at the side, another one takes its place there. */
function showInstead(ui: Ui, former: number, entryNo: number): void {
  const search = new URLSearchParams(window.location.search);
  if (search.get(entryParameter) !== String(former)) return;
  search.set(entryParameter, String(entryNo));
  ui.go(`${window.location.pathname}${stringifySearch(Object.fromEntries(search))}`);
}
