import type { Contact } from "#contacts/contacts.contract.ts";
import { contactPicture } from "#contacts/image/image.contract.ts";
import { Picture } from "#pictures/ui/Picture.tsx";
import { changedByContacts } from "../resources.ts";

/** The picture in the heading of a contact's card. */
export function ContactPicture({ contact }: { readonly contact: Contact }) {
  return (
    <Picture
      of={contact}
      contract={contactPicture}
      changes={changedByContacts}
      isKept={contact.erasedAt !== null}
    />
  );
}
