import type { partiesNames as english } from "./names.en.ts";

export const partiesNames: typeof english = {
  titles: {
    customer: "Asiakkaat",
    vendor: "Toimittajat",
    bankAccount: "Pankkitilit",
    employee: "Työntekijät",
    entries: "Laskut ja hyvityslaskut",
    syncLog: "Synkronointiloki",
  },
};
