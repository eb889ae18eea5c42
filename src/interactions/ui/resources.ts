/** Resources whose answers are stale once an interaction is logged or changed: log, timelines, figures, home. */
export const changedByInteractions: readonly string[] = [
  "interaction-log-entries",
  "contacts",
  "home",
  "statistics",
  "campaign-entries",
];
