import type { BilingualRow } from "./bilingual.ts";

export const campaignStatusRows: readonly BilingualRow[] = [
  ["PLANNED", "Planned", "Suunniteltu"],
  ["RUNNING", "Running", "Käynnissä"],
  ["DONE", "Done", "Päättynyt"],
];

/** A campaign with its status and its days, counted from today; no last day is open. */
export const campaignRows: readonly (readonly [
  en: string,
  fi: string,
  statusCode: string,
  firstDay: number,
  lastDay: number | null,
])[] = [
  ["Quiet office weeks", "Hiljaisen toimiston viikot", "RUNNING", -40, 35],
  ["Hotel lobbies renewed", "Hotellien aulat uusiksi", "RUNNING", -95, null],
  ["Webinar on good acoustics", "Webinaari hyvästä akustiikasta", "DONE", -160, -110],
  ["Spring showroom tour", "Kevään näyttelykierros", "PLANNED", 60, 110],
];

export const opportunityRows: readonly (readonly [en: string, fi: string])[] = [
  ["Acoustic pods for the open-plan office", "Akustiikkakopit avotoimistoon"],
  ["Standing desks for two floors", "Sähköpöydät kahteen kerrokseen"],
  ["Lighting of the lobby", "Aulan valaistus"],
  ["Meeting rooms of the new building", "Uuden talon neuvotteluhuoneet"],
  ["Phone booths for the service centre", "Puhelinkopit asiakaspalveluun"],
  ["Furniture for the staff restaurant", "Henkilöstöravintolan kalusteet"],
  ["Refit of forty hotel rooms", "Neljänkymmenen hotellihuoneen uudistus"],
  ["Sound panels for the training hall", "Äänipaneelit koulutussaliin"],
];

export const taskRows: readonly (readonly [en: string, fi: string, type: "phoneCall" | "meeting" | null])[] =
  [
    ["Call back about the quote", "Soita tarjouksesta", "phoneCall"],
    ["Send the new price list", "Lähetä uusi hinnasto", null],
    ["Measure the rooms", "Mittaa tilat", "meeting"],
    ["Ask how the installation went", "Kysy, miten asennus sujui", "phoneCall"],
    ["Agree on the delivery day", "Sovi toimituspäivä", "phoneCall"],
    ["Prepare the drawings", "Tee piirustukset", null],
  ];
