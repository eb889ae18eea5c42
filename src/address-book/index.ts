export { type AddressBookConfig, serveAddressBook } from "./address-book.routes.ts";
export { addressBookSubscriptions, forgetOldChanges } from "./changes.commands.ts";
