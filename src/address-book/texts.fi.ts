import type { AddressBookTexts } from "./texts.en.ts";

export const addressBookTexts: AddressBookTexts = {
  names: { book: "Rapport-kontaktit" },
  problems: {
    dav_xml: "Pyynnön sisältö ei ole XML:ää, jota osoitekirja ymmärtää.",
    dav_not_found: "Tässä osoitteessa ei ole mitään, tai se ei ole enää osoitekirjassa.",
    dav_read_only: "Osoitekirjaa voi vain lukea. Muuta kontakteja Rapportissa.",
    dav_report_unknown: "Osoitekirja ei tunne tätä raporttia.",
    dav_filter: "Osoitekirja ei osaa hakea tällä suodattimella.",
    dav_limit: "Muutokset tulevat kaikki kerralla; pyydä ilman rajoitusta.",
    dav_card_version: "Kortit ovat vCard-muotoa 3.0 tai 4.0.",
    dav_sync_token: "Tätä merkkiä ei enää tunneta. Nouda koko osoitekirja.",
    dav_depth: "Pyydä syvyydellä 0 tai 1.",
    dav_no_content: "Tämä osoite on kansio; sillä ei ole omaa sisältöä.",
  },
};
