/** Texts of the statistics page. */
export const statisticsUiTexts = {
  title: "Statistics",
  totals: {
    title: "Interactions",
    byMonth: "The last months",
  },
};
