export type { Commented } from "./comments.commands.ts";
export { serveCommentsOf } from "./comments.routes.ts";
