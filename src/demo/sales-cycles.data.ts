import type { ProbabilityCalculation } from "#opportunities/estimates.rules.ts";
import type { BilingualRow } from "./bilingual.ts";

/** A stage: how far one has come, the chances, and how long it usually takes from there. */
export interface StageData {
  readonly en: string;
  readonly fi: string;
  readonly completed: number;
  readonly chancesOfSuccess: number;
  readonly dateFormula: string;
  readonly allowSkip?: boolean;
  readonly quoteRequired?: boolean;
}

interface SalesCycleData {
  readonly row: BilingualRow;
  readonly probabilityCalculation: ProbabilityCalculation;
  readonly stages: readonly StageData[];
}

function stage(
  en: string,
  fi: string,
  completed: number,
  chancesOfSuccess: number,
  dateFormula: string,
  more: Partial<StageData> = {},
): StageData {
  return { en, fi, completed, chancesOfSuccess, dateFormula, ...more };
}

/** The first is the one that new opportunities have. */
export const salesCycleData: readonly SalesCycleData[] = [
  {
    row: ["NEW", "New customer", "Uusi asiakas"],
    probabilityCalculation: "chancesOfSuccess",
    stages: [
      stage("First talk", "Ensimmäinen keskustelu", 5, 10, "3M"),
      stage("Needs understood", "Tarve selvitetty", 25, 25, "2M", { allowSkip: true }),
      stage("Showroom visit", "Käynti näyttelyssä", 45, 45, "6W", { allowSkip: true }),
      stage("Proposal sent", "Ehdotus lähetetty", 70, 60, "1M"),
      stage("Terms agreed", "Ehdoista sovittu", 90, 85, "2W"),
    ],
  },
  {
    row: ["EXISTING", "Existing customer", "Nykyinen asiakas"],
    probabilityCalculation: "completed",
    stages: [
      stage("Wish heard", "Toive kuultu", 20, 40, "6W"),
      stage("Rooms measured", "Tilat mitattu", 45, 55, "1M", { allowSkip: true }),
      stage("Proposal sent", "Ehdotus lähetetty", 75, 70, "2W"),
      stage("Order expected", "Tilausta odotetaan", 95, 90, "1W"),
    ],
  },
  {
    row: ["TENDER", "Call for tenders", "Tarjouskilpailu"],
    probabilityCalculation: "multiply",
    stages: [
      stage("Call found", "Kilpailu löydetty", 10, 10, "4M"),
      stage("Questions asked", "Kysymykset esitetty", 25, 20, "3M", { allowSkip: true }),
      stage("Partners chosen", "Kumppanit valittu", 40, 30, "10W", { allowSkip: true }),
      stage("Tender delivered", "Tarjous jätetty", 65, 40, "2M"),
      stage("Shortlisted", "Jatkossa mukana", 80, 60, "1M"),
      stage("Contract drafted", "Sopimus luonnosteltu", 95, 90, "2W", { quoteRequired: true }),
    ],
  },
];

/** Why it was won, and why it was lost. */
export const closeCodeRows: Readonly<Record<"won" | "lost", readonly BilingualRow[]>> = {
  won: [
    ["BESTPRICE", "Best price", "Paras hinta"],
    ["SHOWROOM", "Convinced in the showroom", "Vakuuttui näyttelyssä"],
    ["QUALITY", "Quality of the products", "Tuotteiden laatu"],
    ["DELIVERY", "Fast delivery", "Nopea toimitus"],
    ["KNOWNUS", "Known for years", "Tunnettu vuosia"],
    ["ACOUSTICS", "Measured acoustics", "Mitattu akustiikka"],
    ["SERVICE", "Installation and service", "Asennus ja huolto"],
    ["REFERENCE", "Recommended by another customer", "Toisen asiakkaan suositus"],
  ],
  lost: [
    ["TOODEAR", "Too expensive", "Liian kallis"],
    ["RIVAL", "Chose somebody else", "Valitsi toisen"],
    ["NOBUDGET", "No budget", "Ei budjettia"],
    ["POSTPONED", "Put off", "Lykätty"],
    ["TOOLATE", "Our offer came too late", "Tarjouksemme myöhästyi"],
    ["NOFIT", "Did not fit the rooms", "Ei sopinut tiloihin"],
    ["NOANSWER", "No answer any more", "Ei enää vastausta"],
    ["INHOUSE", "Solved it themselves", "Ratkaisi itse"],
  ],
};
