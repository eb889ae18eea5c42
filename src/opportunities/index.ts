export { figuresOfSalesperson, opportunityFiguresOf } from "./figures.queries.ts";
export {
  type CreatedOpportunity,
  createOpportunity,
  type OpportunityOrigin,
} from "./opportunities.commands.ts";
export { getOpportunity, listOpportunities, listOpportunitiesById } from "./opportunities.queries.ts";
export { serveOpportunities } from "./opportunities.routes.ts";
export { copyCommentsOfEntry } from "./opportunity-comments.commands.ts";
