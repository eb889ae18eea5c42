import type { FilesTexts } from "./texts.en.ts";

export const filesTexts = {
  problems: {
    file_empty: "Tiedosto on tyhjä. Valitse toinen tiedosto.",
    file_unsupported: "Tällaista tiedostoa ei voi lukea. Valitse CSV-, Excel- (.xlsx) tai vCard-tiedosto.",
    file_old_excel:
      "Tiedosto on vanha Excel-työkirja (.xls) tai salasanalla suojattu. Tallenna se Excelissä .xlsx-muotoon ilman salasanaa.",
    file_damaged: "Tiedosto on vioittunut tai puutteellinen. Tallenna tai lataa se uudelleen.",
    file_encoding: "Tiedoston merkkejä ei voi lukea. Tallenna se muotoon CSV UTF-8.",
    file_too_large:
      "Tiedosto on suurempi kuin {{maxMegabytes, number}} Mt pakattuna tai purettuna. Jaa se pienemmiksi tiedostoiksi.",
    file_no_header: "Tiedostossa ei ole rivejä. Ensimmäisellä rivillä pitää olla sarakkeiden nimet.",
    file_sheet_not_found: "Työkirjassa ei ole taulukkoa ”{{sheetName}}”. Valitse toinen taulukko.",
    file_too_many_columns:
      "Otsikkorivi on liian pitkä; sarakkeita voi olla enintään {{maxColumns, number}}. Tarkista, että ensimmäisellä rivillä on sarakkeiden nimet.",
    file_too_many_rows:
      "Excel-taulukkoon mahtuu enintään {{maxRows, number}} riviä. Rajaa luetteloa tai valitse CSV.",
    file_too_many_texts:
      "Työkirjassa on liian monta eri tekstiä. Tallenna taulukko muotoon CSV UTF-8 ja valitse se tiedosto.",
    file_row_columns:
      "Sarakkeiden määrä rivillä on {{found, number}}, otsikkorivillä {{expected, number}}. Tarkista erottimet ja lainausmerkit.",
    file_row_field_too_long: "Kentässä on yli {{maxCharacters, number}} merkkiä. Lyhennä sitä.",
    file_row_too_long:
      "Rivillä on yli {{maxCharacters, number}} merkkiä tai yli {{maxColumns, number}} saraketta. Lyhennä sitä.",
    file_row_quotes:
      "Päättävän lainausmerkin jälkeen on tekstiä. Kirjoita kentän sisällä olevat lainausmerkit kahdesti.",
    file_row_unclosed_quote:
      "Rivillä alkava lainaus ei pääty, eikä sen jälkeisiä rivejä luettu. Lisää päättävä lainausmerkki.",
    file_row_encoding:
      "Rivin kaikkia merkkejä ei voi lukea. Tallenna tiedosto UTF-8-muotoon ja tarkista tämä rivi.",
    file_row_nul: "Rivillä on NUL-merkki, jota ei tekstissä voi olla. Poista se.",
    file_row_cell_error: "Sarakkeen {{column}} solussa on virhe {{error}}. Korjaa solun kaava.",
    file_row_incomplete: "Kortti on jäänyt kesken. Vie se uudelleen.",
  },
} satisfies FilesTexts;
