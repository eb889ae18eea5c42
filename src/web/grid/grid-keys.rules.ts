/** What a key press means inside a list. Pure. */

export type GridMove =
  | { kind: "move"; to: number; extends: boolean }
  | { kind: "open" }
  | { kind: "toggle" }
  | { kind: "selectAll" }
  | { kind: "clear" }
  | { kind: "menu" };

interface KeyPress {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

/**
 * Reads a key press over a list of `count` rows with row `active` at hand (-1: none yet) and `pageSize` rows in view.
 * Answers `null` for keys the list has no use for.
 */
export function readGridKey(
  press: KeyPress,
  list: { readonly active: number; readonly count: number; readonly pageSize: number },
): GridMove | null {
  const { active, count, pageSize } = list;
  const hasMod = press.ctrlKey || press.metaKey;
  if (hasMod && press.key.toLowerCase() === "a") return { kind: "selectAll" };
  if (hasMod || count === 0) return null;
  const steps: Record<string, number> = {
    ArrowDown: active + 1,
    ArrowUp: active - 1,
    PageDown: active + pageSize,
    PageUp: active - pageSize,
    Home: 0,
    End: count - 1,
  };
  const wanted = steps[press.key];
  if (wanted !== undefined) {
    return { kind: "move", to: Math.max(0, Math.min(count - 1, wanted)), extends: press.shiftKey };
  }
  if (press.key === "Escape") return { kind: "clear" };
  if (active < 0) return null;
  if (press.key === "Enter") return { kind: "open" };
  if (press.key === " ") return { kind: "toggle" };
  if (press.key === "ContextMenu" || (press.key === "F10" && press.shiftKey)) return { kind: "menu" };
  return null;
}
