/** Texts of segments. */
export const segmentsTexts = {
  problems: {
    segment_lines_refused: "Nothing was added: {{count}} of the lines break a rule.",
  },
  fields: {
    campaignDescription: "Campaign description",
    lineCount: "No. of lines",
    contactAltAddressCode: "Alternative address",
    contactPhoneNo: "Contact phone No.",
    contactMobilePhoneNo: "Contact mobile phone No.",
  },
};
