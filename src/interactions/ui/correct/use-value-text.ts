import type { CorrectableField, CorrectableValue } from "#interactions/correct/correction.rules.ts";
import { opportunitySource } from "#opportunities/ui/lookups.ts";
import type { LookupSource } from "#web/fields/lookup.ts";
import { useLabel } from "#web/fields/use-labels.ts";
import { type TextKey, useT } from "#web/i18n.ts";
import { useMay } from "#web/session.ts";
import { useFormat } from "#web/use-format.ts";
import { enumKey } from "../choices.ts";
import {
  campaignSource,
  contactSource,
  languageSource,
  salespersonSource,
  templateSource,
} from "../lookups.ts";

/** What the fields are called. */
export const fieldLabels: Readonly<Record<CorrectableField, TextKey>> = {
  contactNo: "interactions.facts.contact",
  interactionTemplateCode: "interactions.facts.template",
  description: "interactions.facts.description",
  subject: "interactions.fields.subject",
  date: "interactions.fields.date",
  time: "interactions.fields.time",
  salespersonCode: "interactions.facts.salesperson",
  languageCode: "interactions.fields.languageCode",
  correspondenceType: "interactions.fields.correspondenceType",
  informationFlow: "interactions.fields.informationFlow",
  initiatedBy: "interactions.fields.initiatedBy",
  contactVia: "interactions.fields.contactVia",
  cost: "interactions.fields.cost",
  durationMin: "interactions.facts.duration",
  evaluation: "interactions.fields.evaluation",
  wasSuccessful: "interactions.fields.wasSuccessful",
  campaignNo: "interactions.facts.campaign",
  campaignTarget: "interactions.templates.campaignTarget",
  campaignResponse: "interactions.templates.campaignResponse",
  opportunityNo: "interactions.facts.opportunity",
  taskNo: "interactions.fields.taskNo",
  attachment: "interactions.correction.attachment",
};

const sources: Partial<Record<CorrectableField, LookupSource>> = {
  contactNo: contactSource,
  interactionTemplateCode: templateSource,
  salespersonCode: salespersonSource,
  languageCode: languageSource,
  campaignNo: campaignSource,
  opportunityNo: opportunitySource,
};

const enums: readonly CorrectableField[] = [
  "correspondenceType",
  "informationFlow",
  "initiatedBy",
  "evaluation",
];

/** A value of a field as people read it: the name behind a code, the date in their notation. */
export function useValueText(field: CorrectableField, value: CorrectableValue): string {
  const t = useT();
  const may = useMay();
  const format = useFormat();
  const source = sources[field];
  const mayAsk =
    field === "campaignNo"
      ? may("campaigns.read")
      : field === "opportunityNo"
        ? may("opportunities.read")
        : source !== undefined;
  const label = useLabel(source ?? contactSource, value === null ? null : String(value), mayAsk);
  if (value === null || value === "") return t("interactions.correction.blank");
  if (typeof value === "boolean")
    return t(value ? "interactions.correction.yes" : "interactions.correction.no");
  if (enums.includes(field)) return t(enumKey(value as Parameters<typeof enumKey>[0]));
  if (field === "date") return format.date(String(value));
  if (field === "time") return format.time(String(value));
  if (field === "cost") return format.money(Number(value));
  if (field === "durationMin") return format.duration(Number(value));
  return label ?? String(value);
}
