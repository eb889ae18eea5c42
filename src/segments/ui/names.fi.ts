import type { segmentsNames as english } from "./names.en.ts";

export const segmentsNames: typeof english = {
  title: "Segmentit",
};
