import type { statisticsTexts as english } from "./texts.en.ts";

export const statisticsTexts: typeof english = {
  problems: {
    period_required: "Vertailuun tarvitaan jakso. Anna sen ensimmäinen ja viimeinen päivä.",
  },
  fields: {
    dateFrom: "Alkaen",
    dateTo: "Päättyen",
  },
  by: {
    template: "Malli",
    group: "Ryhmä",
    salesperson: "Myyjä",
    campaign: "Kampanja",
    evaluation: "Arviointi",
    contact: "Kontakti",
    contactCompany: "Yritys",
    day: "Päivä",
    week: "Viikko (maanantai)",
    month: "Kuukausi",
    year: "Vuosi",
  },
  columns: {
    name: "Nimi",
    noOfInteractions: "Vuorovaikutukset",
    cost: "Kustannus",
    durationMin: "Kesto (min)",
    averageCost: "Keskikustannus",
    averageDurationMin: "Keskikesto (min)",
    noOfFailedAttempts: "Epäonnistuneet yhteydenotot",
    veryPositive: "Erittäin myönteinen",
    positive: "Myönteinen",
    neutral: "Neutraali",
    negative: "Kielteinen",
    veryNegative: "Erittäin kielteinen",
    targetContactsContacted: "Tavoitetut kohdekontaktit",
    contactsResponded: "Palautetta antaneet kontaktit",
  },
  file: {
    name: "Vuorovaikutusten tilastot",
    none: "Ei mitään",
    total: "Yhteensä",
    compared: "vertailujakso",
  },
};
