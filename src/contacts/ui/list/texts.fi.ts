import type { SameTexts } from "#web/i18n.ts";
import type { selectionUiTexts as english } from "./texts.en.ts";

export const selectionUiTexts: SameTexts<typeof english> = {
  exportCsv: "Vie CSV-tiedostoon",
  exportXlsx: "Vie Exceliin",
  exportVcard: "Vie vCard-tiedostoon",
};
