import type { opportunitiesTexts as english } from "./texts.en.ts";

export const opportunitiesTexts: typeof english = {
  problems: {
    opportunity_closed: "Mahdollisuus {{key}} on suljettu. Avaa se uudelleen, ennen kuin muutat tätä.",
    other_company: "Mahdollisuus on aloitettu, joten sen kontakti pysyy samassa yrityksessä.",
    opportunity_in_progress: "Mahdollisuus {{key}} on käynnissä. Sulje se, ennen kuin poistat sen.",
  },
  fields: {
    salesCycleCode: "Myyntisykli",
    segmentDescription: "Segmentin kuvaus",
    creationDate: "Luontipvm",
    dateClosed: "Sulkemispvm",
    closed: "Suljettu",
    status: "Tila",
  },
};
