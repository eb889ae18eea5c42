import { getHome } from "#home/home.contract.ts";

/** Half a year of weeks. */
const weeks = "26";

/** What the first page asks for. */
export const homeQuery = [getHome, { query: { weeks } }] as const;
