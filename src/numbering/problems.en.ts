export const numberingProblems = {
  manual_no: "Number series {{key}} gives the numbers here. Leave the number blank.",
  segment_manual_no: "Number series {{key}} gives the numbers of segments. Leave the number blank.",
  automatic_no: "Number series {{key}} gives no automatic numbers. Enter the number yourself.",
  no_series_no_line: "Number series {{key}} has no open line for today. Add a line or open one.",
  no_series_exhausted: "Number series {{key}} has no numbers left. Raise its ending number or add a line.",
  no_series_not_countable: "The numbers of series {{key}} cannot be counted up. Correct the series.",
  no_series_line_exists: "There is a line with this starting date already.",
  no_series_no_digits: "{{field}} needs digits that can be counted up.",
  no_series_different_shape:
    "{{field}} must look like the starting number: the same signs around the digits.",
  no_series_before_start: "{{field}} must not come before the starting number.",
  no_series_beyond_end: "{{field}} must not come after the ending number.",
};
