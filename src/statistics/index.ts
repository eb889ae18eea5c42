export { changedDaysOf } from "./changed-days.ts";
export { refreshSums } from "./refresh-sums.commands.ts";
