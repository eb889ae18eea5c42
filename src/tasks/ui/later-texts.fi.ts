import type { tasksLaterTexts as english } from "./later-texts.en.ts";

export const tasksLaterTexts: typeof english = {
  when: "Milloin",
  time: "Kellonaika",
  duration: "Kesto",
  takes: "Kestää {{duration}}",
  days_one: "{{count}} päivä",
  days_other: "{{count}} päivää",
};
