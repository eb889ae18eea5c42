export { csvHabits } from "./exports/write-items.ts";
export { importWorks } from "./import.work.ts";
export { deleteImportFile, deleteOldImports } from "./imports.commands.ts";
export { serveImports } from "./imports.routes.ts";
