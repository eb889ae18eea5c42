/**
 * Keyboard shortcuts as text: `mod+K` (⌘ on a Mac, Ctrl elsewhere), `N`, `?`, or a sequence such as `G H`. Pure.
 */

/** What a key press tells us. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** The press as text, such as `mod+shift+K`; `null` for a lone modifier. */
export function strokeOf(press: KeyPress, isMac: boolean): string | null {
  const { key } = press;
  if (["Control", "Meta", "Alt", "Shift", "AltGraph", "Dead"].includes(key)) return null;
  const isLetter = key.length === 1 && key.toLowerCase() !== key.toUpperCase();
  // Signs such as ? or / need Shift on some keyboards and not on others: only the sign counts.
  const countsShift = press.shiftKey && (isLetter || key.length > 1);
  const hasMod = isMac ? press.metaKey : press.ctrlKey;
  const hasAlt = press.altKey && key.length > 1 ? "alt+" : press.altKey && isLetter ? "alt+" : "";
  return `${hasMod ? "mod+" : ""}${hasAlt}${countsShift ? "shift+" : ""}${isLetter ? key.toUpperCase() : key}`;
}

export type Match<T> = { kind: "found"; item: T } | { kind: "begun" } | { kind: "none" };

/** Finds what the strokes so far stand for: an item, the beginning of one, or nothing. The last item wins. */
export function matchStrokes<
  T extends { readonly shortcut?: string | undefined; readonly alias?: string | undefined },
>(items: readonly T[], strokes: readonly string[]): Match<T> {
  const typed = strokes.join(" ");
  const found = items.findLast((item) => item.shortcut === typed || item.alias === typed);
  if (found) return { kind: "found", item: found };
  const isBegun = items.some((item) => item.shortcut?.startsWith(`${typed} `));
  return { kind: isBegun ? "begun" : "none" };
}

/** A shortcut that a letter alone triggers, and that can be turned off (WCAG 2.1.4). */
export function isSingleKey(shortcut: string): boolean {
  return !shortcut.includes("mod+") && !shortcut.includes("alt+");
}

const macSigns: Readonly<Record<string, string>> = { mod: "⌘", alt: "⌥", shift: "⇧" };
const otherSigns: Readonly<Record<string, string>> = { mod: "Ctrl", alt: "Alt", shift: "Shift" };

/** The keys to draw, by stroke: `mod+K` → [["Ctrl", "K"]], `G H` → [["G"], ["H"]]. */
export function keysOf(shortcut: string, isMac: boolean): string[][] {
  const signs = isMac ? macSigns : otherSigns;
  return shortcut.split(" ").map((stroke) => stroke.split("+").map((part) => signs[part] ?? part));
}

/** A shortcut for `aria-keyshortcuts`. Sequences cannot be expressed there. */
export function ariaShortcut(shortcut: string | undefined, isMac: boolean): string | undefined {
  if (shortcut === undefined || shortcut.includes(" ")) return undefined;
  return shortcut
    .replace("mod", isMac ? "Meta" : "Control")
    .replace("shift", "Shift")
    .replace("alt", "Alt");
}
