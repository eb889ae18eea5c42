import { IconArrowMerge, IconArrowsJoin2, IconArrowsSplit2, IconBuilding } from "@tabler/icons-react";
import type { DuplicatePair } from "#contacts/duplicates/duplicate-pair.contract.ts";
import {
  listDuplicates,
  separateDuplicate,
  unseparateDuplicate,
} from "#contacts/duplicates/duplicates.contract.ts";
import { action } from "#web/actions.ts";
import { call } from "#web/api-client.ts";
import type { Ui } from "#web/ui.ts";
import { contactHref } from "../addresses.ts";
import { mergeHref } from "../merge/paths.ts";
import { duplicatesHref, pairHref } from "./paths.ts";

/** What can be done with a pair of possible duplicates: in the rows of the list and side by side. */

/** The home page counts what is open. */
const alsoChanges = ["home"];

const paramsOf = ({ contactNo, duplicateNo }: DuplicatePair) => ({ params: { contactNo, duplicateNo } });

/** Says that the two are different companies; answers whether that worked. */
export async function separatePair(pair: DuplicatePair, ui: Ui): Promise<boolean> {
  const done = await ui.call(separateDuplicate, paramsOf(pair), alsoChanges);
  if (!done) return false;
  ui.showUndo(ui.t("contacts.duplicates.separated", namesOf(pair)), () =>
    ui.call(unseparateDuplicate, paramsOf(pair), alsoChanges),
  );
  return true;
}

export function namesOf({ contactName, contactNo, duplicateName, duplicateNo }: DuplicatePair) {
  return { contact: contactName ?? contactNo, duplicate: duplicateName ?? duplicateNo };
}

const separate = action<DuplicatePair>({
  key: "contacts.separate",
  labelKey: "contacts.duplicates.separate",
  icon: IconArrowsSplit2,
  right: "contacts.write",
  when: (pair) => !pair.separate,
  run: separatePair,
});

const unseparate = action<DuplicatePair>({
  key: "contacts.unseparate",
  labelKey: "contacts.duplicates.unseparate",
  icon: IconArrowsJoin2,
  right: "contacts.write",
  when: (pair) => pair.separate,
  run: (pair, ui) => ui.call(unseparateDuplicate, paramsOf(pair), alsoChanges),
});

const openContact = action<DuplicatePair>({
  key: "contacts.openPairContact",
  labelKey: "contacts.duplicates.openContact",
  icon: IconBuilding,
  run: ({ contactNo }, ui) => ui.go(contactHref(contactNo)),
});

const openDuplicate = action<DuplicatePair>({
  key: "contacts.openPairDuplicate",
  labelKey: "contacts.duplicates.openDuplicate",
  icon: IconBuilding,
  run: ({ duplicateNo }, ui) => ui.go(contactHref(duplicateNo)),
});

const merge = action<DuplicatePair>({
  key: "contacts.mergePair",
  labelKey: "contacts.duplicates.merge",
  icon: IconArrowMerge,
  right: "contacts.merge",
  when: (pair) => !pair.separate,
  run: ({ contactNo, duplicateNo }, ui) => ui.go(mergeHref(duplicateNo, contactNo)),
});

/** Actions of a row; the first ones are those one needs most. */
export const pairRowActions = [merge, separate, unseparate, openContact, openDuplicate];

/** The same side by side, where one goes on with the next pair after a decision. */
export const pairActions = [
  action<DuplicatePair>({
    ...separate,
    shortcut: "S",
    tone: "primary",
    run: async (pair, ui) => {
      if (await separatePair(pair, ui)) await goToNext(pair, ui);
    },
  }),
  action<DuplicatePair>({ ...merge, shortcut: "M" }),
  unseparate,
  action<DuplicatePair>({
    key: "contacts.nextPair",
    labelKey: "contacts.duplicates.next",
    shortcut: "J",
    run: goToNext,
  }),
  action<DuplicatePair>({ ...openContact, shortcut: "1" }),
  action<DuplicatePair>({ ...openDuplicate, shortcut: "2" }),
];

/** Goes to the open pair that follows in the list, back to its beginning after the last, or to the list when there is none. */
async function goToNext(pair: DuplicatePair, ui: Ui): Promise<void> {
  const { items } = await call(listDuplicates, { query: { separate: "false", limit: "200" } });
  const place = items.findIndex((other) => isSame(other, pair));
  const next = items[place + 1] ?? items.find((other) => !isSame(other, pair));
  ui.go(next ? pairHref(next) : duplicatesHref());
}

function isSame(one: DuplicatePair, other: DuplicatePair): boolean {
  return one.contactNo === other.contactNo && one.duplicateNo === other.duplicateNo;
}
