import type { catalogue as english } from "./catalogue.en.ts";
import type { SameTexts } from "./i18n.ts";
import { webTexts } from "./texts.fi.ts";

/** Every text of the browser in Finnish. */
export const catalogue: SameTexts<typeof english> = { web: webTexts };
