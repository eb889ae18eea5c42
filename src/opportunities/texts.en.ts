/** Texts of opportunities. */
export const opportunitiesTexts = {
  problems: {
    opportunity_closed: "Opportunity {{key}} is closed. Open it again before you change this.",
    other_company: "The opportunity has been started, so its contact stays within the company.",
    opportunity_in_progress: "Opportunity {{key}} is in progress. Close it before you delete it.",
  },
  fields: {
    salesCycleCode: "Sales cycle",
    segmentDescription: "Segment description",
    creationDate: "Creation date",
    dateClosed: "Date closed",
    closed: "Closed",
    status: "Status",
  },
};
