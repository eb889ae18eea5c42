import type { contactDetailsTexts as english } from "./texts.en.ts";

/** Texts of the child rows of contacts, in Finnish. */
export const contactDetailsTexts: typeof english = {
  problems: {
    alt_range_exists:
      "Päivänä {{startingDate}} alkava ajanjakso on jo olemassa. Muuta sitä tai valitse toinen päivä.",
    alt_range_order: "Lopetuspäivä on ennen aloituspäivää. Anna myöhempi lopetuspäivä.",
    web_source_url_blank:
      "Verkkolähteellä {{key}} ei ole osoitetta. Anna osoite verkkolähteiden luettelossa.",
  },
  fields: {
    alternativeAddresses: "Vaihtoehtoiset osoitteet",
    companyName2: "Yrityksen nimi 2",
    mailingGroups: "Postitusryhmät",
    mailingGroupCode: "Postitusryhmä",
    industryGroupCode: "Toimialaryhmä",
    jobResponsibilityCode: "Vastuualue",
    noOfContacts: "Kontaktien lkm",
    searchWord: "Hakusana",
  },
};
