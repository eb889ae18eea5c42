/** Texts of the statistics, for the files that are made of them and for the page. */
export const statisticsTexts = {
  problems: {
    period_required: "A comparison needs a period: give its first and last day.",
  },
  fields: {
    dateFrom: "From",
    dateTo: "To",
  },
  by: {
    template: "Template",
    group: "Group",
    salesperson: "Salesperson",
    campaign: "Campaign",
    evaluation: "Evaluation",
    contact: "Contact",
    contactCompany: "Company",
    day: "Day",
    week: "Week (Monday)",
    month: "Month",
    year: "Year",
  },
  columns: {
    name: "Name",
    noOfInteractions: "Interactions",
    cost: "Cost",
    durationMin: "Duration (min)",
    averageCost: "Average cost",
    averageDurationMin: "Average duration (min)",
    noOfFailedAttempts: "Failed attempts",
    veryPositive: "Very positive",
    positive: "Positive",
    neutral: "Neutral",
    negative: "Negative",
    veryNegative: "Very negative",
    targetContactsContacted: "Target contacts contacted",
    contactsResponded: "Contacts responded",
  },
  file: {
    name: "Interaction statistics",
    /** What a row stands for that names nothing. */
    none: "None",
    total: "Total",
    compared: "compared period",
  },
};
