import type { opportunitiesFields as english } from "./texts.en.ts";

export const opportunitiesFields: typeof english = {
  salesCycleCode: "Myyntisykli",
  segmentDescription: "Segmentin kuvaus",
  creationDate: "Luontipvm",
  dateClosed: "Sulkemispvm",
  closed: "Suljettu",
  status: "Tila",
};
