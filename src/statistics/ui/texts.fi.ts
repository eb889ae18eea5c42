import type { statisticsUiTexts as english, statisticsLaterTexts as laterEnglish } from "./texts.en.ts";

export const statisticsUiTexts: typeof english = {
  title: "Tilastot",
  totals: {
    title: "Vuorovaikutukset",
    byMonth: "Viime kuukaudet",
  },
};

export const statisticsLaterTexts: typeof laterEnglish = {
  page: {
    breakdowns: "Luvut ryhmiteltynä",
    tabs: {
      template: "Mallit",
      group: "Ryhmät",
      salesperson: "Myyjät",
      campaign: "Kampanjat",
      evaluation: "Arvioinnit",
      contactCompany: "Yritykset",
      contact: "Kontaktit",
      day: "Päivät",
      week: "Viikot",
      month: "Kuukaudet",
      year: "Vuodet",
    },
    period: "Jakso",
    periods: {
      thisMonth: "Tämä kuukausi tähän asti",
      lastMonth: "Viime kuukausi",
      thisYear: "Tämä vuosi tähän asti",
      lastYear: "Viime vuosi",
      last12Months: "Viimeiset 12 kuukautta",
      all: "Koko aika",
      own: "Muut päivät",
    },
    compareWith: "Vertailu",
    comparisons: {
      none: "Ei vertailua",
      previousPeriod: "Edellinen jakso",
      previousYear: "Edellinen vuosi",
    },
    totals: "Yhteensä",
    totalTime: "Aika",
    averageTime: "Keskimääräinen aika",
    before: "Aiemmin: {{value}}",
    change: "{{change}} verrattuna jaksoon {{period}}",
    chart: "{{figure}}, ryhmittely: {{by}}",
    chartFigure: "Kaavion luku",
    table: "Luvut taulukkona",
    total: "Yhteensä",
    changed: "Muutos",
    evaluated: "Myönteisiä",
    bad: "Kielteisiä",
    shown_one: "Näkyvissä on se, jolla on eniten vuorovaikutuksia. Kaikkiaan {{all, number}}.",
    shown_other:
      "Näkyvissä on {{count, number}}, joilla on eniten vuorovaikutuksia. Kaikkiaan {{all, number}}.",
    none: "Ei mitään",
    empty: "Jaksolla ei ole vuorovaikutuksia",
    emptyText: "Valitse toinen jakso tai poista suodattimia.",
    exportXlsx: "Excel",
    exportCsv: "CSV",
    sortBy: "Lajittele: {{column}}",
    open: "Näytä nämä vuorovaikutukset: {{label}}, {{figure}} {{value}}",
  },
};
