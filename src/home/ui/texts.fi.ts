import type { homeTexts as english } from "./texts.en.ts";

/** Texts of the home page, in Finnish. */
export const homeTexts: typeof english = {
  title: "Kotisivu",
  greeting: {
    morning: "Hyvää huomenta, {{name}}",
    day: "Hyvää päivää, {{name}}",
    evening: "Hyvää iltaa, {{name}}",
    night: "Hei, {{name}}",
  },
  tiles: {
    label: "Luvut",
    companies: "Yritykset",
    persons: "Henkilöt",
    withOpportunities: "Joilla avoin mahdollisuus",
    duplicates: "Mahdollisia kaksoiskappaleita",
    mine: "Omat vuorovaikutukset tällä viikolla",
    all: "Kaikki vuorovaikutukset tällä viikolla",
    postponed: "Itse lykätyt",
    lastWeek: "Viime viikolla: {{count, number}}",
  },
  chart: {
    title: "Vuorovaikutukset viikoittain",
    mine: "Omat",
    others: "Muiden",
    week: "Viikko {{week, number}}: {{range}}",
    bar: "{{week}}. Omat: {{mine, number}}, kaikki: {{all, number}}",
    keys: "Nuolinäppäimillä siirryt viikosta toiseen, Enter avaa viikon lokin.",
  },
  latest: {
    title: "Viimeisimmät vuorovaikutukset",
    all: "Näytä loki",
  },
  start: {
    title: "Tervetuloa Rapportiin",
    text: "Muutama vaihe ensimmäiseen lokiin kirjattuun puheluun. Jokainen voi odottaa.",
    assistant: "Määritä asetukset",
    assistantText: "Yritys, kieli, numerosarja ja vuorovaikutusmallit – hyvät oletukset ovat valmiina.",
    import: "Tuo kontaktit",
    importText: "CSV-, Excel- tai vCard-tiedostosta. Näet tuloksen ennen kuin mitään tallennetaan.",
    create: "Lisää ensimmäinen kontakti",
    createText: "Yritys tai henkilö, pelkkä nimi riittää; muut tiedot voi lisätä myöhemmin.",
    log: "Kirjaa lokiin ensimmäinen vuorovaikutus",
    logText: "Puhelu, tapaaminen tai kirje: valitse kontakti, kirjoita rivi, valmis.",
  },
};
