import type { contactMergeTexts as english } from "./texts.en.ts";

export const contactMergeTexts: typeof english = {
  comments: {
    origin: "Seuraavat kommentit ovat kontaktista {{no}} {{name}}, joka yhdistettiin tähän kontaktiin.",
  },
  problems: {
    contact_merged: "Kontakti {{no}} on yhdistetty kontaktiin {{survivorNo}}.",
    merge_same: "Kontaktia ei voi yhdistää itseensä. Valitse toinen kontakti.",
    merge_type:
      "Kontakteista {{no}} ja {{duplicateNo}} toinen on yritys ja toinen henkilö. Vain samantyyppiset kontaktit voi yhdistää.",
    merge_conflicts:
      "Kontakteilla {{no}} ja {{duplicateNo}} on samoja rivejä. Ratkaisematta: {{count}}. Ratkaise ristiriidat ensin.",
    merge_rename_key: "Uusi arvo on sama kuin vanha. Anna toinen arvo tai poista kaksoiskappaleen rivi.",
    merge_restore_key: "Poistettavan rivin avain ei muutu. Jätä uusi arvo tyhjäksi tai nimeä rivi uudelleen.",
    merge_undone: "Kontaktin {{duplicateNo}} yhdistäminen kontaktiin {{survivorNo}} on jo kumottu.",
    merge_undo_expired:
      "Kontakti {{duplicateNo}} yhdistettiin kontaktiin {{survivorNo}} yli 30 päivää sitten. Yhdistämistä ei voi enää kumota.",
    merge_undo_erased:
      "Tiedot siitä, millaisia kontaktit olivat ennen yhdistämistä, on poistettu. Yhdistämistä ei voi kumota.",
    merge_undo_survivor_deleted: "Kontakti {{survivorNo}} on poistettu. Yhdistämistä ei voi kumota.",
    merge_undo_merged_further:
      "Kontakti {{survivorNo}} on itse yhdistetty kontaktiin {{mergedIntoNo}}. Kumoa ensin se yhdistäminen.",
    merge_undo_number_taken: "Numero {{no}} on nyt toisella kontaktilla. Yhdistämistä ei voi kumota.",
  },
};
