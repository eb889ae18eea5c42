import { useT } from "#web/i18n.ts";
import { type EntryDocumentType, entryDocumentTypes } from "../../entries/party-entry.rules.ts";

export const documentTypeChoices = entryDocumentTypes.map((value) => ({
  value,
  labelKey: `parties.card.${value}` as const,
}));

export function DocumentType({ type }: { readonly type: EntryDocumentType }) {
  return useT()(`parties.card.${type}`);
}
