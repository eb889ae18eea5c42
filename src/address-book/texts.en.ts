/** Texts of the address book on telephones: what clients show, and what they did wrong. */
export const addressBookTexts = {
  names: { book: "Rapport contacts" },
  problems: {
    dav_xml: "The body is not XML that an address book understands.",
    dav_not_found: "There is nothing at this address, or it is not in the address book any more.",
    dav_read_only: "The address book can only be read. Change contacts in Rapport.",
    dav_report_unknown: "The address book does not know this report.",
    dav_filter: "The address book cannot search by this filter.",
    dav_limit: "Changes come all at once; ask without a limit.",
    dav_card_version: "Cards are vCard 3.0 or 4.0.",
    dav_sync_token: "This mark is not known any more. Fetch the whole address book.",
    dav_depth: "Ask with a depth of 0 or 1.",
    dav_no_content: "This address is a folder; it has no content of its own.",
  },
};

export type AddressBookTexts = typeof addressBookTexts;
