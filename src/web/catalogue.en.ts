import { campaignsTexts } from "#campaigns/texts.en.ts";
import { campaignsUiTexts } from "#campaigns/ui/texts.en.ts";
import { contactsTexts } from "#contacts/texts.en.ts";
import { contactsUiTexts } from "#contacts/ui/texts.en.ts";
import { homeTexts } from "#home/ui/texts.en.ts";
import { interactionsTexts } from "#interactions/texts.en.ts";
import { numberingTexts } from "#numbering/texts.en.ts";
import { opportunitiesTexts } from "#opportunities/texts.en.ts";
import { opportunitiesUiTexts } from "#opportunities/ui/texts.en.ts";
import { partiesNames } from "#parties/ui/names.en.ts";
import { platformTexts } from "#platform/texts.en.ts";
import { salespeopleTexts } from "#salespeople/texts.en.ts";
import { setupTexts } from "#setup/texts.en.ts";
import { setupUiTexts } from "#setup/ui/texts.en.ts";
import { statisticsTexts } from "#statistics/texts.en.ts";
import { statisticsUiTexts } from "#statistics/ui/texts.en.ts";
import { tasksTexts } from "#tasks/texts.en.ts";
import { tasksUiTexts } from "#tasks/ui/texts.en.ts";
import { usersTexts } from "#users/texts.en.ts";
import { webTexts } from "./texts.en.ts";

/**
 * The texts of the browser in English: a module's under its name, the names of all fields under `fields`. Those that
 * the first page does not need are in `later-texts.en.ts`.
 */
export const catalogue = {
  web: webTexts,
  campaigns: { ...campaignsTexts, ...campaignsUiTexts },
  contacts: { ...contactsTexts, ...contactsUiTexts },
  home: homeTexts,
  interactions: interactionsTexts,
  numbering: numberingTexts,
  opportunities: { ...opportunitiesTexts, ...opportunitiesUiTexts },
  parties: partiesNames,
  tasks: { ...tasksTexts, ...tasksUiTexts },
  salespeople: salespeopleTexts,
  setup: { ...setupTexts, ...setupUiTexts },
  statistics: { ...statisticsTexts, ...statisticsUiTexts },
  users: usersTexts,
  fields: {
    ...platformTexts.fields,
    ...campaignsTexts.fields,
    ...opportunitiesTexts.fields,
    ...tasksTexts.fields,
    ...contactsTexts.fields,
    ...interactionsTexts.fields,
    ...numberingTexts.fields,
    ...salespeopleTexts.fields,
    ...setupTexts.fields,
    ...statisticsTexts.fields,
    ...usersTexts.fields,
  },
};
