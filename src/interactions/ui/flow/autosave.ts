import { changeDraft, getDraft, type InteractionDraft } from "#interactions/drafts/drafts.contract.ts";
import { call } from "#web/api-client.ts";
import { ConnectionLost, isStale, ProblemError } from "#web/problem.ts";
import { readSetting, writeSetting } from "#web/stored-setting.ts";
import {
  type AutosaveState,
  beginAutosave,
  confirmed,
  type DraftInput,
  entered,
  isSaved,
  notSaved,
  rebased,
  refusedBy,
  sent,
  toSend,
} from "./autosave.rules.ts";
import { unsentSetting } from "./flow-memory.ts";

/** So long (ms) somebody pauses before what was typed is saved. */
const pauseMs = 600;
/** So long (ms) until another attempt while the server cannot be reached. */
const retryMs = 4_000;

export interface Autosave {
  readonly state: () => AutosaveState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Takes over what was entered; `isUrgent` when others follow from it. */
  readonly enter: (input: DraftInput, isUrgent?: boolean) => void;
  /** Saves what is left; whether everything is saved now. */
  readonly flush: () => Promise<boolean>;
  /** Stops trying; what is not saved stays in this browser. */
  readonly stop: () => void;
}

/**
 * Saves a draft while it is written: one request at a time, the next one with what came meanwhile. A lost connection is
 * tried again; what another tab or device saved in between stays, this one's fields go on top of it.
 */
export function startAutosave(draft: InteractionDraft, onGone: (error: ProblemError) => void): Autosave {
  const setting = unsentSetting(draft.id);
  const listeners = new Set<() => void>();
  let state = beginAutosave(draft, readSetting<DraftInput>(setting, {}));
  let timer: ReturnType<typeof setTimeout> | undefined;
  let run: Promise<void> | null = null;
  let isStopped = false;

  function set(next: AutosaveState): void {
    state = next;
    const unsent = { ...state.sending, ...state.pending };
    writeSetting(setting, isSaved(state) ? null : unsent);
    for (const listener of listeners) listener();
  }

  function schedule(ms: number): void {
    clearTimeout(timer);
    if (!isStopped) timer = setTimeout(() => void save(), ms);
  }

  function save(): Promise<void> {
    clearTimeout(timer);
    run ??= sendAll().finally(() => {
      run = null;
    });
    return run;
  }

  async function sendAll(): Promise<void> {
    for (let input = toSend(state); input !== null; input = toSend(state)) {
      set(sent(state, input));
      if (!(await sendOnce(input))) return;
    }
  }

  /** Whether it makes sense to go on at once. */
  async function sendOnce(input: DraftInput): Promise<boolean> {
    const params = { id: draft.id };
    try {
      set(confirmed(state, await call(changeDraft, { params, body: input, ifMatch: state.saved.version })));
      return true;
    } catch (error) {
      if (isStale(error)) return reload();
      if (error instanceof ProblemError && (error.status === 404 || error.code === "draft_over")) {
        set(notSaved(state));
        onGone(error);
      } else if (error instanceof ProblemError && error.status < 500) {
        set(refusedBy(state, error.errors, error.message));
        return true;
      } else {
        set(notSaved(state, { isConnectionLost: true }));
        schedule(retryMs);
        if (!(error instanceof ConnectionLost || error instanceof ProblemError)) throw error;
      }
      return false;
    }
  }

  async function reload(): Promise<boolean> {
    try {
      const saved = await call(getDraft, { params: { id: draft.id } });
      const next = notSaved(state, { saved });
      set({ ...next, pending: rebased(next.pending, saved) });
      return true;
    } catch {
      set(notSaved(state, { isConnectionLost: true }));
      schedule(retryMs);
      return false;
    }
  }

  const onOnline = () => void save();
  // Who looks elsewhere may go on at another device.
  const onHidden = () => {
    if (document.visibilityState === "hidden") void save();
  };
  window.addEventListener("online", onOnline);
  document.addEventListener("visibilitychange", onHidden);
  if (!isSaved(state)) schedule(0);

  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    enter: (input, isUrgent = false) => {
      set(entered(state, input));
      schedule(isUrgent ? 0 : pauseMs);
    },
    flush: async () => {
      await save();
      return isSaved(state);
    },
    stop: () => {
      isStopped = true;
      clearTimeout(timer);
      window.removeEventListener("online", onOnline);
      document.removeEventListener("visibilitychange", onHidden);
    },
  };
}
