import { useEffect, useId, useRef, useSyncExternalStore } from "react";
import { withReplacements } from "./action-replacements.ts";
import type { BoundAction } from "./actions.ts";

/** Where an action was offered: by the shell, or by the page at hand. */
export type ActionScope = "everywhere" | "here";

interface Offer {
  readonly scope: ActionScope;
  readonly read: () => readonly BoundAction[];
}

type Offered = BoundAction & { readonly scope: ActionScope };

const offers = new Map<string, Offer>();
const listeners = new Set<() => void>();
let shown: readonly Offered[] = [];

function publish(): void {
  shown = activeActions();
  for (const listener of listeners) listener();
}

/** The actions on offer at this moment, for key presses. The run functions are the latest ones. */
export function activeActions(): readonly Offered[] {
  return withReplacements(
    [...offers.values()].flatMap(({ scope, read }) => read().map((bound) => ({ ...bound, scope }))),
  );
}

/** The actions on offer, drawn again when others are offered. */
export function useActiveActions(): readonly Offered[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => shown,
  );
}

/** The command of the frame with the key, or what the page at hand offers instead; run it as it is at the moment. */
export function useFrameAction(key: string | undefined): BoundAction | undefined {
  const isIt = (candidate: Offered) => candidate.key === key || candidate.insteadOf === key;
  const found = useActiveActions().find(isIt);
  if (key === undefined || found === undefined) return undefined;
  return { ...found, run: () => activeActions().find(isIt)?.run() };
}

/** Offers actions to shortcuts, the shortcut dialog and the palette for as long as the component is shown. */
export function useOffer(actions: readonly BoundAction[], scope: ActionScope = "here"): void {
  const id = useId();
  const latest = useRef(actions);
  const keys = actions.map(({ key }) => key).join(" ");
  useEffect(() => {
    latest.current = actions;
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: published anew when other actions are offered
  useEffect(() => {
    offers.set(id, { scope, read: () => latest.current });
    publish();
    return () => {
      offers.delete(id);
      publish();
    };
  }, [id, scope, keys]);
}
