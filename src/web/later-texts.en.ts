import { auditUiTexts } from "#audit/ui/texts.en.ts";
import { campaignsTexts } from "#campaigns/texts.en.ts";
import { campaignsUiTexts } from "#campaigns/ui/texts.en.ts";
import { commentsTexts } from "#comments/ui/texts.en.ts";
import { contactDetailsTexts } from "#contacts/details/texts.en.ts";
import { contactsProblems } from "#contacts/problems.en.ts";
import { contactDetailsUiTexts } from "#contacts/ui/details/texts.en.ts";
import { duplicatesUiTexts } from "#contacts/ui/duplicates/texts.en.ts";
import { contactsLaterTexts } from "#contacts/ui/later-texts.en.ts";
import { selectionUiTexts } from "#contacts/ui/list/texts.en.ts";
import { mergeUiTexts } from "#contacts/ui/merge/texts.en.ts";
import { historyFieldTexts } from "#imports/interactions/field-texts.en.ts";
import { importsUiTexts } from "#imports/ui/texts.en.ts";
import { interactionsLaterTexts, interactionsProblems } from "#interactions/later-texts.en.ts";
import { correctionUiTexts } from "#interactions/ui/correct/texts.en.ts";
import { numberingProblems } from "#numbering/problems.en.ts";
import { numberingFields } from "#numbering/texts.en.ts";
import { numberingUiTexts } from "#numbering/ui/texts.en.ts";
import { opportunitiesProblems, opportunityEntryFields } from "#opportunities/later-texts.en.ts";
import { opportunitiesLaterTexts } from "#opportunities/ui/later-texts.en.ts";
import { opportunitiesUiTexts } from "#opportunities/ui/texts.en.ts";
import { partiesTexts } from "#parties/texts.en.ts";
import { partiesUiTexts } from "#parties/ui/texts.en.ts";
import { picturesUiTexts } from "#pictures/ui/texts.en.ts";
import { privacyTexts } from "#privacy/texts.en.ts";
import { privacyUiTexts } from "#privacy/ui/texts.en.ts";
import { questionnairesUiTexts } from "#questionnaires/ui/texts.en.ts";
import { salespeopleUiTexts } from "#salespeople/ui/texts.en.ts";
import { segmentsTexts } from "#segments/texts.en.ts";
import { contactSegmentsTexts } from "#segments/ui/contact/texts.en.ts";
import { segmentsUiTexts } from "#segments/ui/texts.en.ts";
import { setupFields } from "#setup/texts.en.ts";
import { assistantTexts } from "#setup/ui/assistant/texts.en.ts";
import { setupPageTexts } from "#setup/ui/page-texts.en.ts";
import { statisticsTexts } from "#statistics/texts.en.ts";
import { statisticsLaterTexts } from "#statistics/ui/later-texts.en.ts";
import { tasksTexts } from "#tasks/texts.en.ts";
import { tasksLaterTexts } from "#tasks/ui/later-texts.en.ts";
import { tasksUiTexts } from "#tasks/ui/texts.en.ts";
import { usersUiTexts } from "#users/ui/texts.en.ts";
import { dateFormulaTexts } from "./fields/date-formula-texts.en.ts";
import { viewsUiTexts } from "./list/views/texts.en.ts";

/**
 * Texts in English of pages that nobody sees first: they come with the first of those pages. A module's names of pages,
 * which the navigation and the palette show, stay in `catalogue.en.ts`.
 */
export const laterTexts = {
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
