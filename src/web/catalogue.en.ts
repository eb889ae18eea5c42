import { webTexts } from "./texts.en.ts";

/** Every text of the browser in English; a module's texts are added here under the module's name. */
export const catalogue = { web: webTexts } as const;
