import {
  changeTemplateSetup,
  getTemplateSetup,
} from "#interactions/template-setup/template-setup.contract.ts";
import {
  createInteractionTemplate,
  interactionGroups,
  listInteractionTemplates,
} from "#interactions/templates.contract.ts";
import { createNumberSeries, listNumberSeries } from "#numbering/number-series.contract.ts";
import { createSalesperson, listSalespeople } from "#salespeople/salespeople.contract.ts";
import { presetCountries } from "#setup/assistant-presets/countries.data.ts";
import {
  type PresetFormula,
  presetContactSeries,
  presetLanguages,
  presetRecordSeries,
  presetRelations,
  presetSalutations,
} from "#setup/assistant-presets/languages.data.ts";
import { type Branch, branchPresets } from "#setup/assistant-presets/templates.data.ts";
import { changeCompanyInformation } from "#setup/company/company-information.contract.ts";
import {
  businessRelations,
  countries,
  currencies,
  languages,
  salutations,
} from "#setup/lists/lists.contract.ts";
import {
  changeMarketingSetup,
  getMarketingSetup,
  type MarketingSetupChanges,
} from "#setup/marketing/marketing-setup.contract.ts";
import { listSalutationFormulas, putSalutationFormula } from "#setup/salutations/formulas.contract.ts";
import { salutationTypes } from "#setup/salutations/salutation.rules.ts";
import { changeOwnSettings } from "#users/session.contract.ts";
import { changeUser } from "#users/users.contract.ts";
import { call } from "#web/api-client.ts";
import type { Language } from "#web/format.ts";
import { countryName, currencyName, languageName } from "../intl-choices.ts";
import { createMissing } from "./create-missing.ts";

/** What each step of the assistant writes, by the API. Going through a step again adds only what is missing. */

export interface CompanyStep {
  readonly name: string | null;
  readonly countryCode: string | null;
  readonly timeZone: string;
  readonly currencyCode: string;
}

export async function saveCompany(step: CompanyStep, language: Language): Promise<void> {
  await createMissing(
    countries,
    presetCountries.map(({ code, numericCode, addressFormat, vatFormats }) => ({
      code,
      name: countryName(code, language),
      isoCode: code,
      numericCode,
      addressFormat,
      vatFormats,
    })),
  );
  const { currencyCode } = step;
  await createMissing(
    currencies,
    [{ code: currencyCode, name: currencyName(currencyCode, language) }].map(cutName),
  );
  await call(changeCompanyInformation, { body: step });
  if (step.countryCode !== null) await fillDefaults({ defaultCountryCode: step.countryCode });
}

const cutName = (row: { code: string; name: string }) => ({ ...row, name: row.name.slice(0, 50) });

export interface LanguageStep {
  readonly language: Language;
  /** Codes of `presetLanguages`. */
  readonly written: readonly string[];
  readonly defaultLanguageCode: string;
}

export async function saveLanguages(
  step: LanguageStep,
  salutationNames: readonly [string, string],
): Promise<void> {
  const chosen = presetLanguages.filter(({ code }) => step.written.includes(code));
  await call(changeCompanyInformation, { body: { language: step.language } });
  await call(changeOwnSettings, { body: { language: step.language } });
  await createMissing(
    languages,
    chosen.map(({ code, locale }) => ({ code, name: languageName(locale, step.language), locale })),
  );
  const [person, company] = salutationNames;
  await createMissing(salutations, [
    { code: presetSalutations.person, description: person },
    { code: presetSalutations.company, description: company },
  ]);
  await Promise.all((["person", "company"] as const).map((kind) => writeFormulas(kind, chosen, step)));
  await fillDefaults({
    defaultLanguageCode: step.defaultLanguageCode,
    mergeFieldLanguageCode: step.defaultLanguageCode,
    defaultPersonSalutationCode: presetSalutations.person,
    defaultCompanySalutationCode: presetSalutations.company,
  });
}

