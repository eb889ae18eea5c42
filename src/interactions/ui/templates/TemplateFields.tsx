import { NewInteractionTemplate } from "#interactions/templates.contract.ts";
import { EnumField } from "#web/fields/EnumField.tsx";
import { LookupField } from "#web/fields/LookupField.tsx";
import { MoneyField, NumberField } from "#web/fields/MoneyField.tsx";
import { SwitchField, TextField } from "#web/fields/TextField.tsx";
import type { Fields } from "#web/form/use-fields.ts";
import { type TextKey, useT } from "#web/i18n.ts";
import {
  correspondenceTypeChoices,
  informationFlowChoices,
  initiatedByChoices,
  wizardActionChoices,
} from "../choices.ts";
import { campaignSource, groupSource } from "../lookups.ts";
import { useGroups } from "../use-templates.ts";

/** What the card's fields change; languages are changed beside them. */
export const templateSchema = NewInteractionTemplate.partial();

type TemplateForm = Pick<Fields<typeof templateSchema>, "field" | "values">;

/** Names of the fields. */
export const templateLabels = {
  code: "web.setup.code",
  description: "interactions.facts.description",
  interactionGroupCode: "interactions.facts.group",
  unitCost: "interactions.fields.unitCost",
  unitDurationMin: "interactions.fields.unitDurationMin",
  informationFlow: "interactions.fields.informationFlow",
  initiatedBy: "interactions.fields.initiatedBy",
  defaultCorrespondenceType: "interactions.fields.defaultCorrespondenceType",
  ignoreContactCorrespondenceType: "interactions.templates.ignoreContactCorrespondenceType",
  wizardAction: "interactions.attachments.wizardAction",
  campaignNo: "interactions.facts.campaign",
  campaignTarget: "interactions.templates.campaignTarget",
  campaignResponse: "interactions.templates.campaignResponse",
} as const satisfies Readonly<Record<string, TextKey>>;

export function GeneralFields({ form }: { readonly form: TemplateForm }) {
  const t = useT();
  const groups = useGroups();
  const groupCode = form.values.interactionGroupCode ?? null;
  return (
    <>
      <TextField
        label={t(templateLabels.description)}
        maxLength={100}
        {...form.field("description")}
        value={form.values.description ?? null}
      />
      <TextField
        label={t(templateLabels.code)}
        required
        maxLength={10}
        {...form.field("code")}
        value={form.values.code ?? null}
        onChange={(code) => form.field("code").onChange((code ?? "").toUpperCase())}
      />
      <LookupField
        label={t(templateLabels.interactionGroupCode)}
        source={groupSource}
        required
        {...form.field("interactionGroupCode")}
        value={groupCode}
        valueLabel={groupCode === null ? null : groups.get(groupCode)}
        onChange={(code) => code !== null && form.field("interactionGroupCode").onChange(code)}
      />
    </>
  );
}

export function PresetFields({ form }: { readonly form: TemplateForm }) {
  const t = useT();
  return (
    <>
      <NumberField
        label={t(templateLabels.unitDurationMin)}
        min={0}
        {...form.field("unitDurationMin")}
        value={form.values.unitDurationMin ?? null}
        onChange={(minutes) => form.field("unitDurationMin").onChange(minutes ?? 0)}
      />
      <MoneyField
        label={t(templateLabels.unitCost)}
        min={0}
        {...form.field("unitCost")}
        value={form.values.unitCost ?? null}
        onChange={(cost) => form.field("unitCost").onChange(cost ?? 0)}
      />
      <EnumField
        label={t(templateLabels.informationFlow)}
        choices={informationFlowChoices}
        {...form.field("informationFlow")}
        value={form.values.informationFlow ?? null}
      />
      <EnumField
        label={t(templateLabels.initiatedBy)}
        choices={initiatedByChoices}
        {...form.field("initiatedBy")}
        value={form.values.initiatedBy ?? null}
      />
      <LookupField
        label={t(templateLabels.campaignNo)}
        source={campaignSource}
        {...form.field("campaignNo")}
        value={form.values.campaignNo ?? null}
      />
      <SwitchField
        label={t(templateLabels.campaignTarget)}
        {...form.field("campaignTarget")}
        value={form.values.campaignTarget ?? false}
      />
      <SwitchField
        label={t(templateLabels.campaignResponse)}
        {...form.field("campaignResponse")}
        value={form.values.campaignResponse ?? false}
      />
    </>
  );
}

export function CorrespondenceFields({ form }: { readonly form: TemplateForm }) {
  const t = useT();
  return (
    <>
      <EnumField
        label={t(templateLabels.defaultCorrespondenceType)}
        choices={correspondenceTypeChoices}
        {...form.field("defaultCorrespondenceType")}
        value={form.values.defaultCorrespondenceType ?? null}
      />
      <SwitchField
        label={t(templateLabels.ignoreContactCorrespondenceType)}
        description={t("interactions.templates.ignoreHint")}
        {...form.field("ignoreContactCorrespondenceType")}
        value={form.values.ignoreContactCorrespondenceType ?? false}
      />
      <EnumField
        label={t(templateLabels.wizardAction)}
        description={t("interactions.attachments.wizardActionText")}
        choices={wizardActionChoices}
        {...form.field("wizardAction")}
        value={form.values.wizardAction ?? null}
      />
    </>
  );
}
