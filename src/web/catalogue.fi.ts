import { contactsTexts } from "#contacts/texts.fi.ts";
import { contactsUiTexts } from "#contacts/ui/texts.fi.ts";
import { homeTexts } from "#home/ui/texts.fi.ts";
import { interactionsTexts } from "#interactions/texts.fi.ts";
import { numberingTexts } from "#numbering/texts.fi.ts";
import { platformTexts } from "#platform/texts.fi.ts";
import { salespeopleTexts } from "#salespeople/texts.fi.ts";
import { setupTexts } from "#setup/texts.fi.ts";
import { usersTexts } from "#users/texts.fi.ts";
import type { catalogue as english } from "./catalogue.en.ts";
import type { SameTexts } from "./i18n.ts";
import { webTexts } from "./texts.fi.ts";

/** Every text of the browser in Finnish. */
export const catalogue: SameTexts<typeof english> = {
  web: webTexts,
  contacts: { ...contactsTexts, ...contactsUiTexts },
  home: homeTexts,
  interactions: interactionsTexts,
  numbering: numberingTexts,
  salespeople: salespeopleTexts,
  setup: setupTexts,
  users: usersTexts,
  fields: {
    ...platformTexts.fields,
    ...contactsTexts.fields,
    ...interactionsTexts.fields,
    ...numberingTexts.fields,
    ...salespeopleTexts.fields,
    ...setupTexts.fields,
    ...usersTexts.fields,
  },
};
