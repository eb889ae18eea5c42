import type { BoundAction } from "./actions.ts";

/** Without the actions whose place others take; those answer to the shortcut of the replaced one, too. Pure. */
export function withReplacements<Offered extends BoundAction>(
  actions: readonly Offered[],
): readonly Offered[] {
  const replaced = new Set(actions.flatMap(({ insteadOf }) => (insteadOf === undefined ? [] : [insteadOf])));
  if (replaced.size === 0) return actions;
  return actions
    .filter(({ key }) => !replaced.has(key))
    .map((action) => {
      const former = actions.find(({ key }) => key === action.insteadOf);
      return former?.shortcut === undefined ? action : { ...action, alias: former.shortcut };
    });
}
