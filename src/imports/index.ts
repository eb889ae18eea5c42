export { csvHabits } from "./exports/write-items.ts";
export { importContactsWork } from "./import-contacts.work.ts";
export { deleteOldImports } from "./imports.commands.ts";
export { serveImports } from "./imports.routes.ts";
