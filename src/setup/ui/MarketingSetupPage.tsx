import { Text } from "@mantine/core";
import { getNumberSeries } from "#numbering/number-series.contract.ts";
import type { Endpoint } from "#platform/http/endpoint.ts";
import { getSalesperson } from "#salespeople/salespeople.contract.ts";
import { countries, languages, salutations, territories } from "#setup/lists/lists.contract.ts";
import {
  changeMarketingSetup,
  getMarketingSetup,
  type MarketingSetup,
  MarketingSetupChanges,
} from "#setup/marketing/marketing-setup.contract.ts";
import { call } from "#web/api-client.ts";
import { CardGroup } from "#web/card/CardGroup.tsx";
import { CardPage } from "#web/card/CardPage.tsx";
import { EnumField } from "#web/fields/EnumField.tsx";
import { LookupField } from "#web/fields/LookupField.tsx";
import type { LookupSource } from "#web/fields/lookup.ts";
import { SwitchField, TextField } from "#web/fields/TextField.tsx";
import { useCardForm } from "#web/form/use-card-form.ts";
import type { FieldBinding } from "#web/form/use-fields.ts";
import { type TextKey, useT } from "#web/i18n.ts";
import { refresh, useEndpoint } from "#web/query.ts";
import { useUi } from "#web/ui.ts";
import { ErrorState } from "#web/widgets/ErrorState.tsx";
import { PageSkeleton } from "#web/widgets/PageSkeleton.tsx";
import {
  countrySource,
  languageSource,
  numberSeriesSource,
  salespersonSource,
  salutationSource,
  territorySource,
} from "./lookups.ts";
import { useCodeLabel } from "./use-code-label.ts";
import { useSetupPath } from "./use-setup-path.ts";

const inherited = [
  "inheritSalesperson",
  "inheritTerritory",
  "inheritCountry",
  "inheritLanguage",
  "inheritFormatRegion",
  "inheritAddress",
  "inheritCommunication",
] as const;

const correspondenceChoices = [
  { value: "email", labelKey: "setup.marketing.email" },
  { value: "hardCopy", labelKey: "setup.marketing.hardCopy" },
] as const;

const labels = Object.fromEntries(
  Object.keys(MarketingSetupChanges.shape).map((field) => [field, `fields.${field}` as TextKey]),
);

export function MarketingSetupPage() {
  const { data, error, refetch } = useEndpoint(getMarketingSetup, {});
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  return <MarketingCard record={data} />;
}

function MarketingCard({ record }: { readonly record: MarketingSetup }) {
  const t = useT();
  const ui = useUi();
  const form = useCardForm({
    schema: MarketingSetupChanges,
    record,
    labels,
    save: async (body, ifMatch) => {
      const saved = await call(changeMarketingSetup, { body, ifMatch });
      await refresh(ui.queries, ["marketing-setup"]);
      return saved;
    },
    reload: () => call(getMarketingSetup, {}),
  });
  return (
    <CardPage
      title={t("setup.marketing.title")}
      subtitle={t("setup.marketing.subtitle")}
      path={useSetupPath()}
      subject={record}
      form={form}
    >
      <CardGroup
        name="setup.marketing.numbering"
        titleKey="setup.marketing.numbering"
        summary={record.contactNos}
      >
        <CodeField
          label={t("fields.contactNos")}
          description={t("setup.marketing.contactNosText")}
          source={numberSeriesSource}
          get={getNumberSeries}
          binding={form.field("contactNos")}
        />
      </CardGroup>
      <CardGroup
        name="setup.marketing.inheritance"
        titleKey="setup.marketing.inheritance"
        summary={t("setup.marketing.inheritedCount", {
          count: inherited.filter((field) => record[field]).length,
        })}
      >
        <Text size="sm" c="dimmed" data-wide maw={640}>
          {t("setup.marketing.inheritanceText")}
        </Text>
        {inherited.map((field) => (
          <SwitchField
            key={field}
            label={t(`fields.${field}`)}
            description={t(`setup.marketing.${field}Text`)}
            {...form.field(field)}
            value={form.values[field] === true}
          />
        ))}
      </CardGroup>
      <CardGroup
        name="setup.marketing.defaults"
        titleKey="setup.marketing.defaults"
        summary={[record.defaultCountryCode, record.defaultLanguageCode].filter(Boolean).join(" · ")}
      >
        <CodeField
          label={t("fields.defaultSalespersonCode")}
          description={t("setup.marketing.defaultSalespersonText")}
          source={salespersonSource}
          get={getSalesperson}
          binding={form.field("defaultSalespersonCode")}
        />
        <CodeField
          label={t("fields.defaultTerritoryCode")}
          description={t("setup.marketing.defaultTerritoryText")}
          source={territorySource}
          get={territories.get}
          binding={form.field("defaultTerritoryCode")}
        />
        <CodeField
          label={t("fields.defaultCountryCode")}
          description={t("setup.marketing.defaultCountryText")}
          source={countrySource}
          get={countries.get}
          binding={form.field("defaultCountryCode")}
        />
        <CodeField
          label={t("fields.defaultLanguageCode")}
          description={t("setup.marketing.defaultLanguageText")}
          source={languageSource}
          get={languages.get}
          binding={form.field("defaultLanguageCode")}
        />
        <TextField
          label={t("fields.defaultFormatRegion")}
          description={t("setup.marketing.defaultFormatRegionText")}
          {...form.field("defaultFormatRegion")}
        />
        <EnumField
          label={t("fields.defaultCorrespondenceType")}
          description={t("setup.marketing.defaultCorrespondenceTypeText")}
          choices={correspondenceChoices}
          {...form.field("defaultCorrespondenceType")}
        />
        <CodeField
          label={t("fields.defaultCompanySalutationCode")}
          description={t("setup.marketing.defaultCompanySalutationText")}
          source={salutationSource}
          get={salutations.get}
          binding={form.field("defaultCompanySalutationCode")}
        />
        <CodeField
          label={t("fields.defaultPersonSalutationCode")}
          description={t("setup.marketing.defaultPersonSalutationText")}
          source={salutationSource}
          get={salutations.get}
          binding={form.field("defaultPersonSalutationCode")}
        />
      </CardGroup>
    </CardPage>
  );
}

/** A lookup whose record knows the code only: the words come from the record it refers to. */
function CodeField(props: {
  readonly label: string;
  readonly description: string;
  readonly source: LookupSource;
  readonly get: Endpoint;
  readonly binding: FieldBinding<string | null | undefined>;
}) {
  const { binding } = props;
  const code = binding.value ?? null;
  const valueLabel = useCodeLabel(props.get, code);
  return (
    <LookupField
      label={props.label}
      description={props.description}
      source={props.source}
      valueLabel={valueLabel}
      {...binding}
      value={code}
    />
  );
}
