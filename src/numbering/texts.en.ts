import { numberingProblems } from "./problems.en.ts";
export const numberingFields = {
  noSeries: "Number series",
  allowAutomatic: "Automatic numbers",
  allowManual: "Manual numbers",
  lines: "Lines",
  startingDate: "Starting date",
  startingNo: "Starting no.",
  endingNo: "Ending no.",
  warningNo: "Warning no.",
  incrementBy: "Increment by",
  lastNoUsed: "Last no. used",
  open: "Open",
};

/** Texts about number series. */
export const numberingTexts = {
  problems: numberingProblems,
  fields: numberingFields,
};
