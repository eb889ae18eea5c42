import type { SameTexts } from "#web/i18n.ts";
import type { picturesUiTexts as english } from "./texts.en.ts";

export const picturesUiTexts: SameTexts<typeof english> = {
  add: "Lisää kuva: {{name}}",
  of: "Kuva: {{name}}",
  choose: "Valitse kuva…",
  replace: "Valitse toinen kuva…",
  camera: "Ota kuva",
  save: "Tallenna tiedostoksi",
  remove: "Poista kuva",
  hint: "Voit myös pudottaa tai liittää kuvan tähän.",
  added: "Kuva lisätty: {{name}}",
  replaced: "Kuva vaihdettu: {{name}}",
  removed: "Kuva poistettu: {{name}}",
};
