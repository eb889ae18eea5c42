import { campaignsNames } from "#campaigns/ui/names.en.ts";
import { contactsFields } from "#contacts/texts.en.ts";
import { contactsUiTexts } from "#contacts/ui/texts.en.ts";
import { homeTexts } from "#home/ui/texts.en.ts";
import { interactionsFields, interactionsFirstTexts } from "#interactions/texts.en.ts";
import { opportunitiesFields } from "#opportunities/texts.en.ts";
import { opportunitiesNames } from "#opportunities/ui/names.en.ts";
import { partiesNames } from "#parties/ui/names.en.ts";
import { platformTexts } from "#platform/texts.en.ts";
import { salespeopleFields } from "#salespeople/texts.en.ts";
import { segmentsNames } from "#segments/ui/names.en.ts";
import { setupUiTexts } from "#setup/ui/texts.en.ts";
import { statisticsUiTexts } from "#statistics/ui/texts.en.ts";
import { tasksNames } from "#tasks/ui/names.en.ts";
import { usersFields, usersRoles } from "#users/texts.en.ts";
import { webTexts } from "./texts.en.ts";

/**
 * The texts of the browser in English: a module's under its name, the names of all fields under `fields`. Those that
 * the first page does not need are in `later-texts.en.ts`.
 */
export const catalogue = {
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
