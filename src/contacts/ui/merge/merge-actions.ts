import { IconArrowMerge } from "@tabler/icons-react";
import type { Contact } from "#contacts/contacts.contract.ts";
import { action } from "#web/actions.ts";
import type { CardSubject } from "../card-parts.ts";
import { mergeHref } from "./paths.ts";

/** On the card: with whom is asked next. */
export const mergeContact = action<CardSubject>({
  key: "contacts.merge",
  labelKey: "contacts.merge.action",
  icon: IconArrowMerge,
  right: "contacts.merge",
  when: ({ contact }) => contact.erasedAt === null,
  run: ({ contact }, ui) => ui.go(mergeHref(contact.no)),
});

/** In the list: two of one type; the one that was entered first stays unless one swaps them. */
export const mergeSelected = action<readonly Contact[]>({
  key: "contacts.mergeSelected",
  labelKey: "contacts.list.mergeSelected",
  icon: IconArrowMerge,
  right: "contacts.merge",
  when: ([first, second, ...more]) =>
    first !== undefined && second !== undefined && more.length === 0 && first.type === second.type,
  run: (rows, ui) => {
    const [older, newer] = rows.map(({ no }) => no).toSorted();
    ui.go(mergeHref(older!, newer!));
  },
});
