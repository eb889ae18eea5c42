import { inLanguage, namedInLanguage } from "./bilingual.ts";
import { countryRows } from "./countries.data.ts";
import type { DemoCompany, DemoLanguage } from "./demo.types.ts";
import { generateCompanies } from "./generate-companies.ts";
import { generateDeals } from "./generate-deals.ts";
import { generateInteractions } from "./generate-interactions.ts";
import { generatePeople } from "./generate-people.ts";
import { generateQuestionnaires } from "./generate-questionnaires.ts";
import { generateSegments } from "./generate-segments.ts";
import {
  interactionGroupRows,
  interactionTemplateSetup,
  interactionTemplates,
} from "./interaction-templates.data.ts";
import { salespeople } from "./salespeople.data.ts";
import { salutationFormulas, salutationRows } from "./salutations.data.ts";
import * as setup from "./setup.data.ts";

/**
 * The whole demo company as plain data (campaigns §10). The set-up lists are in `language`; what was said to a
 * contact is in Finnish for contacts in Finland and in English for all others. `today` is an ISO day: the log covers
 * the two years before it. The same language, day and seed always give the same content.
 */
export function demoContent(language: DemoLanguage, today: string, seed = 1): DemoCompany {
  const companies = generateCompanies(seed);
  const contacts = [...companies, ...generatePeople(seed, companies)];
  return {
    home: setup.homeCompany,
    languages: namedInLanguage(setup.languageRows, language).map(({ code, name }) => ({
      code,
      name,
      locale: setup.localeOfLanguage[code] ?? code,
    })),
    countries: countryRows.map(({ code, isoCode, isoNumericCode, vatFormats, ...names }) => ({
      code,
      name: names[language],
      isoCode,
      isoNumericCode,
      vatFormats,
    })),
    territories: namedInLanguage(setup.territoryRows, language),
    salutations: inLanguage(salutationRows, language).map((salutation) => ({
      ...salutation,
      formulas: [...(salutationFormulas[salutation.code] ?? [])],
    })),
    mailingGroups: inLanguage(setup.mailingGroupRows, language),
    industryGroups: inLanguage(setup.industryGroupRows, language),
    businessRelations: inLanguage(setup.businessRelationRows, language),
    jobResponsibilities: inLanguage(setup.jobResponsibilityRows, language),
    organizationalLevels: inLanguage(setup.organizationalLevelRows, language),
    webSources: setup.webSourceRows.map(([code, en, fi, url]) => ({
      code,
      description: language === "fi" ? fi : en,
      url,
    })),
    numberSeries: setup.numberSeries(language),
    marketingSetup: setup.marketingSetup,
    interactionTemplateSetup,
    salespeople: salespeople(language),
    interactionGroups: inLanguage(interactionGroupRows, language),
    interactionTemplates: interactionTemplates(language),
    contacts,
    interactions: generateInteractions(contacts, today, seed),
    deals: generateDeals(contacts, today, language, seed),
    segments: generateSegments(contacts, today, language, seed),
    profiles: generateQuestionnaires(contacts, today, language, seed),
  };
}
