/** Texts of campaigns. */
export const campaignsTexts = {
  problems: {
    campaign_dates: "The campaign would start on {{startingDate}} and end before that, on {{endingDate}}.",
    campaign_in_use:
      "Campaign {{key}} is named by interactions, templates, segments, open opportunities or open tasks.",
  },
  fields: {
    statusCode: "Status code",
    endingDate: "Ending date",
    noOfInteractions: "No. of interactions",
    campaignEntryNo: "Campaign entry",
  },
};
