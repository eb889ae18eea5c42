export { changeContact, changeContacts } from "./change-contacts.commands.ts";
export {
  type ChosenContact,
  chooseContact,
  type FoundChoice,
  findChoices,
  holdContact,
} from "./choose-contact.ts";
export { contactErased, contactMerged, contactNotFound } from "./contact-errors.ts";
export {
  type ChangedContact,
  contactImagesWritten,
  contactsDeleting,
  contactsErasing,
  contactsMerged,
  contactsMerging,
  contactsParted,
  contactsWritten,
  type MergedContacts,
  type WrittenContacts,
} from "./contact-events.ts";
export { plainColumns, referenceColumns } from "./contact-fields.ts";
export type { ChangeRequest } from "./contact-revisions.ts";
export { listContacts } from "./contacts.queries.ts";
export { type CreateOptions, createContact, createContacts } from "./create-contacts.commands.ts";
export { deleteContact } from "./delete-contact.commands.ts";
export {
  type AddressFacts,
  addressFactsOf,
  type ReachableAddress,
} from "./details/addresses/address-facts.ts";
export { activeOn, rederivedOn } from "./details/addresses/addresses.queries.ts";
export { askedChannels, consentsOf } from "./details/consent-facts.ts";
export { type DealingFigures, dealingFigures } from "./details/dealing-figures.queries.ts";
export { findDetailed, lockDetailed, recordDetail } from "./details/detailed-contact.ts";
export { type DetailFigures, detailFigures } from "./details/figures.queries.ts";
export { completeAddresses } from "./details/post-codes/complete-addresses.ts";
export { listPostCodes } from "./details/post-codes/post-codes.queries.ts";
export { touchContacts } from "./details/touch.ts";
export { generateDuplicatesWork } from "./duplicates/generate.work.ts";
export { listDuplicatePairs } from "./duplicates/pairs.queries.ts";
export { queueIndexing } from "./duplicates/queue-generate.commands.ts";
export { duplicateSubscriptions } from "./duplicates/subscriptions.ts";
export {
  type FoundContact,
  findContactByName,
  findContactIdsByNo,
  findContactNumbers,
} from "./find-contacts.queries.ts";
export { type ImageOfContact, putImage, setContactImages } from "./image/image.commands.ts";
export { findPicture } from "./image/image.queries.ts";
export { imageSubscriptions } from "./image/subscriptions.ts";
export {
  type ContactReference,
  childTables,
  columnsWithContacts,
  contactReferences,
} from "./merge/contact-references.ts";
export { forgetMerges, forgetMergesOfDeleted, forgetOldMerges } from "./merge/forget-merges.commands.ts";
export { seen } from "./merge/row-sql.ts";
export { forgetNames } from "./name-words.ts";
export { countWithOpenOpportunities } from "./open-opportunities.queries.ts";
export type { ContactOutcome, WrittenOutcome } from "./present-contact.ts";
export { type ContactName, presentContactNames } from "./present-contact-names.queries.ts";
export { cardOfContact } from "./vcard/contact-card.ts";
export type { ContactInput } from "./write-contact.rules.ts";
