import { auditUiTexts } from "#audit/ui/texts.fi.ts";
import { campaignsTexts } from "#campaigns/texts.fi.ts";
import { campaignsUiTexts } from "#campaigns/ui/texts.fi.ts";
import { contactsTexts } from "#contacts/texts.fi.ts";
import { contactsUiTexts } from "#contacts/ui/texts.fi.ts";
import { homeTexts } from "#home/ui/texts.fi.ts";
import { importsUiTexts } from "#imports/ui/texts.fi.ts";
import { interactionsTexts } from "#interactions/texts.fi.ts";
import { numberingTexts } from "#numbering/texts.fi.ts";
import { numberingUiTexts } from "#numbering/ui/texts.fi.ts";
import { opportunitiesTexts } from "#opportunities/texts.fi.ts";
import { opportunitiesUiTexts } from "#opportunities/ui/texts.fi.ts";
import { platformTexts } from "#platform/texts.fi.ts";
import { salespeopleTexts } from "#salespeople/texts.fi.ts";
import { salespeopleUiTexts } from "#salespeople/ui/texts.fi.ts";
import { setupTexts } from "#setup/texts.fi.ts";
import { assistantTexts } from "#setup/ui/assistant/texts.fi.ts";
import { setupUiTexts } from "#setup/ui/texts.fi.ts";
import { statisticsTexts } from "#statistics/texts.fi.ts";
import { statisticsUiTexts } from "#statistics/ui/texts.fi.ts";
import { tasksTexts } from "#tasks/texts.fi.ts";
import { tasksUiTexts } from "#tasks/ui/texts.fi.ts";
import { usersTexts } from "#users/texts.fi.ts";
import { usersUiTexts } from "#users/ui/texts.fi.ts";
import type { catalogue as english } from "./catalogue.en.ts";
import type { SameTexts } from "./i18n.ts";
import { webTexts } from "./texts.fi.ts";

/** Every text of the browser in Finnish. */
export const catalogue: SameTexts<typeof english> = {
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
