import type { viewsTexts as english } from "./texts.en.ts";

export const viewsTexts: typeof english = {
  problems: {
    view_name_taken: "Luettelolla on jo samanniminen näkymä. Valitse toinen nimi.",
    view_needs_user:
      "Oma näkymä kuuluu käyttäjälle, eikä tällä tunnuksella ole käyttäjää. Jaa näkymä kaikille.",
  },
  fields: {
    list: "Luettelo",
    query: "Suodattimet ja järjestys",
    columns: "Sarakkeet",
    shared: "Jaettu kaikille",
  },
};
