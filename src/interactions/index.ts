export { serveInteractions } from "./interactions.routes.ts";
export { recordInteraction, recordInteractions } from "./record-interactions.commands.ts";
