import type { contactsUiTexts as english } from "./texts.en.ts";

/** Texts of the contacts' pages, in Finnish. */
export const contactsUiTexts: typeof english = {
  list: {
    title: "Kontaktit",
    empty: "Ei vielä kontakteja",
    emptyText: "Tuo kontaktit tiedostosta tai lisää ensimmäinen yritys. Kaikki kirjataan lokiin kontaktille.",
    duplicates: "Mahdolliset kaksoiskappaleet",
    mergeSelected: "Yhdistä valitut kaksi",
    exportVcard: "Vie vCard-tiedostoon",
  },
  types: { company: "Yritys", person: "Henkilö" },
  correspondence: { hardCopy: "Paperituloste", email: "Sähköposti" },
  relations: {
    none: "Ei mitään",
    other: "Muu",
    multiple: "Useita",
    customer: "Asiakas",
    vendor: "Toimittaja",
    bankAccount: "Pankkitili",
    employee: "Työntekijä",
  },
  actions: {
    newContact: "Uusi kontakti",
    newCompany: "Uusi yritys",
    newPerson: "Uusi henkilö",
    newPersonHere: "Uusi henkilö tähän yritykseen",
    newColleague: "Uusi työtoveri",
    open: "Avaa",
    edit: "Muokkaa",
    import: "Tuo kontakteja",
    exportVcard: "Lataa vCard-tiedostona",
    becomePerson: "Muuta henkilöksi",
    becomeCompany: "Muuta yritykseksi",
    call: "Soita {{phoneNo}}",
    write: "Kirjoita osoitteeseen {{email}}",
  },
};
