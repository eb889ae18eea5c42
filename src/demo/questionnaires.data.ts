/** A text in English and in Finnish. */
type Texts = readonly [en: string, fi: string];

/** A question that somebody answers; each answer with its points in the questionnaire's rating, if any. */
export type ManualRow = {
  text: Texts;
  multipleAnswers?: true;
  answers: readonly (readonly [...Texts, points?: number])[];
  /** Positions of the answers that somebody of an organizational level may give; all of them unless said. */
  byLevel?: Readonly<Record<string, readonly number[]>>;
};

/** A question that follows from a figure; each answer with its bounds. */
export type RangesRow = {
  text: Texts;
  answers: readonly (readonly [...Texts, fromValue: number | null, toValue: number | null])[];
};

export type QuestionnaireRow = {
  code: string;
  text: Texts;
  contactType: "companies" | "people";
  /** How many of the contacts have been asked. */
  askedShare: number;
  manual: readonly ManualRow[];
  /** By the number of interactions of the last year. */
  talked: RangesRow | null;
  /** By the points of the manual answers. */
  rating: RangesRow | null;
};

/** What is worth knowing of a company before the next quote, and of a person before the next talk. */
export const questionnaireRows: readonly QuestionnaireRow[] = [
  {
    code: "COMPANY",
    text: ["Company profile", "Yritysprofiili"],
    contactType: "companies",
    askedShare: 1 / 2,
    manual: [
      {
        text: ["How many work places are there?", "Montako työpistettä yrityksessä on?"],
        answers: [
          ["Fewer than 30", "Alle 30"],
          ["30 to 150", "30–150", 2],
          ["More than 150", "Yli 150", 4],
        ],
      },
      {
        text: ["What is decided next?", "Mistä päätetään seuraavaksi?"],
        multipleAnswers: true,
        answers: [
          ["New premises", "Uudet toimitilat", 3],
          ["Quiet rooms and acoustics", "Hiljaiset tilat ja akustiikka", 2],
          ["Desks and chairs", "Työpöydät ja tuolit", 2],
          ["Lighting", "Valaistus", 1],
        ],
      },
      {
        text: ["When is the next purchase?", "Milloin on seuraava hankinta?"],
        answers: [
          ["Within six months", "Puolen vuoden kuluessa", 3],
          ["Within two years", "Kahden vuoden kuluessa", 1],
          ["Not planned", "Ei suunnitteilla"],
        ],
      },
    ],
    talked: {
      text: ["How often we talk", "Kuinka usein olemme yhteydessä"],
      answers: [
        ["At least twice a month", "Vähintään kahdesti kuussa", 24, null],
        ["Every month or two", "Kuukauden tai kahden välein", 6, 23],
        ["Rarely", "Harvoin", null, 5],
      ],
    },
    rating: {
      text: ["Potential", "Potentiaali"],
      answers: [
        ["High", "Suuri", 8, null],
        ["Medium", "Keskitasoa", 5, 7],
        ["Low", "Pieni", null, 4],
      ],
    },
  },
  {
    code: "PERSON",
    text: ["Person profile", "Henkilöprofiili"],
    contactType: "people",
    askedShare: 1 / 3,
    manual: [
      {
        text: ["Role in decisions", "Rooli päätöksissä"],
        answers: [
          ["Decides", "Päättää"],
          ["Prepares the decision", "Valmistelee päätöksen"],
          ["Is asked for an opinion", "Sanoo mielipiteensä"],
          ["Uses what we deliver", "Käyttää tuotteitamme"],
        ],
        byLevel: { CEO: [0], EXEC: [0, 1], MIDDLE: [0, 1, 2], SPECIAL: [1, 2, 3], STAFF: [2, 3] },
      },
      {
        text: ["Interests", "Kiinnostuksen kohteet"],
        multipleAnswers: true,
        answers: [
          ["Acoustics", "Akustiikka"],
          ["Ergonomics", "Ergonomia"],
          ["Lighting", "Valaistus"],
          ["Sustainable materials", "Kestävät materiaalit"],
          ["Showroom evenings", "Näyttelytilan illat"],
        ],
      },
    ],
    talked: null,
    rating: null,
  },
];
