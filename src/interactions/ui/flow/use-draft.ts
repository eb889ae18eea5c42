import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import type { InteractionDraft } from "#interactions/drafts/drafts.contract.ts";
import type { ProblemError } from "#web/problem.ts";
import {
  type AutosaveState,
  type DraftInput,
  type DraftInputField,
  isSaved,
  shownComments,
  shownDraft,
  toSend,
} from "./autosave.rules.ts";
import { type Autosave, startAutosave } from "./autosave.ts";

/** Fields that others follow from: saved at once. */
const urgent: ReadonlySet<string> = new Set([
  "contactNo",
  "contactAltAddressCode",
  "interactionTemplateCode",
  "languageCode",
  "salespersonCode",
  "opportunityNo",
  "campaignNo",
  "attachment",
  "step",
  "comments",
]);

export type SaveStatus = "saved" | "saving" | "refused" | "notSaved";

function statusOf(state: AutosaveState): SaveStatus {
  if (state.isConnectionLost) return "notSaved";
  if (isSaved(state)) return "saved";
  return toSend(state) === null && state.sending === null ? "refused" : "saving";
}

type Value<Name extends DraftInputField & keyof InteractionDraft> = InteractionDraft[Name];

/** A draft that saves itself while it is written. */
export function useDraft(begin: InteractionDraft, onGone: (error: ProblemError) => void) {
  const [autosave] = useState<Autosave>(() => startAutosave(begin, onGone));
  const state = useSyncExternalStore(autosave.subscribe, autosave.state);
  const [objections, setObjections] = useState<Readonly<Record<string, string>>>({});
  const [isUploading, setIsUploading] = useState(false);
  const isOver = useRef(false);
  useEffect(() => {
    isOver.current = false;
    return () => {
      isOver.current = true;
      autosave.stop();
    };
  }, [autosave]);
  const draft = shownDraft(state);

  function enter(input: DraftInput): void {
    // A file that arrives after the flow was closed.
    if (isOver.current) return;
    const fields = Object.keys(input);
    setObjections((former) =>
      Object.fromEntries(Object.entries(former).filter(([field]) => !fields.includes(field))),
    );
    autosave.enter(
      input,
      fields.some((field) => urgent.has(field)),
    );
  }

  return {
    draft,
    comments: shownComments(state),
    status: statusOf(state),
    enter,
    /** A file is on its way: what is logged now would be without it. */
    isUploading,
    setIsUploading,
    /** What keeps the flow from going on, by field. */
    object: setObjections,
    flush: autosave.flush,
    isFixed: (field: string) => draft.fixed.includes(field),
    /** Binds a field: `<TextField label={…} {...flow.field("subject")} />`. */
    field: <Name extends DraftInputField & keyof InteractionDraft>(name: Name) => ({
      value: draft[name] as Value<Name>,
      onChange: (value: Value<Name>) => enter({ [name]: value } as DraftInput),
      error: state.refused[name] ?? objections[name],
      disabled: draft.fixed.includes(name),
    }),
  };
}

export type DraftForm = ReturnType<typeof useDraft>;
