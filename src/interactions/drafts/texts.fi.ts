import type { draftsTexts as english } from "./texts.en.ts";

export const draftsTexts: typeof english = {
  problems: {
    field_fixed: "Kentän ”{{field}}” arvo tulee aloituspaikasta, eikä sitä voi vaihtaa tässä.",
    draft_over: "Tämä luonnos on jo suljettu. Katso vuorovaikutus {{entryNo}}.",
    interaction_not_postponed:
      "Vuorovaikutus {{entryNo}} ei ole enää lykättynä: joku on kirjannut sen lokiin tai poistanut sen.",
    phone_template_not_set:
      "Lähteville puheluille ei ole valittu mallia. Valitse se vuorovaikutusmallin asetuksissa.",
    phone_number_required: "Valitse tai kirjoita numero, johon soitetaan.",
    no_phone_numbers: "Kontaktilla {{contactNo}} tai sen yrityksellä ei ole puhelinnumeroa.",
  },
  fields: {
    step: "Vaihe",
    dialContact: "Soita numeroon",
    onPhone: "Puhelimella",
    postponedEntryNo: "Lykätty vuorovaikutus",
  },
};
