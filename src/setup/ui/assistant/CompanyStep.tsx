import { useMemo, useState } from "react";
import { guessCountry } from "#setup/assistant.rules.ts";
import { presetCountries } from "#setup/assistant-presets/countries.data.ts";
import {
  type CompanyInformation,
  getCompanyInformation,
} from "#setup/company/company-information.contract.ts";
import { TextField } from "#web/fields/TextField.tsx";
import { useLanguage, useT } from "#web/i18n.ts";
import { useEndpoint } from "#web/query.ts";
import { ErrorState } from "#web/widgets/ErrorState.tsx";
import { PageSkeleton } from "#web/widgets/PageSkeleton.tsx";
import { countryChoices, currencyChoices, timeZoneChoices } from "../intl-choices.ts";
import { SearchSelect } from "../SearchSelect.tsx";
import { StepForm } from "./StepForm.tsx";
import { saveCompany, type CompanyStep as Values } from "./save-steps.ts";

export function CompanyStep() {
  const company = useEndpoint(getCompanyInformation, {});
  if (company.error) return <ErrorState error={company.error} onRetry={() => void company.refetch()} />;
  if (!company.data) return <PageSkeleton />;
  return <CompanyForm company={company.data} />;
}

/** What was saved before; otherwise what this browser's time zone and languages suggest. */
function begin({ name, countryCode, timeZone, currencyCode }: CompanyInformation): Values {
  if (countryCode !== null) return { name, countryCode, timeZone, currencyCode };
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const guess = guessCountry(zone, navigator.languages);
  return {
    name,
    countryCode: guess?.code ?? null,
    timeZone: guess?.timeZone ?? timeZone,
    currencyCode: guess?.currencyCode ?? currencyCode,
  };
}

function CompanyForm({ company }: { readonly company: CompanyInformation }) {
  const t = useT();
  const language = useLanguage();
  const [values, setValues] = useState(() => begin(company));
  const set = (change: Partial<Values>) => setValues({ ...values, ...change });
  const countries = useMemo(
    () =>
      countryChoices(
        [
          ...new Set([
            ...presetCountries.map(({ code }) => code),
            ...(company.countryCode ? [company.countryCode] : []),
          ]),
        ],
        language,
      ),
    [company.countryCode, language],
  );
  const currencies = useMemo(() => currencyChoices(language), [language]);
  const timeZones = useMemo(timeZoneChoices, []);

  /** Time zone and currency of a country follow it, until one chooses them differently. */
  function chooseCountry(code: string): void {
    const country = presetCountries.find((preset) => preset.code === code);
    set({
      countryCode: code,
      ...(country ? { timeZone: country.timeZone, currencyCode: country.currencyCode } : {}),
    });
  }

  return (
    <StepForm
      step="company"
      text={t("setup.assistant.company.text")}
      save={() => saveCompany(values, language).then(() => true)}
      changes={["company-information", "session", "countries", "currencies", "marketing-setup"]}
    >
      <TextField
        label={t("setup.assistant.company.name")}
        autoFocus
        maxLength={100}
        value={values.name}
        onChange={(name) => set({ name })}
      />
      <SearchSelect
        label={t("setup.assistant.company.country")}
        data={countries}
        value={values.countryCode}
        onChange={chooseCountry}
      />
      <SearchSelect
        label={t("fields.timeZone")}
        data={timeZones}
        value={values.timeZone}
        onChange={(timeZone) => set({ timeZone })}
      />
      <SearchSelect
        label={t("fields.currencyCode")}
        data={currencies}
        value={values.currencyCode}
        onChange={(currencyCode) => set({ currencyCode })}
      />
    </StepForm>
  );
}
