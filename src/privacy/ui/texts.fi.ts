import type { SameTexts } from "#web/i18n.ts";
import { consentWarningTexts } from "../consents/texts.fi.ts";
import type { privacyUiTexts as english } from "./texts.en.ts";

/** The same in Finnish. */
export const privacyUiTexts: SameTexts<typeof english> = {
  title: "Rekisteröidyn oikeudet",
  erasedName: "Poistettu kontakti",
  erased: {
    title: "Tämän kontaktin henkilötiedot on poistettu",
    text: "{{at}}, {{by}}. {{requester}}. Syy: {{reason}}",
    counted: "Poistettiin tai tyhjennettiin: {{counts}}",
  },
  requesters: {
    subject: "Rekisteröity itse pyysi",
    representative: "Edustaja pyysi",
    authority: "Viranomainen määräsi",
    organisation: "Organisaatio päätti",
    retentionRule: "Säilytyssäännön mukaan",
  },
  kinds: {
    interactions: "Vuorovaikutukset",
    postponedInteractions: "Lykätyt vuorovaikutukset",
    segmentLines: "Segmenttirivit",
    interactionDrafts: "Luonnokset",
    interactionComments: "Vuorovaikutusten huomautukset",
    attachments: "Liitteet",
    tasks: "Tehtävät",
    opportunities: "Mahdollisuudet",
    alternativeAddresses: "Vaihtoehtoiset osoitteet",
    comments: "Huomautukset",
    consents: "Suostumukset",
    merges: "Kumottavissa olevat yhdistämiset",
    imports: "Tuonnit",
    savedViews: "Kontaktin nimeävät tallennetut näkymät",
  },
  export: {
    title: "Vie kaikki tiedot",
    text: "Kirjoittaa kaiken, mitä Rapport säilyttää tästä kontaktista, arkistoon: tietueet JSON-muodossa ja tiedostot. Arkisto poistetaan 7 päivän kuluttua.",
    start: "Vie arkistoksi",
    tracking: "Kontaktin {{no}} tietojen vienti",
    none: "Arkistoa ei ole nyt.",
    made: "{{at}}, {{by}}, {{size}} kt",
    unfinished: "{{at}}, {{by}}, kesken",
    expires: "poistetaan {{at}}",
    download: "Lataa",
    downloadOf: "Lataa arkisto {{at}}",
  },
  erase: {
    title: "Poista henkilötiedot",
    text: "Poistaa tiedot siitä, kuka tämä kontakti on. Mitä tehtiin, milloin, kuka teki ja millä kustannuksella säilyy, samoin kaikki tilastot.",
    start: "Poista henkilötiedot…",
    dialogTitle: "Poistetaanko kontaktin {{no}} {{name}} henkilötiedot?",
    goes: "Poistuu pysyvästi",
    goesContact:
      "Kontaktin nimet, osoitteet, numerot, sähköpostit, kuva, huomautukset ja vaihtoehtoiset osoitteet",
    goesTexts:
      "Vuorovaikutusten aiheet, kuvaukset, osoitteet, huomautukset ja tiedostot; tehtävien ja mahdollisuuksien tekstit; luonnokset ja lykätyt vuorovaikutukset",
    goesCopies:
      "Arkistot, kontaktin tuoneet tuonnit, sen nimeävät tallennetut näkymät ja se, mitä muutosloki siitä kertoo",
    stays: "Säilyy",
    staysSkeleton: "Jokaisen vuorovaikutuksen päivä, malli, kustannus, kesto, arviointi ja myyjä",
    staysContact:
      "Kontakti numeroineen, estettynä ja segmenttien ulkopuolella; siihen ei voi enää kirjoittaa mitään",
    parties: "Linkitettyjä tietueita ei muuteta: {{parties}}",
    people: "Yrityksen henkilöiden tietoja ei poisteta samalla. Avaa ne yksitellen: ",
    peopleMore: "ja {{count}} muuta",
    open: "Yhä avoinna: {{tasks}} tehtävää, {{opportunities}} mahdollisuutta. Ne jäävät avoimiksi ilman tekstejään.",
    requestedBy: "Kuka pyysi",
    reason: "Syy",
    reasonText: "Säilytetään pysyvästi. Älä kerro, kenestä on kyse.",
    confirm: "Vahvista kirjoittamalla {{no}}",
    submit: "Poista pysyvästi",
    done: "Kontaktin {{no}} henkilötiedot on poistettu",
  },
  partyKinds: {
    customer: "asiakas",
    vendor: "toimittaja",
    bankAccount: "pankkitili",
    employee: "työntekijä",
  },
  retention: {
    subtitle:
      "Mitä ei säilytetä ikuisesti. Sääntö ei tee mitään, ennen kuin se ajetaan tai otetaan käyttöön joka yöksi.",
    empty: "Mitään ei poisteta itsestään. Luo sääntö löytääksesi sen, mitä ei enää tarvita.",
    subjects: {
      idleContacts: "Kontaktit ilman tapahtumia",
      logContent: "Vuorovaikutusten sisältö",
    },
    actions: { report: "Vain raportti", erase: "Poisto" },
    explained: {
      idleContacts_one:
        "Etsii kontaktit, joilla ei ole ollut vuorovaikutuksia, tehtäviä eikä mahdollisuuksia {{count}} kuukauteen.",
      idleContacts_other:
        "Etsii kontaktit, joilla ei ole ollut vuorovaikutuksia, tehtäviä eikä mahdollisuuksia {{count}} kuukauteen.",
      logContent_one:
        "Etsii yli {{count}} kuukauden ikäiset vuorovaikutukset, joilla on yhä tekstejä, huomautuksia tai tiedostoja.",
      logContent_other:
        "Etsii yli {{count}} kuukauden ikäiset vuorovaikutukset, joilla on yhä tekstejä, huomautuksia tai tiedostoja.",
    },
    does: { report: "Se vain raportoi ne.", erase: "Se poistaa niiden henkilötiedot." },
    run: "Aja…",
    runOf: "Aja sääntö {{code}}",
    runTitle: "Säilytyssääntö {{code}}",
    tracking: "Säilytyssääntö {{code}}",
    dryRun: "Koeajo",
    eraseFound: "Poista löydetyt…",
    eraseTitle: "Poistetaanko säännön {{code}} löytämät tiedot?",
    eraseText: {
      idleContacts_one: "{{count}} kontaktin henkilötiedot poistuvat pysyvästi; kontakti säilyy numerollaan.",
      idleContacts_other:
        "{{count}} kontaktin henkilötiedot poistuvat pysyvästi; kontaktit säilyvät numeroillaan.",
      logContent_one:
        "{{count}} vuorovaikutuksen tekstit, huomautukset ja tiedostot poistuvat pysyvästi; luvut säilyvät.",
      logContent_other:
        "{{count}} vuorovaikutuksen tekstit, huomautukset ja tiedostot poistuvat pysyvästi; luvut säilyvät.",
    },
    erase_one: "Poista {{count}}",
    erase_other: "Poista {{count}}",
    found: {
      idleContacts_one: "Löytyi {{count}} kontakti.",
      idleContacts_other: "Löytyi {{count}} kontaktia.",
      logContent_one: "Löytyi {{count}} vuorovaikutus.",
      logContent_other: "Löytyi {{count}} vuorovaikutusta.",
    },
    erased_one: "Poistettiin {{count}}.",
    erased_other: "Poistettiin {{count}}.",
    before: "Vanhemmat kuin {{day}}",
    more_one: "ja {{count}} muu",
    more_other: "ja {{count}} muuta",
  },
  consents: {
    warnings: consentWarningTexts,
    title: "Suostumukset",
    none: "Mitään ei ole kirjattu.",
    add: "Kirjaa suostumus",
    dialogTitle: "Mitä {{no}} sanoo tarkoitukseen",
    purposeText: "Omin sanoin, esimerkiksi UUTISKIRJE",
    channelText: "Miten kontaktiin halutaan olla yhteydessä",
    isGranted: "Suostuu",
    isGrantedText: "Pois: kieltäytyy tai on perunut antamansa",
    evidenceText: "Miten sen voi osoittaa: lomake, puhelu, tallenne",
    granted: "Suostuu",
    refused: "Kieltäytyy",
    editOf: "Muuta: {{name}}",
    removeOf: "Poista: {{name}}",
    removed: "{{name}} on poistettu",
    channels: { email: "sähköposti", phone: "puhelin", letter: "kirje", message: "tekstiviesti" },
  },
};
