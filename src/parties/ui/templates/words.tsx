import type { ContactType } from "#contacts/contact.rules.ts";
import { useT } from "#web/i18n.ts";
import type { PartyKind } from "../../party-kinds.rules.ts";
import { kindKey } from "../party-contracts.ts";

/** A kind of party in a word. */
export function Kind({ kind }: { readonly kind: PartyKind }) {
  const t = useT();
  return t(kindKey(kind));
}

/** A type of contact in a word. */
export function Type({ type }: { readonly type: ContactType }) {
  const t = useT();
  return t(`contacts.types.${type}`);
}
