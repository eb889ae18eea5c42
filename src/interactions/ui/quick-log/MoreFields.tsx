import { Autocomplete, Select } from "@mantine/core";
import { EnumField } from "#web/fields/EnumField.tsx";
import { useT } from "#web/i18n.ts";
import { correspondenceTypeChoices, informationFlowChoices, initiatedByChoices } from "../choices.ts";
import classes from "./QuickLogDialog.module.css";
import { waysToReach } from "./quick-log.rules.ts";
import type { QuickLog } from "./use-quick-log.ts";

/** Fields behind "More". An error in one of them opens it. */
export const moreFields = [
  "languageCode",
  "correspondenceType",
  "informationFlow",
  "initiatedBy",
  "contactVia",
] as const;

/** Select knows no blank value. */
const noLanguage = "-";

/** What is rarely changed: the template presets it. */
export function MoreFields({ log }: { readonly log: QuickLog }) {
  const t = useT();
  const { values, errors, template, contact } = log;
  const codes =
    template?.languages.map(({ languageCode }) => languageCode).filter((code) => code !== null) ?? [];
  return (
    <>
      <div className={classes.third}>
        <EnumField
          label={t("interactions.fields.informationFlow")}
          choices={informationFlowChoices}
          value={values.informationFlow}
          error={errors.informationFlow}
          onChange={(informationFlow) => log.type({ informationFlow })}
        />
      </div>
      <div className={classes.third}>
        <EnumField
          label={t("interactions.fields.initiatedBy")}
          choices={initiatedByChoices}
          value={values.initiatedBy}
          error={errors.initiatedBy}
          onChange={(initiatedBy) => log.type({ initiatedBy })}
        />
      </div>
      <div className={classes.third}>
        <EnumField
          label={t("interactions.fields.correspondenceType")}
          choices={correspondenceTypeChoices}
          value={values.correspondenceType}
          error={errors.correspondenceType}
          onChange={(correspondenceType) => log.type({ correspondenceType })}
        />
      </div>
      <div className={classes.third}>
        <Select
          label={t("interactions.fields.languageCode")}
          data={[
            { value: noLanguage, label: t("interactions.templates.noLanguage") },
            ...codes.map((code) => ({ value: code, label: code })),
          ]}
          allowDeselect={false}
          value={values.languageCode ?? noLanguage}
          error={errors.languageCode}
          onChange={(code) => log.type({ languageCode: code === noLanguage ? null : code })}
        />
      </div>
      <div className={classes.rest}>
        <Autocomplete
          label={t("interactions.fields.contactVia")}
          data={waysToReach(contact)}
          maxLength={80}
          value={values.contactVia ?? ""}
          error={errors.contactVia}
          onChange={(way) => log.type({ contactVia: way === "" ? null : way })}
        />
      </div>
    </>
  );
}
