import { addressBookTexts as addressBookEn } from "#address-book/texts.en.ts";
import { addressBookTexts as addressBookFi } from "#address-book/texts.fi.ts";
import { attachmentsTexts as attachmentsEn } from "#attachments/texts.en.ts";
import { attachmentsTexts as attachmentsFi } from "#attachments/texts.fi.ts";
import { campaignsTexts as campaignsEn } from "#campaigns/texts.en.ts";
import { campaignsTexts as campaignsFi } from "#campaigns/texts.fi.ts";
import { contactDetailsTexts as contactDetailsEn } from "#contacts/details/texts.en.ts";
import { contactDetailsTexts as contactDetailsFi } from "#contacts/details/texts.fi.ts";
import { contactMergeTexts as contactMergeEn } from "#contacts/merge/texts.en.ts";
import { contactMergeTexts as contactMergeFi } from "#contacts/merge/texts.fi.ts";
import { contactsTexts as contactsEn } from "#contacts/texts.en.ts";
import { contactsTexts as contactsFi } from "#contacts/texts.fi.ts";
import { demoTexts as demoEn } from "#demo/texts.en.ts";
import { demoTexts as demoFi } from "#demo/texts.fi.ts";
import { importsTexts as importsEn } from "#imports/texts.en.ts";
import { importsTexts as importsFi } from "#imports/texts.fi.ts";
import { interactionsTexts as interactionsEn } from "#interactions/texts.en.ts";
import { interactionsTexts as interactionsFi } from "#interactions/texts.fi.ts";
import { numberingTexts as numberingEn } from "#numbering/texts.en.ts";
import { numberingTexts as numberingFi } from "#numbering/texts.fi.ts";
import {
  opportunitiesProblems as opportunitiesProblemsEn,
  opportunityEntryFields as opportunityEntryFieldsEn,
} from "#opportunities/later-texts.en.ts";
import {
  opportunitiesProblems as opportunitiesProblemsFi,
  opportunityEntryFields as opportunityEntryFieldsFi,
} from "#opportunities/later-texts.fi.ts";
import { opportunitiesFields as opportunitiesFieldsEn } from "#opportunities/texts.en.ts";
import { opportunitiesFields as opportunitiesFieldsFi } from "#opportunities/texts.fi.ts";
import { partiesTexts as partiesEn } from "#parties/texts.en.ts";
import { partiesTexts as partiesFi } from "#parties/texts.fi.ts";
import { picturesTexts as picturesEn } from "#pictures/texts.en.ts";
import { picturesTexts as picturesFi } from "#pictures/texts.fi.ts";
import type { Language } from "#platform/context.ts";
import { filesTexts as filesEn } from "#platform/files/texts.en.ts";
import { filesTexts as filesFi } from "#platform/files/texts.fi.ts";
import { type Catalogue, createTranslator, type Translator } from "#platform/i18n/translate.ts";
import { platformTexts as platformEn } from "#platform/texts.en.ts";
import { platformTexts as platformFi } from "#platform/texts.fi.ts";
import { privacyTexts as privacyEn } from "#privacy/texts.en.ts";
import { privacyTexts as privacyFi } from "#privacy/texts.fi.ts";
import { questionnairesTexts as questionnairesEn } from "#questionnaires/texts.en.ts";
import { questionnairesTexts as questionnairesFi } from "#questionnaires/texts.fi.ts";
import { salespeopleTexts as salespeopleEn } from "#salespeople/texts.en.ts";
import { salespeopleTexts as salespeopleFi } from "#salespeople/texts.fi.ts";
import { segmentsTexts as segmentsEn } from "#segments/texts.en.ts";
import { segmentsTexts as segmentsFi } from "#segments/texts.fi.ts";
import { setupTexts as setupEn } from "#setup/texts.en.ts";
import { setupTexts as setupFi } from "#setup/texts.fi.ts";
import { statisticsTexts as statisticsEn } from "#statistics/texts.en.ts";
import { statisticsTexts as statisticsFi } from "#statistics/texts.fi.ts";
import { tasksTexts as tasksEn } from "#tasks/texts.en.ts";
import { tasksTexts as tasksFi } from "#tasks/texts.fi.ts";
import { usersTexts as usersEn } from "#users/texts.en.ts";
import { usersTexts as usersFi } from "#users/texts.fi.ts";
import { viewsTexts as viewsEn } from "#views/texts.en.ts";
import { viewsTexts as viewsFi } from "#views/texts.fi.ts";

type ModuleTexts = {
  readonly problems?: Catalogue;
  readonly fields?: Catalogue;
  readonly [part: string]: Catalogue | undefined;
};

/** Texts by module name; a module's `problems` and `fields` join those of all others. */
export const moduleTexts: Record<Language, Record<string, ModuleTexts>> = {
  en: {
    addressBook: addressBookEn,
    attachments: attachmentsEn,
    campaigns: campaignsEn,
    opportunities: {
      problems: opportunitiesProblemsEn,
      fields: { ...opportunitiesFieldsEn, ...opportunityEntryFieldsEn },
    },
    tasks: tasksEn,
    contacts: contactsEn,
    contactDetails: contactDetailsEn,
    contactMerge: contactMergeEn,
    demo: demoEn,
    files: filesEn,
    imports: importsEn,
    interactions: interactionsEn,
    numbering: numberingEn,
    parties: partiesEn,
    pictures: picturesEn,
    platform: platformEn,
    privacy: privacyEn,
    questionnaires: questionnairesEn,
    salespeople: salespeopleEn,
    segments: segmentsEn,
    setup: setupEn,
    statistics: statisticsEn,
    users: usersEn,
    views: viewsEn,
  },
  fi: {
    addressBook: addressBookFi,
    attachments: attachmentsFi,
    campaigns: campaignsFi,
    opportunities: {
      problems: opportunitiesProblemsFi,
      fields: { ...opportunitiesFieldsFi, ...opportunityEntryFieldsFi },
    },
    tasks: tasksFi,
    contacts: contactsFi,
    contactDetails: contactDetailsFi,
    contactMerge: contactMergeFi,
    demo: demoFi,
    files: filesFi,
    imports: importsFi,
    interactions: interactionsFi,
    numbering: numberingFi,
    parties: partiesFi,
    pictures: picturesFi,
    platform: platformFi,
    privacy: privacyFi,
    questionnaires: questionnairesFi,
    salespeople: salespeopleFi,
    segments: segmentsFi,
    setup: setupFi,
    statistics: statisticsFi,
    users: usersFi,
    views: viewsFi,
  },
};

/** One catalogue per language: `problems.*`, `fields.*` and `<module>.*`. */
export function joinCatalogues(): Record<Language, Catalogue> {
  return { en: join(moduleTexts.en), fi: join(moduleTexts.fi) };
}

function join(texts: Record<string, ModuleTexts>): Catalogue {
  const all = Object.values(texts);
  return {
    ...texts,
    problemTitles: texts.platform?.problemTitles ?? {},
    problems: Object.assign({}, ...all.map((module) => module.problems)),
    fields: Object.assign({}, ...all.map((module) => module.fields)),
  };
}

export function createTexts(): Translator {
  return createTranslator(joinCatalogues());
}
