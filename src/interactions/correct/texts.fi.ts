import type { correctionsTexts as english } from "./texts.en.ts";

export const correctionsTexts: typeof english = {
  problems: {
    interaction_corrected:
      "Tapahtuma {{entryNo}} on korjattu: sen tilalla on tapahtuma {{correctedByEntryNo}}. Korjaa tai peruuta se.",
    correction_changes_nothing: "Mikään ei muuttunut. Muuta tapahtuman virheellistä tietoa.",
    no_correction: "Tapahtuma {{entryNo}} ei ole korjaus, joten kumottavaa ei ole.",
  },
};
