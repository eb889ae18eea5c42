import type { statisticsUiTexts as english } from "./texts.en.ts";

export const statisticsUiTexts: typeof english = {
  title: "Tilastot",
  totals: {
    title: "Vuorovaikutukset",
    byMonth: "Viime kuukaudet",
  },
};
