import type { tasksTexts as english } from "./texts.en.ts";

export const tasksTexts: typeof english = {
  problems: {
    task_date: "Tehtävän päivämäärän on oltava {{earliest}}–{{latest}}.",
    task_type_fixed: "Tallennetusta tehtävästä ei voi tehdä kokousta eikä kokouksesta muuta tehtävää.",
  },
  fields: {},
};
