import { campaignsNames } from "#campaigns/ui/names.fi.ts";
import { contactsFields } from "#contacts/texts.fi.ts";
import { contactsUiTexts } from "#contacts/ui/texts.fi.ts";
import { homeTexts } from "#home/ui/texts.fi.ts";
import { interactionsFields, interactionsFirstTexts } from "#interactions/texts.fi.ts";
import { opportunitiesFields } from "#opportunities/texts.fi.ts";
import { opportunitiesNames } from "#opportunities/ui/names.fi.ts";
import { partiesNames } from "#parties/ui/names.fi.ts";
import { platformTexts } from "#platform/texts.fi.ts";
import { salespeopleFields } from "#salespeople/texts.fi.ts";
import { segmentsNames } from "#segments/ui/names.fi.ts";
import { setupUiTexts } from "#setup/ui/texts.fi.ts";
import { statisticsUiTexts } from "#statistics/ui/texts.fi.ts";
import { tasksNames } from "#tasks/ui/names.fi.ts";
import { usersFields, usersRoles } from "#users/texts.fi.ts";
import type { catalogue as english } from "./catalogue.en.ts";
import type { SameTexts } from "./i18n.ts";
import { webTexts } from "./texts.fi.ts";

/** The same in Finnish. */
export const catalogue: SameTexts<typeof english> = {
  web: webTexts,
  campaigns: campaignsNames,
  contacts: contactsUiTexts,
  home: homeTexts,
  interactions: interactionsFirstTexts,
  opportunities: opportunitiesNames,
  parties: partiesNames,
  tasks: tasksNames,
  segments: segmentsNames,
  setup: setupUiTexts,
  statistics: statisticsUiTexts,
  users: { roles: usersRoles },
  fields: {
    ...platformTexts.fields,
    ...opportunitiesFields,
    ...contactsFields,
    ...interactionsFields,
    ...salespeopleFields,
    ...usersFields,
  },
};
