import type { tasksNames as english } from "./names.en.ts";

export const tasksNames: typeof english = {
  title: "Tehtävät",
};
