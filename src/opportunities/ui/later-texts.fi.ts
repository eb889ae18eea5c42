import type { opportunitiesLaterTexts as english } from "./later-texts.en.ts";

export const opportunitiesLaterTexts: typeof english = {
  priorities: { low: "Matala", normal: "Normaali", high: "Korkea" },
};
