import type { ImportsTexts } from "./texts.en.ts";

/** Tuonnin ja viennin tekstit. */
export const importsTexts: ImportsTexts = {
  words: { wholeRow: "Rivi", problemsFile: "Tuonnin virheet" },
  problems: {
    import_not_found: "Tällä tunnisteella ei ole tuontia.",
    import_running: "Tuonti on käynnissä. Odota, kunnes se on valmis, tai peruuta sen työ.",
    import_begun:
      "Tämän tiedoston kontakteja on jo tuotu. Aja tuonti uudelleen, niin se jatkuu siitä, mihin se jäi, tai lähetä tiedosto uudelleen palvelimelle.",
    import_done:
      "Tämä tiedosto on jo tuotu. Jos haluat tuoda sen vielä kerran, lähetä se uudelleen palvelimelle.",
    import_no_mapping:
      "Mitään saraketta ei ole yhdistetty kenttään. Valitse, mitä ainakin yksi sarake sisältää.",
    import_file_gone: "Tuonnin tiedostoa ei enää säilytetä. Lähetä se uudelleen palvelimelle.",
    import_storage: "Palvelin ei voi tallentaa tiedostoa: levy on täynnä tai sille ei voi kirjoittaa.",
    import_column_not_found: "Tiedostossa ei ole saraketta {{column}}.",
    import_field_twice: "Kentän arvo voi tulla vain yhdestä sarakkeesta.",
    import_several_contacts:
      "Sähköposti {{email}} on useammalla kontaktilla. Kohdista numeron mukaan tai korjaa kontaktit.",
    import_company_not_found: "Yritystä ”{{text}}” ei ole.",
  },
  fields: {
    mapping: "Sarakkeet",
    matchBy: "Kontaktit kohdistetaan kentällä",
    onMatch: "Kun kontakti on jo olemassa",
    acceptShortRows: "Hyväksy lyhyet rivit",
    dryRun: "Koeajo",
    fileName: "Tiedoston nimi",
    rowNumber: "Rivi",
    isWarning: "Varoitus",
    field: "Kenttä",
    message: "Viesti",
    excerpt: "Arvo",
    format: "Tiedostomuoto",
  },
};
