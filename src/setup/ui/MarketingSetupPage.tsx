import { Text } from "@mantine/core";
import { getMarketingSetup, type MarketingSetup } from "#setup/marketing/marketing-setup.contract.ts";
import { CardGroup } from "#web/card/CardGroup.tsx";
import { CardPage } from "#web/card/CardPage.tsx";
import { DateFormulaField } from "#web/fields/DateFormulaField.tsx";
import { EnumField } from "#web/fields/EnumField.tsx";
import { LookupField } from "#web/fields/LookupField.tsx";
import type { LookupSource } from "#web/fields/lookup.ts";
import { SwitchField, TextField } from "#web/fields/TextField.tsx";
import { useLabel } from "#web/fields/use-labels.ts";
import type { FieldBinding } from "#web/form/use-fields.ts";
import { useT } from "#web/i18n.ts";
import { useEndpoint } from "#web/query.ts";
import { ErrorState } from "#web/widgets/ErrorState.tsx";
import { PageSkeleton } from "#web/widgets/PageSkeleton.tsx";
import { DuplicateSwitches } from "./DuplicateSwitches.tsx";
import {
  activeSalespersonSource,
  businessRelationSource,
  countrySource,
  languageSource,
  numberSeriesSource,
  salesCycleSource,
  salutationSource,
  territorySource,
} from "./lookups.ts";
import { RelocateAttachments } from "./RelocateAttachments.tsx";
import { useMarketingForm } from "./use-marketing-form.ts";
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

const otherSeries = [
  "campaignNos",
  "segmentNos",
  "opportunityNos",
  "taskNos",
  "customerNos",
  "vendorNos",
  "bankAccountNos",
  "employeeNos",
] as const;

const relationCodes = [
  "busRelCodeForCustomers",
  "busRelCodeForVendors",
  "busRelCodeForBankAccs",
  "busRelCodeForEmployees",
] as const;

const correspondenceChoices = [
  { value: "email", labelKey: "setup.marketing.email" },
  { value: "hardCopy", labelKey: "setup.marketing.hardCopy" },
] as const;

const storageChoices = [
  { value: "embedded", labelKey: "setup.marketing.embedded" },
  { value: "file", labelKey: "setup.marketing.file" },
] as const;

export function MarketingSetupPage() {
  const { data, error, refetch } = useEndpoint(getMarketingSetup, {});
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  return <MarketingCard record={data} />;
}

function MarketingCard({ record }: { readonly record: MarketingSetup }) {
  const t = useT();
  const form = useMarketingForm(record);
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
          binding={form.field("contactNos")}
        />
        {otherSeries.map((field) => (
          <CodeField
            key={field}
            label={t(`fields.${field}`)}
            description={t("setup.marketing.otherNosText")}
            source={numberSeriesSource}
            binding={form.field(field)}
          />
        ))}
      </CardGroup>
      <CardGroup
        name="setup.marketing.relations"
        titleKey="setup.marketing.relations"
        summary={relationCodes.flatMap((field) => record[field] ?? []).join(" · ")}
      >
        <Text size="sm" c="dimmed" data-wide maw={640}>
          {t("setup.marketing.relationsText")}
        </Text>
        {relationCodes.map((field) => (
          <CodeField
            key={field}
            label={t(`fields.${field}`)}
            description={t(`setup.marketing.${field}Text`)}
            source={businessRelationSource}
            binding={form.field(field)}
          />
        ))}
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
          source={activeSalespersonSource}
          binding={form.field("defaultSalespersonCode")}
        />
        <CodeField
          label={t("fields.defaultTerritoryCode")}
          description={t("setup.marketing.defaultTerritoryText")}
          source={territorySource}
          binding={form.field("defaultTerritoryCode")}
        />
        <CodeField
          label={t("fields.defaultCountryCode")}
          description={t("setup.marketing.defaultCountryText")}
          source={countrySource}
          binding={form.field("defaultCountryCode")}
        />
        <CodeField
          label={t("fields.defaultLanguageCode")}
          description={t("setup.marketing.defaultLanguageText")}
          source={languageSource}
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
          binding={form.field("defaultCompanySalutationCode")}
        />
        <CodeField
          label={t("fields.defaultPersonSalutationCode")}
          description={t("setup.marketing.defaultPersonSalutationText")}
          source={salutationSource}
          binding={form.field("defaultPersonSalutationCode")}
        />
        <CodeField
          label={t("fields.defaultSalesCycleCode")}
          description={t("setup.marketing.defaultSalesCycleText")}
          source={salesCycleSource}
          binding={form.field("defaultSalesCycleCode")}
        />
        <DateFormulaField
          label={t("fields.defaultTaskDateCalculation")}
          description={t("setup.marketing.defaultTaskDateText")}
          {...form.field("defaultTaskDateCalculation")}
          value={form.values.defaultTaskDateCalculation ?? null}
        />
        <CodeField
          label={t("fields.mergeFieldLanguageCode")}
          description={t("setup.marketing.mergeFieldLanguageText")}
          source={languageSource}
          binding={form.field("mergeFieldLanguageCode")}
        />
      </CardGroup>
      <DuplicateSwitches record={record} form={form} />
      <CardGroup
        name="setup.marketing.storage"
        titleKey="setup.marketing.storage"
        summary={t(`setup.marketing.${record.attachmentStorageType}`)}
      >
        <EnumField
          label={t("fields.attachmentStorageType")}
          description={t("setup.marketing.attachmentStorageTypeText")}
          choices={storageChoices}
          required
          {...form.field("attachmentStorageType")}
          value={form.values.attachmentStorageType ?? null}
          onChange={(type) => type !== null && form.field("attachmentStorageType").onChange(type)}
        />
        <TextField
          label={t("fields.attachmentStorageLocation")}
          description={t("setup.marketing.attachmentStorageLocationText")}
          {...form.field("attachmentStorageLocation")}
        />
        <RelocateAttachments isSaved={!form.isDirty} />
      </CardGroup>
    </CardPage>
  );
}

/** A lookup whose record knows the code only. */
function CodeField(props: {
  readonly label: string;
  readonly description: string;
  readonly source: LookupSource;
  readonly binding: FieldBinding<string | null | undefined>;
}) {
  const { binding } = props;
  const code = binding.value ?? null;
  return (
    <LookupField
      label={props.label}
      description={props.description}
      source={props.source}
      valueLabel={useLabel(props.source, code)}
      {...binding}
      value={code}
    />
  );
}
