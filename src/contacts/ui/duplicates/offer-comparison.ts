import type { DuplicatePair } from "#contacts/duplicates/duplicate-pair.contract.ts";
import type { Ui } from "#web/ui.ts";
import { duplicatesHref, pairHref } from "./paths.ts";

/** Says after saving that the company may be here already, and leads to the comparison. */
export function offerComparison(duplicates: readonly DuplicatePair[], no: string, ui: Ui): void {
  const [first] = duplicates;
  if (!first) return;
  const href = duplicates.length === 1 ? pairHref(first) : duplicatesHref({ contactNo: no });
  ui.showOffer(
    ui.t("contacts.new.duplicatesFound", { count: duplicates.length }),
    ui.t("contacts.new.compare"),
    () => ui.go(href),
  );
}
