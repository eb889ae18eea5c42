export { changedDaysOf } from "./changed-days.ts";
export { totalsOf } from "./interaction-totals.queries.ts";
export { refreshSums } from "./refresh-sums.commands.ts";
