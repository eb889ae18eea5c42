import { useState } from "react";
import { getContact } from "#contacts/contacts.contract.ts";
import { type MergePreview, mergeContacts, undoMerge } from "#contacts/merge/merge.contract.ts";
import { call } from "#web/api-client.ts";
import { queryKeyOf, refresh } from "#web/query.ts";
import { type Ui, useUi } from "#web/ui.ts";
import { showProblem } from "#web/widgets/notify.tsx";
import { contactHref } from "../addresses.ts";
import { changedByContacts } from "../resources.ts";
import { keptLabels } from "./labels.ts";
import {
  type Decision,
  type Decisions,
  firstUndecided,
  keyOfConflict,
  type Overrides,
  suggestedOverrides,
  toResolutions,
} from "./merge-form.rules.ts";

/** Everything that may name one of the two. */
const changedByMerges: readonly string[] = [
  ...changedByContacts,
  "tasks",
  "opportunities",
  "interaction-drafts",
  "postponed-interactions",
  "customers",
  "vendors",
  "bank-accounts",
  "employees",
  "questionnaires",
];

/** The decisions about a merge and its button. */
export function useMerge(preview: MergePreview) {
  const ui = useUi();
  const [overrides, setOverrides] = useState<Overrides>(() => suggestedOverrides(preview));
  const [decisions, setDecisions] = useState<Decisions>({});
  const [isMerging, setIsMerging] = useState(false);
  /** Shown once somebody wanted to merge. */
  const [isChecked, setIsChecked] = useState(false);
  const { current, duplicate } = preview;

  async function merge(): Promise<void> {
    setIsChecked(true);
    const undecided = firstUndecided(preview, decisions);
    if (undecided) {
      document.getElementById(conflictId(keyOfConflict(undecided)))?.focus();
      return;
    }
    setIsMerging(true);
    try {
      const { merge: done } = await call(mergeContacts, {
        params: { no: current.no },
        body: {
          duplicateNo: duplicate.no,
          overrides: [...overrides],
          resolutions: toResolutions(preview, decisions),
          autoResolve: true,
          confirm: true,
        },
        ifMatch: current.version,
      });
      ui.go(contactHref(current.no));
      ui.queries.removeQueries({ queryKey: queryKeyOf(getContact, { params: { no: duplicate.no } }) });
      const names = { no: current.no, duplicateNo: duplicate.no };
      ui.showUndo(ui.t("contacts.merge.done", names), () => undoAndTell(done.id, ui));
      await refresh(ui.queries, changedByMerges);
    } catch (error) {
      showProblem(error);
      await refresh(ui.queries, ["contacts"]);
    } finally {
      setIsMerging(false);
    }
  }

  return {
    overrides,
    choose: (fields: readonly string[], takesDuplicate: boolean) =>
      setOverrides((before) => {
        const after = new Set(before);
        for (const field of fields) {
          if (takesDuplicate) after.add(field);
          else after.delete(field);
        }
        return after;
      }),
    decisions,
    decide: (key: string, decision: Decision) => setDecisions((before) => ({ ...before, [key]: decision })),
    isChecked,
    isMerging,
    merge: () => void merge(),
  };
}

export type MergeForm = ReturnType<typeof useMerge>;

/** The element that is focused when its conflict is not decided. */
export function conflictId(key: string): string {
  return `conflict-${key}`;
}

/** Undoes a merge and says what stays as it is by now. */
export async function undoAndTell(id: number, ui: Ui): Promise<void> {
  const done = await ui.call(undoMerge, { params: { id: String(id) } }, changedByMerges);
  if (!done) return;
  const { contact, survivor, kept } = done.result;
  const names = { no: survivor.no, duplicateNo: contact.no };
  const message =
    kept.length === 0
      ? ui.t("contacts.merge.undone", names)
      : ui.t("contacts.merge.undoneBut", { ...names, kept: keptLabels(kept, ui.t).join(", ") });
  ui.showOffer(message, ui.t("contacts.merge.open", { no: contact.no }), () =>
    ui.go(contactHref(contact.no)),
  );
}
