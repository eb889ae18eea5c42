/** Texts of the tasks' dialog and card, which nobody sees first. */
export const tasksLaterTexts = {
  when: "When",
  time: "Time",
  duration: "Duration",
  takes: "Takes {{duration}}",
  days_one: "{{count}} day",
  days_other: "{{count}} days",
};
