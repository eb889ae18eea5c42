import { Select, SimpleGrid, Stack } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { DateField } from "#web/fields/DateField.tsx";
import { EnumField } from "#web/fields/EnumField.tsx";
import { LookupField } from "#web/fields/LookupField.tsx";
import { TextField } from "#web/fields/TextField.tsx";
import { TimeField } from "#web/fields/TimeField.tsx";
import { useT } from "#web/i18n.ts";
import { correspondenceTypeChoices, informationFlowChoices, initiatedByChoices } from "../choices.ts";
import { activeSalespersonSource, contactSource } from "../lookups.ts";
import { MoreToggle } from "../MoreToggle.tsx";
import { TemplatePicker } from "../quick-log/TemplatePicker.tsx";
import { useTemplates } from "../use-templates.ts";
import { AltAddressField } from "./AltAddressField.tsx";
import type { DraftForm } from "./use-draft.ts";

/** Step 1: with whom, which template, what it was about. */
export function TypeStep({ form }: { readonly form: DraftForm }) {
  const t = useT();
  const templates = useTemplates();
  const { draft } = form;
  const template = form.field("interactionTemplateCode");
  const [isOpen, more] = useDisclosure(moreFields.some((name) => form.field(name).error !== undefined));
  return (
    <Stack gap="sm">
      <ContactField form={form} />
      <TemplatePicker
        templates={templates}
        value={template.value}
        onChange={template.onChange}
        error={template.error}
        disabled={draft.contactNo === null}
        hasFocus={draft.contactNo !== null && template.value === null}
      />
      <TextField
        label={t("interactions.facts.description")}
        required
        maxLength={100}
        autoFocus={template.value !== null}
        {...form.field("description")}
      />
      <div>
        <MoreToggle isOpen={isOpen} onToggle={more.toggle} />
      </div>
      {isOpen && <MoreFields form={form} />}
    </Stack>
  );
}

const moreFields = [
  "salespersonCode",
  "languageCode",
  "date",
  "time",
  "correspondenceType",
  "contactAltAddressCode",
  "informationFlow",
  "initiatedBy",
  "subject",
] as const;

/** With whom; nothing where the flow was started from a contact. */
export function ContactField({ form }: { readonly form: DraftForm }) {
  const t = useT();
  const { draft } = form;
  const { value, error, disabled, onChange } = form.field("contactNo");
  // Named in the title.
  if (disabled) return null;
  const company = draft.contactCompanyNo === draft.contactNo ? null : draft.contactCompanyName;
  return (
    <LookupField
      label={t("interactions.facts.contact")}
      description={company}
      source={contactSource}
      required
      value={value}
      valueLabel={draft.contactName}
      error={error}
      autoFocus={value === null}
      onChange={(no) => onChange(no)}
    />
  );
}

export function SalespersonField({ form }: { readonly form: DraftForm }) {
  const t = useT();
  return (
    <LookupField
      label={t("interactions.facts.salesperson")}
      source={activeSalespersonSource}
      valueLabel={form.draft.salespersonName}
      {...form.field("salespersonCode")}
    />
  );
}

/** Select knows no blank value. */
const noLanguage = "-";

function MoreFields({ form }: { readonly form: DraftForm }) {
  const t = useT();
  const templates = useTemplates();
  const { draft } = form;
  const language = form.field("languageCode");
  const template = templates?.find(({ code }) => code === draft.interactionTemplateCode);
  const codes = template?.languages.flatMap(({ languageCode }) => languageCode ?? []) ?? [];
  const needsTemplate = draft.interactionTemplateCode === null;
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
      <SalespersonField form={form} />
      <Select
        label={t("interactions.fields.languageCode")}
        data={[{ value: noLanguage, label: t("interactions.templates.noLanguage") }, ...codes]}
        allowDeselect={false}
        disabled={needsTemplate}
        value={language.value ?? noLanguage}
        error={language.error}
        onChange={(code) => language.onChange(code === noLanguage ? null : code)}
      />
      <DateField label={t("interactions.fields.date")} {...form.field("date")} />
      <TimeField label={t("interactions.fields.time")} {...form.field("time")} />
      <EnumField
        label={t("interactions.fields.correspondenceType")}
        choices={correspondenceTypeChoices}
        {...form.field("correspondenceType")}
        disabled={needsTemplate}
      />
      <EnumField
        label={t("interactions.fields.informationFlow")}
        choices={informationFlowChoices}
        {...form.field("informationFlow")}
        disabled={needsTemplate}
      />
      <EnumField
        label={t("interactions.fields.initiatedBy")}
        choices={initiatedByChoices}
        {...form.field("initiatedBy")}
        disabled={needsTemplate}
      />
      <TextField label={t("interactions.fields.subject")} maxLength={100} {...form.field("subject")} />
      <AltAddressField form={form} />
    </SimpleGrid>
  );
}
