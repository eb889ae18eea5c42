export { serveImports } from "./imports.routes.ts";
