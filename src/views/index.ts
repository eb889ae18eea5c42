export { viewsConstraints } from "./views.constraints.ts";
export { serveViews } from "./views.routes.ts";
