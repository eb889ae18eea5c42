import { newIdempotencyKey } from "#web/api-client.ts";
import type { FieldProblem } from "#web/problem.ts";
import { readSetting, writeSetting } from "#web/stored-setting.ts";
import type { InteractionInput, LogContact, QuickLogDraft } from "./quick-log.rules.ts";

/** What is being logged, kept in this browser until the server has acknowledged it: a reload loses nothing. */
export interface KeptDraft extends QuickLogDraft {
  readonly id: string;
  /** The tab it is written in, so that a reload opens it again there and not elsewhere. */
  readonly tab: string;
  /** When it was changed last (ms since 1970). */
  readonly touchedAt: number;
  readonly state: "open" | "closed" | "sending";
  /** The attempt whose outcome is not known: sent again as it was, it cannot be logged twice. */
  readonly attempt: { readonly key: string; readonly request: InteractionInput } | null;
  /** Why the server did not take it. */
  readonly refusal: { readonly message: string; readonly errors: readonly FieldProblem[] } | null;
}

const none: readonly KeptDraft[] = [];
/** So many drafts are kept; the oldest one goes first. */
const mostDrafts = 20;

/** Under which name a browser keeps a user's drafts. */
export const draftsSetting = (userId: number) => `quickLog.drafts.${userId}`;

/** A user's drafts in this browser, the latest first. */
export function keptDrafts(userId: number): readonly KeptDraft[] {
  return readSetting(draftsSetting(userId), none);
}

export function findDraft(userId: number, id: string): KeptDraft | undefined {
  return keptDrafts(userId).find((draft) => draft.id === id);
}

/** Keeps a draft as it now is. */
export function keepDraft(userId: number, draft: KeptDraft): void {
  const others = keptDrafts(userId).filter(({ id }) => id !== draft.id);
  const kept = { ...draft, touchedAt: Date.now() };
  writeSetting(draftsSetting(userId), [kept, ...others].slice(0, mostDrafts));
}

export function forgetDraft(userId: number, id: string): void {
  const left = keptDrafts(userId).filter((draft) => draft.id !== id);
  writeSetting(draftsSetting(userId), left.length === 0 ? null : left);
}

/** A new draft, not kept before something is typed. */
export function beginDraft(
  userId: number,
  contact: LogContact | null,
  moment: QuickLogDraft["moment"],
): KeptDraft {
  return {
    id: newIdempotencyKey(),
    tab: thisTab(),
    touchedAt: Date.now(),
    state: "open",
    attempt: null,
    refusal: null,
    contact,
    templateCode: lastTemplate(userId),
    moment,
    typed: {},
  };
}

/** The closed draft of a contact, to be continued when one logs with it again. */
export function closedDraftOf(userId: number, contactNo: string): KeptDraft | undefined {
  return keptDrafts(userId).find(({ state, contact }) => state === "closed" && contact?.no === contactNo);
}

/** So long (ms) a draft of another tab counts as being written there. */
const restMs = 10 * 60_000;

/** Drafts nobody is writing at the moment: closed ones, and those of tabs that are gone. */
export function unfinishedDrafts(userId: number, now: number): readonly KeptDraft[] {
  return keptDrafts(userId).filter(
    ({ state, tab, touchedAt }) => state === "closed" || (tab !== thisTab() && now - touchedAt > restMs),
  );
}

/** Takes a kept draft over into this tab, to go on with it. */
export function takeUp(draft: KeptDraft): KeptDraft {
  return { ...draft, tab: thisTab(), state: "open" };
}

const templateSetting = (userId: number) => `quickLog.template.${userId}`;

/** The template the user logged with last in this browser. */
export function lastTemplate(userId: number): string | null {
  return readSetting<string | null>(templateSetting(userId), null);
}

export function rememberTemplate(userId: number, code: string | null): void {
  writeSetting(templateSetting(userId), code);
}

const tabKey = "rapport.tab";

/** Names this tab; the name survives a reload. */
export function thisTab(): string {
  const known = sessionStorage.getItem(tabKey);
  if (known !== null) return known;
  const fresh = newIdempotencyKey();
  sessionStorage.setItem(tabKey, fresh);
  return fresh;
}
