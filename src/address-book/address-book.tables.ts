import type { Generated } from "kysely";

export interface AddressBookTables {
  /** That something has become of a contact which its row does not say. */
  address_book_changes: { contact_id: number; changed_at: Generated<string> };
}
