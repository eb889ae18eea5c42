import type { PicturesTexts } from "./texts.en.ts";

export const picturesTexts: PicturesTexts = {
  problems: {
    image_kind: "Tätä kuvaa ei voi näyttää. Valitse PNG-, JPEG- tai WebP-tiedosto.",
    image_side: "Kuvassa on yli {{maximum}} kuvapistettä sivulla. Pienennä kuvaa.",
    image_nameless: "Tietueella {{no}} ei ole nimeä. Anna nimi ennen kuvaa.",
    image_linked: "Kuvaan on vain linkki ({{address}}). Sitä ei haettu; lisää kuva itse.",
    image_none: "Tietueella {{no}} ei ole kuvaa.",
  },
};
