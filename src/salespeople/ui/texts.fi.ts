import type { salespeopleUiTexts as english } from "./texts.en.ts";

export const salespeopleUiTexts: typeof english = {
  title: "Myyjät",
  new: "Uusi myyjä",
  empty: "Ei vielä myyjiä",
  emptyText:
    "Lisää ne, jotka pitävät yhteyttä kontakteihin. Käyttäjä, joka on myyjä, kirjaa vuorovaikutukset omissa nimissään.",
  general: "Yleiset",
  status: "Tila",
  usable: "Valittavissa",
  contactDetails: "Sähköposti ja puhelin",
  codeText: "Lyhyt ja tunnistettava, esimerkiksi nimikirjaimet.",
  emailText: "Käyttäjä, jolla on tämä sähköpostiosoite, kirjaa vuorovaikutukset tänä myyjänä.",
  blockedText: "Säilyy siellä, missä se on, mutta sitä ei voi enää valita.",
  privacyBlockedText: "Kuten estetty; henkilölle, jonka tietoja ei enää saa käyttää.",
  created: "Myyjä {{name}} luotiin",
  delete: "Poista myyjä",
  deleteTitle: "Poistetaanko myyjä {{name}}?",
  deleteText:
    "Myyjän kontaktit siirtyvät valitulle myyjälle. Myyjää, joka on vuorovaikutuslokissa, ei voi poistaa. Estä se sen sijaan.",
  deleted: "Myyjä {{name}} poistettiin",
  block: "Estä",
  unblock: "Poista esto",
  blockedDone: "Myyjä {{name}} estettiin",
  unblockedDone: "Myyjä {{name}} on taas valittavissa",
};
