import { useEffect } from "react";
import { activeActions } from "./action-registry.ts";
import { isSingleKey, matchStrokes, strokeOf } from "./shortcuts.rules.ts";
import { readSetting, useSetting } from "./stored-setting.ts";

/** How long (ms) the second key of a sequence may take. */
const patienceMs = 1_200;
const singleKeysSetting = "singleKeyShortcuts";

export const isMac = /mac|iphone|ipad/i.test(navigator.platform);

/** Whether letters alone trigger commands in this browser, and a function to change that. */
export function useSingleKeys(): [boolean, (areOn: boolean) => void] {
  return useSetting<boolean>(singleKeysSetting, true);
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable || target.matches("input:not([type=checkbox], [type=radio]), textarea, select")
  );
}

/** Listens to the keyboard for the actions on offer. Used once, by the frame. */
export function useShortcuts(): void {
  useEffect(() => {
    let strokes: string[] = [];
    let forget: ReturnType<typeof setTimeout> | undefined;

    function onKeyDown(event: KeyboardEvent): void {
      const stroke = strokeOf(event, isMac);
      if (stroke === null || event.defaultPrevented || event.repeat) return;
      if (document.querySelector("[aria-modal=true]")) return;
      const canUseLetters = !isTyping(event.target) && readSetting(singleKeysSetting, true);
      const usable = (shortcut: string | undefined) =>
        shortcut !== undefined && (canUseLetters || !isSingleKey(shortcut)) ? shortcut : undefined;
      const candidates = activeActions().map((offered) => ({
        run: offered.run,
        shortcut: usable(offered.shortcut),
        alias: usable(offered.alias),
      }));
      clearTimeout(forget);
      const continued = matchStrokes(candidates, [...strokes, stroke]);
      const match = continued.kind === "none" ? matchStrokes(candidates, [stroke]) : continued;
      strokes = match.kind === "begun" ? (continued.kind === "none" ? [stroke] : [...strokes, stroke]) : [];
      if (match.kind === "none") return;
      event.preventDefault();
      if (match.kind === "found") match.item.run();
      else {
        forget = setTimeout(() => {
          strokes = [];
        }, patienceMs);
      }
    }

    window.addEventListener("keydown", onKeyDown);
    return () => {
      window.removeEventListener("keydown", onKeyDown);
      clearTimeout(forget);
    };
  }, []);
}
