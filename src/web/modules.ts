import { campaignsUi } from "#campaigns/ui/module.ts";
import { contactsUi } from "#contacts/ui/module.ts";
import { homeUi } from "#home/ui/module.ts";
import { interactionsUi } from "#interactions/ui/module.ts";
import { numberingUi } from "#numbering/ui/module.ts";
import { opportunitiesUi } from "#opportunities/ui/module.ts";
import { partiesUi } from "#parties/ui/module.ts";
import { questionnairesUi } from "#questionnaires/ui/module.ts";
import { salespeopleUi } from "#salespeople/ui/module.ts";
import { segmentsUi } from "#segments/ui/module.ts";
import { setupUi } from "#setup/ui/module.ts";
import { statisticsUi } from "#statistics/ui/module.ts";
import { tasksUi } from "#tasks/ui/module.ts";
import { usersUi } from "#users/ui/module.ts";
import type { UiModule } from "./ui-module.ts";

/** The business modules that add to the shell, in the order of the navigation. */
export const modules: readonly UiModule[] = [
  homeUi,
  contactsUi,
  partiesUi,
  interactionsUi,
  tasksUi,
  opportunitiesUi,
  campaignsUi,
  segmentsUi,
  statisticsUi,
  setupUi,
  questionnairesUi,
  salespeopleUi,
  numberingUi,
  usersUi,
];
