/** What the set-up offers to the pages of other modules. */

export { setupPath } from "./setup-paths.ts";
export { useSetupPath } from "./use-setup-path.ts";
