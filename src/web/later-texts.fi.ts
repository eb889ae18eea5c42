import { auditUiTexts } from "#audit/ui/texts.fi.ts";
import { campaignsTexts } from "#campaigns/texts.fi.ts";
import { campaignsUiTexts } from "#campaigns/ui/texts.fi.ts";
import { commentsTexts } from "#comments/ui/texts.fi.ts";
import { contactDetailsTexts } from "#contacts/details/texts.fi.ts";
import { contactsProblems } from "#contacts/problems.fi.ts";
import { contactDetailsUiTexts } from "#contacts/ui/details/texts.fi.ts";
import { duplicatesUiTexts } from "#contacts/ui/duplicates/texts.fi.ts";
import { contactsLaterTexts } from "#contacts/ui/later-texts.fi.ts";
import { selectionUiTexts } from "#contacts/ui/list/texts.fi.ts";
import { mergeUiTexts } from "#contacts/ui/merge/texts.fi.ts";
import { historyFieldTexts } from "#imports/interactions/field-texts.fi.ts";
import { importsUiTexts } from "#imports/ui/texts.fi.ts";
import { interactionsLaterTexts, interactionsProblems } from "#interactions/later-texts.fi.ts";
import { correctionUiTexts } from "#interactions/ui/correct/texts.fi.ts";
import { numberingProblems } from "#numbering/problems.fi.ts";
import { numberingFields } from "#numbering/texts.fi.ts";
import { numberingUiTexts } from "#numbering/ui/texts.fi.ts";
import { opportunitiesProblems, opportunityEntryFields } from "#opportunities/later-texts.fi.ts";
import { opportunitiesLaterTexts } from "#opportunities/ui/later-texts.fi.ts";
import { opportunitiesUiTexts } from "#opportunities/ui/texts.fi.ts";
import { partiesTexts } from "#parties/texts.fi.ts";
import { partiesUiTexts } from "#parties/ui/texts.fi.ts";
import { picturesUiTexts } from "#pictures/ui/texts.fi.ts";
import { privacyTexts } from "#privacy/texts.fi.ts";
import { privacyUiTexts } from "#privacy/ui/texts.fi.ts";
import { questionnairesUiTexts } from "#questionnaires/ui/texts.fi.ts";
import { salespeopleUiTexts } from "#salespeople/ui/texts.fi.ts";
import { segmentsTexts } from "#segments/texts.fi.ts";
import { contactSegmentsTexts } from "#segments/ui/contact/texts.fi.ts";
import { segmentsUiTexts } from "#segments/ui/texts.fi.ts";
import { setupFields } from "#setup/texts.fi.ts";
import { assistantTexts } from "#setup/ui/assistant/texts.fi.ts";
import { setupPageTexts } from "#setup/ui/page-texts.fi.ts";
import { statisticsTexts } from "#statistics/texts.fi.ts";
import { statisticsLaterTexts } from "#statistics/ui/later-texts.fi.ts";
import { tasksTexts } from "#tasks/texts.fi.ts";
import { tasksLaterTexts } from "#tasks/ui/later-texts.fi.ts";
import { tasksUiTexts } from "#tasks/ui/texts.fi.ts";
import { usersUiTexts } from "#users/ui/texts.fi.ts";
import { dateFormulaTexts } from "./fields/date-formula-texts.fi.ts";
import type { SameTexts } from "./i18n.ts";
import type { laterTexts as english } from "./later-texts.en.ts";
import { viewsUiTexts } from "./list/views/texts.fi.ts";

/** The same in Finnish. */
export const laterTexts: SameTexts<typeof english> = {
  contacts: {
    ...contactsLaterTexts,
    problems: contactsProblems,
    duplicates: duplicatesUiTexts,
    selection: selectionUiTexts,
    merge: mergeUiTexts,
    details: contactDetailsUiTexts,
  },
  numbering: { ...numberingUiTexts, problems: numberingProblems },
  opportunities: { ...opportunitiesUiTexts, ...opportunitiesLaterTexts, problems: opportunitiesProblems },
  parties: partiesUiTexts,
  pictures: picturesUiTexts,
  privacy: privacyUiTexts,
  questionnaires: questionnairesUiTexts,
  statistics: { ...statisticsTexts, ...statisticsLaterTexts },
  salespeople: salespeopleUiTexts,
  segments: segmentsUiTexts,
  contactSegments: contactSegmentsTexts,
  campaigns: campaignsUiTexts,
  comments: commentsTexts,
  web: {
    views: viewsUiTexts,
    dateFormula: dateFormulaTexts,
  },
  setup: { ...setupPageTexts, assistant: assistantTexts },
  tasks: { ...tasksUiTexts, ...tasksLaterTexts, problems: tasksTexts.problems },
  users: usersUiTexts,
  audit: auditUiTexts,
  imports: importsUiTexts,
  fields: {
    ...numberingFields,
    ...setupFields,
    ...historyFieldTexts,
    ...contactDetailsTexts.fields,
    ...opportunityEntryFields,
    ...partiesTexts.fields,
    ...privacyTexts.fields,
    ...campaignsTexts.fields,
    ...segmentsTexts.fields,
    ...statisticsTexts.fields,
    ...tasksTexts.fields,
  },
  interactions: { ...interactionsLaterTexts, problems: interactionsProblems, correction: correctionUiTexts },
};
