import type { Translate } from "#web/i18n.ts";
import { type ErasedKind, erasedKinds } from "../privacy.contract.ts";

/** "Interactions 12 · Comments 3", without what there is none of. */
export function countsText(counts: Partial<Record<ErasedKind, number>>, t: Translate): string {
  return erasedKinds
    .filter((kind) => (counts[kind] ?? 0) > 0)
    .map((kind) => `${t(`privacy.kinds.${kind}`)} ${counts[kind]}`)
    .join(" · ");
}
