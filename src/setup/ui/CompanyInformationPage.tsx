import { useMemo } from "react";
import {
  type CompanyInformation,
  CompanyInformationChanges,
  changeCompanyInformation,
  getCompanyInformation,
} from "#setup/company/company-information.contract.ts";
import { call } from "#web/api-client.ts";
import { CardGroup } from "#web/card/CardGroup.tsx";
import { CardPage } from "#web/card/CardPage.tsx";
import { EnumField } from "#web/fields/EnumField.tsx";
import { LookupField } from "#web/fields/LookupField.tsx";
import { TextField } from "#web/fields/TextField.tsx";
import { useLabel } from "#web/fields/use-labels.ts";
import { useCardForm } from "#web/form/use-card-form.ts";
import { useLanguage, useT } from "#web/i18n.ts";
import { refresh, useEndpoint } from "#web/query.ts";
import { useUi } from "#web/ui.ts";
import { ErrorState } from "#web/widgets/ErrorState.tsx";
import { PageSkeleton } from "#web/widgets/PageSkeleton.tsx";
import { currencyChoices, timeZoneChoices } from "./intl-choices.ts";
import { countrySource } from "./lookups.ts";
import { SearchSelect } from "./SearchSelect.tsx";
import { useSetupPath } from "./use-setup-path.ts";

export const languageChoices = [
  { value: "en", labelKey: "web.account.languageEn" },
  { value: "fi", labelKey: "web.account.languageFi" },
] as const;

const labels = {
  name: "fields.name",
  countryCode: "fields.countryCode",
  currencyCode: "fields.currencyCode",
  timeZone: "fields.timeZone",
  language: "fields.language",
} as const;

export function CompanyInformationPage() {
  const { data, error, refetch } = useEndpoint(getCompanyInformation, {});
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  return <CompanyCard record={data} />;
}

function CompanyCard({ record }: { readonly record: CompanyInformation }) {
  const t = useT();
  const ui = useUi();
  const language = useLanguage();
  const currencies = useMemo(() => currencyChoices(language), [language]);
  const timeZones = useMemo(timeZoneChoices, []);
  const form = useCardForm({
    schema: CompanyInformationChanges,
    record,
    labels,
    save: async (body, ifMatch) => {
      const saved = await call(changeCompanyInformation, { body, ifMatch });
      await refresh(ui.queries, ["company-information", "session"]);
      return saved;
    },
    reload: () => call(getCompanyInformation, {}),
  });
  const countryName = useLabel(countrySource, form.values.countryCode ?? null);
  const currency = form.field("currencyCode");
  const timeZone = form.field("timeZone");
  return (
    <CardPage
      title={t("setup.company.title")}
      subtitle={t("setup.company.subtitle")}
      path={useSetupPath()}
      subject={record}
      form={form}
    >
      <CardGroup name="setup.company.general" titleKey="setup.company.general" summary={record.name}>
        <TextField
          label={t("fields.name")}
          description={t("setup.company.nameText")}
          maxLength={100}
          {...form.field("name")}
        />
        <LookupField
          label={t("fields.countryCode")}
          description={t("setup.company.countryText")}
          source={countrySource}
          valueLabel={countryName}
          {...form.field("countryCode")}
        />
      </CardGroup>
      <CardGroup
        name="setup.company.region"
        titleKey="setup.company.region"
        summary={`${record.currencyCode} · ${record.timeZone}`}
      >
        <SearchSelect
          label={t("fields.currencyCode")}
          description={t("setup.company.currencyText")}
          data={currencies}
          {...currency}
        />
        <SearchSelect
          label={t("fields.timeZone")}
          description={t("setup.company.timeZoneText")}
          data={timeZones}
          {...timeZone}
        />
        <EnumField
          label={t("fields.language")}
          description={t("setup.company.languageText")}
          choices={languageChoices}
          required
          {...form.field("language")}
        />
      </CardGroup>
    </CardPage>
  );
}
