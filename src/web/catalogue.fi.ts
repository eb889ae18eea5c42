import { campaignsTexts } from "#campaigns/texts.fi.ts";
import { campaignsUiTexts } from "#campaigns/ui/texts.fi.ts";
import { contactsTexts } from "#contacts/texts.fi.ts";
import { contactsUiTexts } from "#contacts/ui/texts.fi.ts";
import { homeTexts } from "#home/ui/texts.fi.ts";
import { interactionsTexts } from "#interactions/texts.fi.ts";
import { numberingTexts } from "#numbering/texts.fi.ts";
import { opportunitiesTexts } from "#opportunities/texts.fi.ts";
import { opportunitiesUiTexts } from "#opportunities/ui/texts.fi.ts";
import { partiesNames } from "#parties/ui/names.fi.ts";
import { platformTexts } from "#platform/texts.fi.ts";
import { salespeopleTexts } from "#salespeople/texts.fi.ts";
import { setupTexts } from "#setup/texts.fi.ts";
import { setupUiTexts } from "#setup/ui/texts.fi.ts";
import { statisticsTexts } from "#statistics/texts.fi.ts";
import { statisticsUiTexts } from "#statistics/ui/texts.fi.ts";
import { tasksTexts } from "#tasks/texts.fi.ts";
import { tasksUiTexts } from "#tasks/ui/texts.fi.ts";
import { usersTexts } from "#users/texts.fi.ts";
import type { catalogue as english } from "./catalogue.en.ts";
import type { SameTexts } from "./i18n.ts";
import { webTexts } from "./texts.fi.ts";

/** The same in Finnish. */
export const catalogue: SameTexts<typeof english> = {
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
