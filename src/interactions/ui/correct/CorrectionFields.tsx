import { Select, SimpleGrid, Stack } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useMemo } from "react";
import type { LogEntry } from "#interactions/log-entry.contract.ts";
import { DateField } from "#web/fields/DateField.tsx";
import { EnumField } from "#web/fields/EnumField.tsx";
import { LookupField } from "#web/fields/LookupField.tsx";
import { MoneyField, NumberField } from "#web/fields/MoneyField.tsx";
import { SwitchField, TextField } from "#web/fields/TextField.tsx";
import { TimeField } from "#web/fields/TimeField.tsx";
import { useLabel } from "#web/fields/use-labels.ts";
import { useT } from "#web/i18n.ts";
import { useMay } from "#web/session.ts";
import { correspondenceTypeChoices, informationFlowChoices, initiatedByChoices } from "../choices.ts";
import { EvaluationField } from "../EvaluationField.tsx";
import { activeSalespersonSource, campaignSource, contactSource, opportunitySourceOf } from "../lookups.ts";
import { MoreToggle } from "../MoreToggle.tsx";
import { TemplatePicker } from "../quick-log/TemplatePicker.tsx";
import { AttachmentField } from "./AttachmentField.tsx";
import type { CorrectionForm } from "./use-correction.ts";

/** The fields of an entry, as they were, to be put right. */
export function CorrectionFields({
  entry,
  form,
}: {
  readonly entry: LogEntry;
  readonly form: CorrectionForm;
}) {
  const t = useT();
  const [isOpen, more] = useDisclosure(false);
  const contact = form.text("contactNo");
  const salesperson = form.text("salespersonCode");
  const template = form.text("interactionTemplateCode");
  return (
    <Stack gap="sm">
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="sm">
        <LookupField
          label={t("interactions.facts.contact")}
          source={contactSource}
          required
          {...contact}
          valueLabel={contact.value === entry.contactNo ? entry.contactName : null}
          onChange={form.chooseContact}
        />
        <TemplatePicker
          templates={form.templates}
          value={template.value}
          onChange={form.chooseTemplate}
          error={template.error}
          hasFocus={false}
        />
      </SimpleGrid>
      <TextField
        label={t("interactions.facts.description")}
        required
        autoFocus
        maxLength={100}
        {...form.text("description")}
      />
      <SimpleGrid cols={{ base: 2, xs: 4 }} spacing="sm" verticalSpacing="sm">
        <DateField label={t("interactions.fields.date")} required {...form.text("date")} />
        <TimeField label={t("interactions.fields.time")} {...form.text("time")} />
        <NumberField
          label={t("interactions.facts.duration")}
          unit={t("interactions.facts.minutes")}
          min={0}
          {...form.number("durationMin")}
        />
        <MoneyField label={t("interactions.fields.cost")} min={0} {...form.number("cost")} />
      </SimpleGrid>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="sm">
        <LookupField
          label={t("interactions.facts.salesperson")}
          source={activeSalespersonSource}
          required
          {...salesperson}
          valueLabel={salesperson.value === entry.salespersonCode ? entry.salespersonName : null}
        />
        <EnumField
          label={t("interactions.fields.correspondenceType")}
          choices={correspondenceTypeChoices}
          {...form.field("correspondenceType")}
          value={form.values.correspondenceType ?? null}
        />
      </SimpleGrid>
      <EvaluationField
        value={form.values.evaluation ?? null}
        onChange={(evaluation) => form.set({ evaluation })}
      />
      <SwitchField label={t("interactions.fields.wasSuccessful")} {...form.flag("wasSuccessful")} />
      <div>
        <MoreToggle isOpen={isOpen} onToggle={more.toggle} />
      </div>
      {isOpen && <MoreFields entry={entry} form={form} />}
    </Stack>
  );
}

/** Select knows no blank value. */
const noLanguage = "-";

function MoreFields({ entry, form }: { readonly entry: LogEntry; readonly form: CorrectionForm }) {
  const t = useT();
  const may = useMay();
  const language = form.text("languageCode");
  const campaign = form.text("campaignNo");
  const opportunity = form.text("opportunityNo");
  const { contactNo = null, salespersonCode = null } = form.values;
  const contactCompanyNo = contactNo === entry.contactNo ? entry.contactCompanyNo : null;
  const opportunities = useMemo(
    () => opportunitySourceOf({ contactNo, contactCompanyNo, salespersonCode }),
    [contactNo, contactCompanyNo, salespersonCode],
  );
  const campaignName = useLabel(campaignSource, campaign.value, may("campaigns.read"));
  const opportunityName = useLabel(opportunities, opportunity.value, may("opportunities.read"));
  return (
    <Stack gap="sm">
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="sm">
        <EnumField
          label={t("interactions.fields.informationFlow")}
          choices={informationFlowChoices}
          {...form.field("informationFlow")}
          value={form.values.informationFlow ?? null}
        />
        <EnumField
          label={t("interactions.fields.initiatedBy")}
          choices={initiatedByChoices}
          {...form.field("initiatedBy")}
          value={form.values.initiatedBy ?? null}
        />
        <TextField label={t("interactions.fields.contactVia")} maxLength={80} {...form.text("contactVia")} />
        <Select
          label={t("interactions.fields.languageCode")}
          data={[
            { value: noLanguage, label: t("interactions.templates.noLanguage") },
            ...form.languageCodes.map((code) => ({ value: code, label: code })),
          ]}
          allowDeselect={false}
          value={language.value ?? noLanguage}
          error={language.error}
          onChange={(code) => language.onChange(code === noLanguage ? null : code)}
        />
        <TextField label={t("interactions.fields.subject")} maxLength={100} {...form.text("subject")} />
        {may("opportunities.read") && (
          <LookupField
            label={t("interactions.facts.opportunity")}
            source={opportunities}
            {...opportunity}
            valueLabel={opportunityName}
          />
        )}
        {may("campaigns.read") && (
          <LookupField
            label={t("interactions.facts.campaign")}
            source={campaignSource}
            {...campaign}
            valueLabel={campaignName}
          />
        )}
        <Stack gap={6} justify="flex-end">
          <SwitchField label={t("interactions.templates.campaignTarget")} {...form.flag("campaignTarget")} />
          <SwitchField
            label={t("interactions.templates.campaignResponse")}
            {...form.flag("campaignResponse")}
          />
        </Stack>
      </SimpleGrid>
      <AttachmentField entry={entry} chosen={form.attachment} onChoose={form.chooseAttachment} />
    </Stack>
  );
}