/** Formulas in each language, and those of the usual one for every other language. What was written stays. */
async function writeFormulas(
  kind: "person" | "company",
  chosen: typeof presetLanguages,
  { defaultLanguageCode }: LanguageStep,
): Promise<void> {
  const code = presetSalutations[kind];
  const { items } = await call(listSalutationFormulas, { params: { code } });
  const known = new Set(items.map(({ languageCode, salutationType }) => `${languageCode} ${salutationType}`));
  const usual = chosen.find((language) => language.code === defaultLanguageCode);
  const wanted = [
    ...chosen.map((language) => [language.code, language] as const),
    ...(usual ? [[null, usual] as const] : []),
  ];
  for (const [languageCode, language] of wanted) {
    for (const salutationType of salutationTypes) {
      if (known.has(`${languageCode} ${salutationType}`)) continue;
      const params = { code, languageCode: languageCode ?? "-", salutationType };
      await call(putSalutationFormula, { params, body: formulaBody(language[kind][salutationType]) });
    }
  }
}

function formulaBody({ salutation, names }: PresetFormula) {
  const [name1 = null, name2 = null] = names;
  return { salutation, name1, name2 };
}

/**
 * The series of contacts and of all other records, and the codes of contacts that are customers, vendors, … The series
 * begin with the year, so that they are open whatever the time zone says.
 *
 * @param nameOf what the series of a field of the marketing set-up is called
 * @param relationOf what a contact of this kind is called
 */
export async function saveNumbers(
  startingNo: string,
  nameOf: (field: SeriesField) => string,
  relationOf: (kind: RelationKind) => string,
  today: string,
): Promise<void> {
  const series = [
    { ...presetContactSeries, startingNo, field: "contactNos" as const },
    ...presetRecordSeries,
  ];
  await createMissing(
    { list: listNumberSeries, create: createNumberSeries },
    series.map(({ code, field, startingNo }) => ({
      code,
      description: nameOf(field),
      allowAutomatic: true,
      allowManual: true,
      lines: [{ startingDate: `${today.slice(0, 4)}-01-01`, startingNo, open: true }],
    })),
  );
  await createMissing(
    businessRelations,
    presetRelations.map(({ code, kind }) => ({ code, description: relationOf(kind) })),
  );
  await fillDefaults(
    Object.fromEntries([...series, ...presetRelations].map(({ field, code }) => [field, code])),
  );
}

export type RelationKind = (typeof presetRelations)[number]["kind"];

export type SeriesField = "contactNos" | (typeof presetRecordSeries)[number]["field"];

export interface MeStep {
  readonly fullName: string;
  /** `null` leaves the address as it is. */
  readonly email: string | null;
  readonly salespersonCode: string;
}

export async function saveMe(userId: number, { fullName, email, salespersonCode }: MeStep): Promise<void> {
  await createMissing({ list: listSalespeople, create: createSalesperson }, [
    { code: salespersonCode, name: fullName.slice(0, 50), ...(email === null ? {} : { email }) },
  ]);
  const body = { fullName, salespersonCode, ...(email === null ? {} : { email }) };
  await call(changeUser, { params: { id: String(userId) }, body });
}

export async function saveTemplates(branch: Branch, language: Language): Promise<void> {
  const { groups, templates, calls } = branchPresets[branch];
  await createMissing(
    interactionGroups,
    groups.map(({ code, description }) => ({ code, description: description[language] })),
  );
  await createMissing(
    { list: listInteractionTemplates, create: createInteractionTemplate },
    templates.map(({ description, ...template }) => ({ ...template, description: description[language] })),
  );
  const chosen = await call(getTemplateSetup, {});
  const blank = (["outgCalls", "incCalls"] as const).filter((event) => chosen[event] === null);
  const body = Object.fromEntries(blank.map((event) => [event, calls[event]]));
  if (blank.length > 0) await call(changeTemplateSetup, { body });
}

export async function completeAssistant(): Promise<void> {
  await call(changeCompanyInformation, { body: { assistantCompleted: true } });
}

/** Sets defaults of new contacts where none were chosen yet. */
async function fillDefaults(wanted: Partial<Record<keyof MarketingSetupChanges, string>>): Promise<void> {
  const setup = await call(getMarketingSetup, {});
  const blank = Object.entries(wanted).filter(([field]) => setup[field as keyof typeof setup] === null);
  if (blank.length > 0) await call(changeMarketingSetup, { body: Object.fromEntries(blank) });
}
