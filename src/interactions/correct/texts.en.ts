/** Texts of corrections: problems. */
export const correctionsTexts = {
  problems: {
    interaction_corrected:
      "Entry {{entryNo}} was corrected: entry {{correctedByEntryNo}} stands in its place. Correct or cancel that one.",
    correction_changes_nothing: "Nothing is different. Change what is wrong about the entry.",
    no_correction:
      "Entry {{entryNo}} does not stand in the place of another one, so there is nothing to undo.",
  },
};
