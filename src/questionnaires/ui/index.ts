/** What questionnaires offer to the pages of other modules. */

export { answerSource } from "./lookups.ts";
