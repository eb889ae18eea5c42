import { afterEach, beforeEach, expect, test, vi } from "vitest";
import {
  beginDraft,
  closedDraftOf,
  findDraft,
  forgetDraft,
  keepDraft,
  keptDrafts,
  lastTemplate,
  rememberTemplate,
  takeUp,
  unfinishedDrafts,
} from "./drafts.ts";

const me = 7;
const contact = { no: "CT1", name: "Aune Lehtola" };
const moment = { date: "2026-11-23", time: "14:05:00" };

/** A browser's storage, in memory. */
function storage() {
  const values = new Map<string, string>();
  return {
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => values.set(key, value),
    removeItem: (key: string) => values.delete(key),
  };
}

beforeEach(() => {
  vi.stubGlobal("localStorage", storage());
  vi.stubGlobal("sessionStorage", storage());
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test("the template of the last logging is preset, for its user alone", () => {
  rememberTemplate(me, "CALL");

  expect(beginDraft(me, contact, moment).templateCode).toBe("CALL");
  expect(lastTemplate(8)).toBeNull();
});

test("kept drafts are found again, the latest first, by their own user alone", () => {
  const first = beginDraft(me, contact, moment);
  const second = beginDraft(me, null, moment);

  keepDraft(me, first);
  keepDraft(me, second);
  keepDraft(me, { ...first, typed: { description: "More" } });

  expect(keptDrafts(me).map(({ id }) => id)).toEqual([first.id, second.id]);
  expect(findDraft(me, first.id)?.typed).toEqual({ description: "More" });
  expect(keptDrafts(8)).toEqual([]);
});

test("a forgotten draft leaves nothing behind", () => {
  const draft = beginDraft(me, contact, moment);
  keepDraft(me, draft);

  forgetDraft(me, draft.id);

  expect(localStorage.getItem(`rapport.quickLog.drafts.${me}`)).toBeNull();
});

test("at most 20 drafts are kept, the oldest ones go", () => {
  const drafts = Array.from({ length: 21 }, () => beginDraft(me, contact, moment));
  for (const draft of drafts) keepDraft(me, draft);

  expect(keptDrafts(me)).toHaveLength(20);
  expect(findDraft(me, drafts[0]!.id)).toBeUndefined();
});

test("a closed draft comes back with its contact, one that is being written does not", () => {
  const draft = beginDraft(me, contact, moment);
  keepDraft(me, draft);
  expect(closedDraftOf(me, "CT1")).toBeUndefined();

  keepDraft(me, { ...draft, state: "closed" });

  expect(closedDraftOf(me, "CT1")?.id).toBe(draft.id);
  expect(closedDraftOf(me, "CT2")).toBeUndefined();
});

test("drafts of another tab are offered once that tab has rested for ten minutes", () => {
  vi.useFakeTimers({ now: 0 });
  const draft = beginDraft(me, contact, moment);
  keepDraft(me, draft);
  sessionStorage.setItem("rapport.tab", "another");

  expect(unfinishedDrafts(me, 9 * 60_000)).toEqual([]);
  expect(unfinishedDrafts(me, 11 * 60_000).map(({ id }) => id)).toEqual([draft.id]);
  expect(takeUp(draft)).toMatchObject({ tab: "another", state: "open" });
});
