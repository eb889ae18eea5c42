export { type DrawnNumbers, drawFreeNumbers, drawNumbers } from "./draw-numbers.commands.ts";
export { serveNumbering } from "./number-series.routes.ts";
export { giveRecordNo, type NumberedTable, refuseManualNo, resolveNumbers } from "./record-numbers.commands.ts";
