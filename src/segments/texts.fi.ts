import type { segmentsTexts as english } from "./texts.en.ts";

export const segmentsTexts: typeof english = {
  problems: {
    segment_lines_refused: "Mitään ei lisätty. Säännön vastaisten rivien määrä: {{count}}.",
  },
  fields: {
    campaignDescription: "Kampanjan kuvaus",
    lineCount: "Rivien määrä",
    contactAltAddressCode: "Vaihtoehtoinen osoite",
    contactPhoneNo: "Kontaktin puhelinnro",
    contactMobilePhoneNo: "Kontaktin matkapuhelinnro",
  },
};
