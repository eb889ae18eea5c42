import { Autocomplete, Select } from "@mantine/core";
import { useMemo } from "react";
import { EnumField } from "#web/fields/EnumField.tsx";
import { LookupField } from "#web/fields/LookupField.tsx";
import { useT } from "#web/i18n.ts";
import { useMay } from "#web/session.ts";
import { correspondenceTypeChoices, informationFlowChoices, initiatedByChoices } from "../choices.ts";
import { campaignSource, opportunitySourceOf } from "../lookups.ts";
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
  "campaignNo",
  "opportunityNo",
] as const;

/** Select knows no blank value. */
const noLanguage = "-";

/** What is rarely changed: the template presets it. */
export function MoreFields({ log }: { readonly log: QuickLog }) {
  const t = useT();
  const may = useMay();
  const { values, errors, template, contact } = log;
  const contactNo = log.draft.contact?.no ?? null;
  const contactCompanyNo = contact?.companyNo ?? null;
  const { salespersonCode } = values;
  const opportunities = useMemo(
    () => opportunitySourceOf({ contactNo, contactCompanyNo, salespersonCode }),
    [contactNo, contactCompanyNo, salespersonCode],
  );
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
      {may("campaigns.read") && (
        <div className={classes.half} data-wide>
          <LookupField
            label={t("interactions.facts.campaign")}
            source={campaignSource}
            value={values.campaignNo}
            error={errors.campaignNo}
            onChange={(campaignNo) => log.type({ campaignNo })}
          />
        </div>
      )}
      {may("opportunities.read") && (
        <div className={classes.half} data-wide>
          <LookupField
            label={t("interactions.facts.opportunity")}
            source={opportunities}
            value={values.opportunityNo}
            error={errors.opportunityNo}
            disabled={contact === null}
            onChange={(opportunityNo) => log.type({ opportunityNo })}
          />
        </div>
      )}
    </>
  );
}
