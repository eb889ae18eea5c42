/** Texts inside of the opportunities' pages and dialogs; the names that the first page shows are in `texts.en.ts`. */
export const opportunitiesLaterTexts = {
  priorities: { low: "Low", normal: "Normal", high: "High" },
};
