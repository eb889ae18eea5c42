import { Stack } from "@mantine/core";
import { type FormEvent, useEffect } from "react";
import { campaignSource } from "#campaigns/ui/lookups.ts";
import { activeSalespersonSource, contactSource } from "#interactions/ui/lookups.ts";
import { createOpportunity, NewOpportunity } from "#opportunities/opportunities.contract.ts";
import { salesCycles } from "#setup/lists/lists.contract.ts";
import { getMarketingSetup } from "#setup/marketing/marketing-setup.contract.ts";
import { call } from "#web/api-client.ts";
import type { DialogFrame } from "#web/dialogs.ts";
import { LookupField } from "#web/fields/LookupField.tsx";
import { SwitchField, TextField } from "#web/fields/TextField.tsx";
import { useLabel } from "#web/fields/use-labels.ts";
import { FormButtons } from "#web/form/FormButtons.tsx";
import { useNewForm } from "#web/form/use-new-form.ts";
import { useT } from "#web/i18n.ts";
import { refresh, useEndpoint } from "#web/query.ts";
import { useUi } from "#web/ui.ts";
import { Dialog } from "#web/widgets/Dialog.tsx";
import { ActivateFields } from "./ActivateFields.tsx";
import { changedByOpportunities, type OpportunityStart } from "./actions.ts";
import { opportunityHref } from "./addresses.ts";
import { usableSalesCycleSource } from "./lookups.ts";

const schema = NewOpportunity.omit({ no: true, priority: true, creationDate: true });
const noValues = { estimatedValue: null, chancesOfSuccess: null, estimatedCloseDate: null };

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
      activateFirstStage: null,
      ...noValues,
    },
    create: (body) => call(createOpportunity, { body }),
    onCreated: async (created) => {
      await refresh(ui.queries, changedByOpportunities);
      const { no, description } = created;
      const message = t("opportunities.created", { name: description });
      onClose();
      ui.go(opportunityHref(no));
      // O-6: whoever did not start it is offered to.
      if (created.status === "notStarted" && created.salesCycleCode !== null)
        ui.showOffer(message, t("opportunities.actions.activate"), () =>
          ui.openDialog("opportunities.move", { no, description }),
        );
      else ui.showSuccess(message);
    },
  });
  useDefaultCycle(form.values.salesCycleCode, (salesCycleCode) => form.set({ salesCycleCode }));
  const cycleName = useLabel(usableSalesCycleSource, form.values.salesCycleCode);
  const salespersonName = useLabel(activeSalespersonSource, form.values.salespersonCode);
  const isActivated = form.values.activateFirstStage === true;

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
            valueLabel={salespersonName}
            {...form.field("salespersonCode")}
          />
          <LookupField
            label={t("fields.salesCycleCode")}
            required
            source={usableSalesCycleSource}
            valueLabel={cycleName}
            {...form.field("salesCycleCode")}
          />
          <LookupField label={t("fields.campaignNo")} source={campaignSource} {...form.field("campaignNo")} />
          <SwitchField
            label={t("opportunities.actions.activate")}
            description={t("opportunities.activateText")}
            error={form.field("activateFirstStage").error}
            value={isActivated}
            onChange={(activateFirstStage) => form.set({ activateFirstStage, ...noValues })}
          />
          {isActivated && (
            <ActivateFields
              salesCycleCode={form.values.salesCycleCode}
              estimatedValue={form.field("estimatedValue")}
              chancesOfSuccess={form.field("chancesOfSuccess")}
              estimatedCloseDate={form.field("estimatedCloseDate")}
              onProposed={form.set}
            />
          )}
          <FormButtons submitLabel={t("opportunities.create")} isSaving={form.isSaving} onCancel={onClose} />
        </Stack>
      </form>
    </Dialog>
  );
}

/** The set-up's cycle stands in the field as soon as it is known, unless another one was chosen or it is blocked (O-3). */
function useDefaultCycle(chosen: string | null, choose: (code: string) => void): void {
  const { data: setup, isFetching: isSetupOld } = useEndpoint(getMarketingSetup, {}, { staleTimeMs: 0 });
  const code = isSetupOld ? null : (setup?.defaultSalesCycleCode ?? null);
  const { data: cycle, isFetching } = useEndpoint(
    salesCycles.get,
    { params: { code: code ?? "" } },
    { enabled: code !== null, staleTimeMs: 0 },
  );
  const usual = isFetching || !cycle || cycle.blocked ? null : cycle.code;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it is known
  useEffect(() => {
    if (usual !== null && chosen === null) choose(usual);
  }, [usual]);
}
