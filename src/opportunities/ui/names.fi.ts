import type { SameTexts } from "#web/i18n.ts";
import type { opportunitiesNames as english } from "./names.en.ts";

export const opportunitiesNames: SameTexts<typeof english> = {
  title: "Mahdollisuudet",
};
