import type { partiesTexts as english } from "./texts.en.ts";

export const partiesTexts: typeof english = {
  problems: {
    party_not_found: "Numerolla {{no}} ei löydy mitään.",
    party_key_required: "Rivillä on oltava externalId tai no, josta sen tunnistaa.",
    party_contact_not_related:
      "Kontakti {{contactNo}} ei kuulu siihen kontaktiin, johon tämä on linkitetty. Valitse joku sen henkilöistä.",
    party_entry_invoice_amount: "Laskun summa ei voi olla negatiivinen. Anna se hyvityslaskuna.",
    party_entry_credit_memo_amount: "Hyvityslaskun summan on oltava negatiivinen.",
    party_entry_discount: "Alennus ei voi olla negatiivinen.",
    relation_contact_linked: "Kontakti {{contactNo}} on jo linkitetty. Linkitys: {{partyNo}}.",
    relation_party_linked: "{{partyNo}} on jo linkitetty kontaktiin {{contactNo}}.",
    relation_reserved_code:
      "Kontaktienhallinnan asetuksissa koodi {{key}} on varattu linkitetyille kontakteille. Luo tai linkitä tietue.",
    contact_company_required: "Kontaktilla {{contactNo}} ei ole yritystä. Tämä voi olla vain yrityksellä.",
    template_required: "Malli puuttuu. Valitse malli.",
    line_too_long: "Rivi on pidempi kuin 65 536 tavua.",
  },
  fields: {
    linkTo: "Linkitetty tietuelaji",
    linkNo: "Linkitetty tietue",
    linkName: "Linkitetyn tietueen nimi",
    partyNo: "Numero",
    templateCode: "Malli",
    kind: "Laji",
    master: "Määräävä puoli",
    contactType: "Kontaktin tyyppi",
    primaryContactNo: "Ensisijainen kontakti",
    contactName: "Kontaktin nimi",
    lastName: "Sukunimi",
    purchaserCode: "Ostaja",
    ourContactCode: "Oma yhteyshenkilö",
    noSeries: "Numerosarja",
    dueDate: "Eräpäivä",
    closedDate: "Sulkemispäivä",
    postingDate: "Kirjauspäivä",
    amount: "Summa",
    profit: "Kate",
    discount: "Alennus",
    documentType: "Asiakirjan tyyppi",
    documentNo: "Asiakirjan nro",
  },
};
