import { useState } from "react";
import { Correction } from "#interactions/correct/correction.contract.ts";
import {
  type CorrectableField,
  type CorrectableValue,
  type CorrectedValue,
  correctableFields,
  followTemplate,
  type PresetValues,
} from "#interactions/correct/correction.rules.ts";
import type { LogEntry } from "#interactions/log-entry.contract.ts";
import { getInteractionTemplate } from "#interactions/templates.contract.ts";
import { type FieldBinding, useFields, valuesOf } from "#web/form/use-fields.ts";
import { useT } from "#web/i18n.ts";
import { useEndpoint } from "#web/query.ts";
import type { ChosenFile } from "../attachments/AttachmentChoice.tsx";
import { useTemplates } from "../use-templates.ts";

const schema = Correction.omit({ attachment: true });

/** What is bound to a field: nothing typed is `null`. */
type Bound<Value> = Omit<FieldBinding<Value>, "error"> & { readonly error: string | undefined };

/** The form of a correction: it begins with the entry as it is, and knows what has been made different. */
export function useCorrection(entry: LogEntry) {
  const t = useT();
  const [attachment, chooseAttachment] = useState<ChosenFile>(undefined);
  const [initial] = useState(() =>
    valuesOf(schema, {
      ...entry,
      wasSuccessful: !entry.attemptFailed,
      // It follows the description unless something else was said.
      subject: entry.subject === entry.description ? null : entry.subject,
    }),
  );
  const fields = useFields(schema, initial, "changed");
  const { values } = fields;
  const templates = useTemplatesWith(entry.interactionTemplateCode);
  const templateOf = (code: string | null | undefined) =>
    templates?.find((template) => template.code === code);

  function bound<Value>(name: keyof typeof values & string): Bound<Value> {
    const { error, ...rest } = fields.field(name);
    return {
      ...(rest as unknown as FieldBinding<Value>),
      error: typeof error === "string" ? error : undefined,
    };
  }

  /** Another contact's opportunity and task are not this one's. */
  function chooseContact(contactNo: string | null): void {
    const isFormer = contactNo === entry.contactNo;
    fields.set({
      contactNo,
      opportunityNo: isFormer ? entry.opportunityNo : null,
      taskNo: isFormer ? entry.taskNo : null,
    });
  }

  function chooseTemplate(code: string | null): void {
    const [former, chosen] = [templateOf(values.interactionTemplateCode), templateOf(code)];
    const follows = former && chosen ? followTemplate(values as unknown as PresetValues, former, chosen) : {};
    fields.set({ interactionTemplateCode: code, ...follows });
  }

  /** The changed fields as they are sent; the language is said with another template, so that it is the one shown. */
  function changes() {
    const { reason: _, ...changed } = fields.changes();
    return {
      ...changed,
      ...(changed.interactionTemplateCode !== undefined && { languageCode: values.languageCode ?? null }),
      ...(attachment !== undefined && { attachment }),
    };
  }

  const changed = correctableFields.flatMap((field): CorrectedValue[] => {
    if (field === "attachment") {
      if (attachment === undefined || (attachment === null && entry.attachmentNo === null)) return [];
      const before = entry.attachmentNo === null ? null : t("interactions.correction.presentFile");
      return [{ field, before, after: attachment && t("interactions.correction.otherFile") }];
    }
    const [before, after] = [fieldOf(initial, field), fieldOf(values, field)];
    return before === after ? [] : [{ field, before, after }];
  });

  return {
    ...fields,
    text: (name: TextName) => bound<string | null>(name),
    number: (name: "cost" | "durationMin") => bound<number | null>(name),
    flag: (name: "wasSuccessful" | "campaignTarget" | "campaignResponse") => ({
      value: values[name] ?? false,
      onChange: (value: boolean) => fields.set({ [name]: value }),
    }),
    templates,
    languageCodes: (templateOf(values.interactionTemplateCode)?.languages ?? []).flatMap(
      ({ languageCode }) => languageCode ?? [],
    ),
    attachment,
    chooseAttachment,
    chooseContact,
    chooseTemplate,
    changes,
    /** What differs, for people to look at. */
    changed,
  };
}

export type CorrectionForm = ReturnType<typeof useCorrection>;

type TextName =
  | "contactNo"
  | "interactionTemplateCode"
  | "description"
  | "subject"
  | "date"
  | "time"
  | "salespersonCode"
  | "languageCode"
  | "contactVia"
  | "campaignNo"
  | "opportunityNo"
  | "reason";

function fieldOf(values: object, field: CorrectableField): CorrectableValue {
  return (values as Partial<Record<CorrectableField, CorrectableValue>>)[field] ?? null;
}

/** The templates that can be chosen, and the entry's own, which may be archived by now. */
function useTemplatesWith(code: string | null) {
  const selectable = useTemplates();
  const isMissing =
    code !== null && selectable !== undefined && !selectable.some((template) => template.code === code);
  const { data: own } = useEndpoint(
    getInteractionTemplate,
    { params: { code: code ?? "" } },
    { enabled: isMissing },
  );
  return selectable && own && isMissing ? [own, ...selectable] : selectable;
}
