export { type DrawnNumbers, drawFreeNumbers, drawNumbers } from "./draw-numbers.commands.ts";
export { listNumberSeries } from "./number-series.queries.ts";
export { serveNumbering } from "./number-series.routes.ts";
export {
  drawRecordNo,
  giveRecordNo,
  type NumberedTable,
  refuseManualNo,
  resolveNumbers,
} from "./record-numbers.commands.ts";
