import type { campaignsNames as english } from "./names.en.ts";

export const campaignsNames: typeof english = {
  title: "Kampanjat",
  entries: "Kampanjatapahtumat",
};
