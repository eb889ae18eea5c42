import type { commentsTexts as english } from "./texts.en.ts";

export const commentsTexts: typeof english = {
  none: "Ei vielä kommentteja",
  add: "Lisää kommentti",
  placeholder: "Kirjoita kommentti",
  hint: "Ctrl + Enter tallentaa",
  edit: "Muokkaa kommenttia",
  delete: "Poista kommentti",
  deleteTitle: "Poistetaanko kommentti pysyvästi?",
  deleted: "Kommentti poistettiin",
  edited: "muokattu {{moment}}",
};
