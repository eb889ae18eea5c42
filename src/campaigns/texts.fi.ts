import type { campaignsTexts as english } from "./texts.en.ts";

export const campaignsTexts: typeof english = {
  problems: {
    campaign_dates: "Kampanja alkaisi {{startingDate}} ja päättyisi jo sitä ennen, {{endingDate}}.",
    campaign_in_use:
      "Kampanja {{key}} on vuorovaikutusten, mallien, segmenttien, avointen mahdollisuuksien tai avointen tehtävien käytössä.",
  },
  fields: {
    statusCode: "Tilakoodi",
    endingDate: "Lopetuspvm",
    noOfInteractions: "Vuorovaikutusten määrä",
    campaignEntryNo: "Kampanjatapahtuma",
  },
};
