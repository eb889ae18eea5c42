import { Group, Stack, Text } from "@mantine/core";
import { useMemo } from "react";
import { LookupField } from "#web/fields/LookupField.tsx";
import { SwitchField } from "#web/fields/TextField.tsx";
import { useLabel } from "#web/fields/use-labels.ts";
import { useT } from "#web/i18n.ts";
import { campaignSource, opportunitySourceOf } from "../lookups.ts";
import { DraftAttachment } from "./DraftAttachment.tsx";
import type { DraftForm } from "./use-draft.ts";

/** Step 3: which campaign and opportunity it belongs to, if any (R-CAMP, R-OPP). */
export function RelationsStep({ form }: { readonly form: DraftForm }) {
  const t = useT();
  const { draft } = form;
  const { contactCompanyNo, contactNo, salespersonCode } = draft;
  const opportunities = useMemo(
    () => opportunitySourceOf({ contactCompanyNo, contactNo, salespersonCode }),
    [contactCompanyNo, contactNo, salespersonCode],
  );
  // Of a call whose campaign is dictated they are what the template says (§7).
  const isReadOnly = draft.kind === "phoneCall" && form.isFixed("campaignNo");
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {t("interactions.flow.relationsText")}
      </Text>
      <LookupField
        label={t("interactions.flow.campaign")}
        source={campaignSource}
        valueLabel={useLabel(campaignSource, draft.campaignNo)}
        {...form.field("campaignNo")}
      />
      <Group gap="xl">
        <SwitchField
          label={t("interactions.templates.campaignTarget")}
          {...form.field("campaignTarget")}
          disabled={isReadOnly}
        />
        <SwitchField
          label={t("interactions.templates.campaignResponse")}
          {...form.field("campaignResponse")}
          disabled={isReadOnly}
        />
      </Group>
      <LookupField
        label={t("interactions.flow.opportunity")}
        source={opportunities}
        valueLabel={useLabel(opportunities, draft.opportunityNo)}
        {...form.field("opportunityNo")}
        disabled={contactNo === null || form.isFixed("opportunityNo")}
      />
      {draft.attachmentNo !== null && <DraftAttachment form={form} />}
    </Stack>
  );
}
