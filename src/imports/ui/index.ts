/** What imports offer to the pages of other modules. */

export { DropFile } from "./DropFile.tsx";
export { ImportSteps } from "./ImportSteps.tsx";
export { importHref, importsPath } from "./paths.ts";
