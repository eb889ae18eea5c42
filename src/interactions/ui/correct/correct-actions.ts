import { IconEdit, IconHistory, IconRotate } from "@tabler/icons-react";
import type { LogEntry } from "#interactions/log-entry.contract.ts";
import { action } from "#web/actions.ts";
import { undo } from "./corrected.ts";

declare module "#web/dialogs.ts" {
  interface Dialogs {
    "interactions.correct": { readonly entry: LogEntry };
    "interactions.corrections": { readonly entryNo: number };
  }
}

export const correctEntry = action<LogEntry>({
  key: "interactions.correct",
  labelKey: "interactions.correction.action",
  icon: IconEdit,
  right: "interactions.write",
  when: ({ canceled }) => !canceled,
  run: (entry, ui) => ui.openDialog("interactions.correct", { entry }),
});

export const showCorrections = action<LogEntry>({
  key: "interactions.corrections",
  labelKey: "interactions.correction.historyTitle",
  icon: IconHistory,
  when: isCorrection,
  run: ({ entryNo }, ui) => ui.openDialog("interactions.corrections", { entryNo }),
});

export const undoCorrectionOf = action<LogEntry>({
  key: "interactions.undoCorrection",
  labelKey: "interactions.correction.undo",
  icon: IconRotate,
  right: "interactions.write",
  when: (entry) => !entry.canceled && entry.correctsEntryNo !== null,
  run: undo,
});

/** Whether the entry is part of a history: it corrects another one, or was corrected. */
export function isCorrection({ correctsEntryNo, correctedByEntryNo }: LogEntry): boolean {
  return correctsEntryNo !== null || correctedByEntryNo !== null;
}
