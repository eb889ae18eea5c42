export { createCampaign } from "./campaigns.commands.ts";
export { listCampaigns } from "./campaigns.queries.ts";
export { serveCampaigns } from "./campaigns.routes.ts";
