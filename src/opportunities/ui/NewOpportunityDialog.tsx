import { Stack } from "@mantine/core";
import type { FormEvent } from "react";
import { campaignSource } from "#campaigns/ui/lookups.ts";
import { activeSalespersonSource, contactSource } from "#interactions/ui/lookups.ts";
import { createOpportunity, NewOpportunity } from "#opportunities/opportunities.contract.ts";
import { call } from "#web/api-client.ts";
import type { DialogFrame } from "#web/dialogs.ts";
import { LookupField } from "#web/fields/LookupField.tsx";
import { TextField } from "#web/fields/TextField.tsx";
import { FormButtons } from "#web/form/FormButtons.tsx";
import { useNewForm } from "#web/form/use-new-form.ts";
import { useT } from "#web/i18n.ts";
import { refresh } from "#web/query.ts";
import { useUi } from "#web/ui.ts";
import { Dialog } from "#web/widgets/Dialog.tsx";
import { changedByOpportunities, type OpportunityStart } from "./actions.ts";
import { opportunityHref } from "./addresses.ts";
import { salesCycleSource } from "./lookups.ts";

const schema = NewOpportunity.omit({
  no: true,
  priority: true,
  creationDate: true,
  activateFirstStage: true,
  estimatedValue: true,
  chancesOfSuccess: true,
  estimatedCloseDate: true,
});

export default function NewOpportunityDialog({
  contact,
  salespersonCode,
  onClose,
}: OpportunityStart & DialogFrame) {
  const t = useT();
  const ui = useUi();
  const form = useNewForm({
    schema,
    initial: {
      description: null,
      contactNo: contact?.no ?? null,
      salespersonCode: salespersonCode ?? ui.session.user.salespersonCode,
      campaignNo: null,
      salesCycleCode: null,
    },
    create: (body) => call(createOpportunity, { body }),
    onCreated: async (created) => {
      await refresh(ui.queries, changedByOpportunities);
      ui.showSuccess(t("opportunities.created", { name: created.description }));
      onClose();
      ui.go(opportunityHref(created.no));
    },
  });

  function submit(event: FormEvent): void {
    event.preventDefault();
    void form.submit();
  }

  return (
    <Dialog onClose={onClose} title={t("opportunities.new")}>
      <form noValidate onSubmit={submit}>
        <Stack gap="sm">
          <TextField
            label={t("fields.description")}
            required
            autoFocus
            maxLength={100}
            {...form.field("description")}
          />
          <LookupField
            label={t("opportunities.contact")}
            required
            source={contactSource}
            valueLabel={contact?.name}
            {...form.field("contactNo")}
          />
          <LookupField
            label={t("fields.salespersonCode")}
            description={t("opportunities.salespersonText")}
            source={activeSalespersonSource}
            {...form.field("salespersonCode")}
          />
          <LookupField
            label={t("fields.salesCycleCode")}
            description={t("opportunities.salesCycleText")}
            source={salesCycleSource}
            {...form.field("salesCycleCode")}
          />
          <LookupField label={t("fields.campaignNo")} source={campaignSource} {...form.field("campaignNo")} />
          <FormButtons submitLabel={t("opportunities.create")} isSaving={form.isSaving} onCancel={onClose} />
        </Stack>
      </form>
    </Dialog>
  );
}
