export { addLines } from "./add-lines.commands.ts";
export { leaveSegments } from "./leave-segments.ts";
export { createSegment } from "./segments.commands.ts";
export { listSegments } from "./segments.queries.ts";
export { serveSegments } from "./segments.routes.ts";
