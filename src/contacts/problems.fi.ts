import type * as english from "./problems.en.ts";

export const contactsProblems: typeof english.contactsProblems = {
  contact_not_found: "Kontaktia {{no}} ei ole.",
  contact_manual_no: "Kontaktien numerot tulevat numerosarjasta {{key}}. Jätä numero tyhjäksi.",
  setup_missing:
    "Kenttä ”{{field}}” on tyhjä kontaktienhallinnan asetuksissa. Täytä se tai anna numero itse.",
  contact_person_only: "Kenttä ”{{field}}” on vain henkilöillä.",
  contact_company_only: "Kenttä ”{{field}}” on vain yrityksillä.",
  duplicate_pair_not_found:
    "Kontaktit {{contactNo}} ja {{duplicateNo}} eivät ole mahdollisten kaksoiskappaleiden pari.",
  duplicates_too_many:
    "Asetuksilla syntyisi yli {{maximum}} mahdollisten kaksoiskappaleiden paria. Suurenna haun osuma-%:a.",
  contact_phone_letters: "Kentässä ”{{field}}” ei saa olla kirjaimia.",
  contact_email: "Kenttä ”{{field}}”: {{offending}} ei ole sähköpostiosoite. Erota osoitteet puolipisteellä.",
  contact_vat_registration_no: "Kentän ”{{field}}” arvo ei vastaa maan muotoja: {{formats}}.",
  contact_vat_registration_no_shared: "Kontaktilla {{no}} {{name}} on sama ALV-rekisterinumero.",
  contact_select_company: "Kenttä ”{{field}}”: ”{{text}}” ei kerro, mikä yritys on kyseessä. Valitse yritys.",
  contact_open_tasks:
    "Kontaktilla {{no}} tai sen henkilöllä on avoimia tehtäviä. Merkitse ne valmiiksi tai poista ne ensin.",
  contact_on_segment: "Kontakti {{no}} tai sen henkilö on segmentissä. Poista se ensin segmentistä.",
  contact_open_opportunities:
    "Kontaktilla {{no}} tai sen henkilöllä on avoimia mahdollisuuksia. Sulje tai poista ne ensin.",
  contact_has_persons: "Yritykseen {{no}} kuuluu henkilöitä. Siitä ei voi tehdä henkilöä.",
  contact_type_has_interactions: "Kontaktilla {{no}} on vuorovaikutuksia. Sen tyyppiä ei voi muuttaa.",
  contact_type_has_tasks: "Kontaktilla {{no}} on tehtäviä. Sen tyyppiä ei voi muuttaa.",
  contact_type_has_opportunities: "Kontaktilla {{no}} on mahdollisuuksia. Sen tyyppiä ei voi muuttaa.",
  contact_type_field: "Tyhjennä kenttä ”{{field}}”, ennen kuin muutat kontaktin {{no}} tyypin.",
  contact_consent_missing:
    "Kontakti {{no}} on alaikäinen. Merkitse vanhemman suostumus vastaanotetuksi ennen eston poistamista.",
  salesperson_blocked: "Myyjä {{salespersonCode}} on estetty. Valitse toinen myyjä.",
  salesperson_privacy_blocked:
    "Myyjä {{salespersonCode}} on estetty tietosuojan vuoksi. Valitse toinen myyjä.",
};
