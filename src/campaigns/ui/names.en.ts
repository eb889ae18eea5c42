/** Names of pages that the navigation and the palette show. */
export const campaignsNames = {
  title: "Campaigns",
  entries: "Campaign entries",
};
