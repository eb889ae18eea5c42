import type * as english from "./problems.en.ts";

export const numberingProblems: typeof english.numberingProblems = {
  manual_no: "Numerot tulevat numerosarjasta {{key}}. Jätä numero tyhjäksi.",
  segment_manual_no: "Segmenttien numerot tulevat numerosarjasta {{key}}. Jätä numero tyhjäksi.",
  automatic_no: "Numerosarja {{key}} ei anna numeroita automaattisesti. Anna numero itse.",
  no_series_no_line: "Numerosarjassa {{key}} ei ole tälle päivälle avointa riviä. Lisää rivi tai avaa rivi.",
  no_series_exhausted: "Numerosarjan {{key}} numerot ovat loppuneet. Nosta päättävää numeroa tai lisää rivi.",
  no_series_not_countable: "Numerosarjan {{key}} numeroita ei voi kasvattaa. Korjaa numerosarja.",
  no_series_line_exists: "Tällä aloituspäivämäärällä on jo rivi.",
  no_series_no_digits: "Kentässä ”{{field}}” on oltava numeroita, joita voi kasvattaa.",
  no_series_different_shape:
    "Kentän ”{{field}}” on oltava aloittavan numeron muotoinen: samat merkit numeroiden ympärillä.",
  no_series_before_start: "Kentän ”{{field}}” arvo ei voi olla ennen aloittavaa numeroa.",
  no_series_beyond_end: "Kentän ”{{field}}” arvo ei voi olla päättävän numeron jälkeen.",
};
