import type { demoTexts as english } from "./texts.en.ts";

export const demoTexts: typeof english = {
  problems: {
    demo_needs_empty_database: "Esittelytiedot voi ladata vain tyhjään tietokantaan. Tässä on jo tietoja.",
  },
};
