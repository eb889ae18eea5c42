import type { ContactType } from "#contacts/contact.rules.ts";
import { openDialog } from "#web/dialogs.ts";

/** Where the form for a new contact begins. */
export interface NewContactProps {
  /** A company unless said, a person where a company is given. */
  readonly type?: ContactType | undefined;
  /** The company the new person belongs to. */
  readonly company?: { readonly no: string; readonly name: string } | undefined;
  readonly name?: string | undefined;
}

declare module "#web/dialogs.ts" {
  interface Dialogs {
    "contacts.new": NewContactProps;
  }
}

/** Opens the form for a new contact over whatever is on the screen. */
export function openNewContact(props: NewContactProps): void {
  openDialog("contacts.new", props);
}
