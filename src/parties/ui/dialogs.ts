import type { Contact } from "#contacts/contacts.contract.ts";
import type { ContactlessKind } from "../create-contacts/create-contacts.contract.ts";
import type { PartyEntry } from "../entries/party-entries.contract.ts";
import type { PartyKind } from "../party-kinds.rules.ts";
import type { PartyTemplate } from "../templates/templates.contract.ts";

declare module "#web/dialogs.ts" {
  interface Dialogs {
    "parties.new": { readonly kind: PartyKind };
    "parties.entry": {
      readonly entry: PartyEntry | null;
      readonly owner: Pick<PartyEntry, "kind" | "partyNo"> | null;
    };
    "parties.createContacts": { readonly kind: ContactlessKind };
    "parties.createAs": { readonly contact: Contact; readonly kind: PartyKind };
    "parties.link": { readonly contact: Contact };
    "parties.template": { readonly template: PartyTemplate | null };
  }
}
