import { numberingProblems } from "./problems.fi.ts";
import type { numberingTexts as english } from "./texts.en.ts";

export const numberingFields: typeof english.fields = {
  noSeries: "Numerosarja",
  allowAutomatic: "Automaattiset numerot",
  allowManual: "Manuaaliset numerot",
  lines: "Rivit",
  startingDate: "Aloituspvm",
  startingNo: "Aloittava nro",
  endingNo: "Päättävä nro",
  warningNo: "Varoitusnro",
  incrementBy: "Lisäys",
  lastNoUsed: "Viimeksi käytetty nro",
  open: "Avoin",
};

export const numberingTexts: typeof english = {
  problems: numberingProblems,
  fields: numberingFields,
};
