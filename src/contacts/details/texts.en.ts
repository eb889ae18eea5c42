/** Texts of the child rows of contacts that no first page shows: problems, and the names of fields. */
export const contactDetailsTexts = {
  problems: {
    alt_range_exists:
      "There is a date range that starts on {{startingDate}}. Change that one, or choose another day.",
    alt_range_order: "The ending date is before the starting date. Enter a later one.",
    web_source_url_blank: "Web source {{key}} has no address. Enter it in the set-up list of web sources.",
  },
  fields: {
    alternativeAddresses: "Alternative addresses",
    companyName2: "Company name 2",
    mailingGroups: "Mailing groups",
    mailingGroupCode: "Mailing group",
    industryGroupCode: "Industry group",
    jobResponsibilityCode: "Job responsibility",
    noOfContacts: "No. of contacts",
    searchWord: "Search word",
  },
};
