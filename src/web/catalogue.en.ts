import { auditUiTexts } from "#audit/ui/texts.en.ts";
import { campaignsTexts } from "#campaigns/texts.en.ts";
import { campaignsUiTexts } from "#campaigns/ui/texts.en.ts";
import { contactsTexts } from "#contacts/texts.en.ts";
import { contactsUiTexts } from "#contacts/ui/texts.en.ts";
import { homeTexts } from "#home/ui/texts.en.ts";
import { importsUiTexts } from "#imports/ui/texts.en.ts";
import { interactionsTexts } from "#interactions/texts.en.ts";
import { numberingTexts } from "#numbering/texts.en.ts";
import { numberingUiTexts } from "#numbering/ui/texts.en.ts";
import { opportunitiesTexts } from "#opportunities/texts.en.ts";
import { opportunitiesUiTexts } from "#opportunities/ui/texts.en.ts";
import { platformTexts } from "#platform/texts.en.ts";
import { salespeopleTexts } from "#salespeople/texts.en.ts";
import { salespeopleUiTexts } from "#salespeople/ui/texts.en.ts";
import { setupTexts } from "#setup/texts.en.ts";
import { assistantTexts } from "#setup/ui/assistant/texts.en.ts";
import { setupUiTexts } from "#setup/ui/texts.en.ts";
import { statisticsTexts } from "#statistics/texts.en.ts";
import { statisticsUiTexts } from "#statistics/ui/texts.en.ts";
import { tasksTexts } from "#tasks/texts.en.ts";
import { tasksUiTexts } from "#tasks/ui/texts.en.ts";
import { usersTexts } from "#users/texts.en.ts";
import { usersUiTexts } from "#users/ui/texts.en.ts";
import { webTexts } from "./texts.en.ts";

/** Every text of the browser in English: a module's under its name, the names of all fields under `fields`. */
export const catalogue = {
  web: webTexts,
  campaigns: { ...campaignsTexts, ...campaignsUiTexts },
  contacts: { ...contactsTexts, ...contactsUiTexts },
  home: homeTexts,
  interactions: interactionsTexts,
  numbering: { ...numberingTexts, ...numberingUiTexts },
  opportunities: { ...opportunitiesTexts, ...opportunitiesUiTexts },
  tasks: { ...tasksTexts, ...tasksUiTexts },
  salespeople: { ...salespeopleTexts, ...salespeopleUiTexts },
  setup: { ...setupTexts, ...setupUiTexts, assistant: assistantTexts },
  statistics: { ...statisticsTexts, ...statisticsUiTexts },
  users: { ...usersTexts, ...usersUiTexts },
  audit: auditUiTexts,
  imports: importsUiTexts,
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
