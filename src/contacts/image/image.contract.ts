import { definePicture } from "#pictures/pictures.contract.ts";
import { contactFieldLengths } from "../contact.rules.ts";

/** Contracts of a contact's picture (contacts §9). */
export const contactPicture = definePicture({
  name: "Contact",
  resource: "contacts",
  words: "a contact",
  ownerNo: "contactNo",
  noLength: contactFieldLengths.no,
  read: "contacts.read",
  write: "contacts.write",
  problems: ["contact_erased"],
});
