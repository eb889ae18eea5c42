import { Group, Stack } from "@mantine/core";
import type { FormEvent } from "react";
import { createCampaign, NewCampaign } from "#campaigns/campaigns.contract.ts";
import { activeSalespersonSource } from "#interactions/ui/lookups.ts";
import { call } from "#web/api-client.ts";
import type { DialogFrame } from "#web/dialogs.ts";
import { DateField } from "#web/fields/DateField.tsx";
import { LookupField } from "#web/fields/LookupField.tsx";
import { TextField } from "#web/fields/TextField.tsx";
import { FormButtons } from "#web/form/FormButtons.tsx";
import { useNewForm } from "#web/form/use-new-form.ts";
import { useT } from "#web/i18n.ts";
import { refresh } from "#web/query.ts";
import { useUi } from "#web/ui.ts";
import { Dialog } from "#web/widgets/Dialog.tsx";
import { nameOf } from "./actions.ts";
import { campaignHref } from "./addresses.ts";
import { campaignStatusSource } from "./lookups.ts";

export default function NewCampaignDialog({ onClose }: DialogFrame) {
  const t = useT();
  const ui = useUi();
  const form = useNewForm({
    schema: NewCampaign,
    initial: {
      no: null,
      description: null,
      statusCode: null,
      startingDate: null,
      endingDate: null,
      salespersonCode: ui.session.user.salespersonCode,
    },
    create: (body) => call(createCampaign, { body }),
    onCreated: async (created) => {
      await refresh(ui.queries, ["campaigns"]);
      ui.showSuccess(t("campaigns.created", { name: nameOf(created) }));
      onClose();
      ui.go(campaignHref(created.no));
    },
  });

  function submit(event: FormEvent): void {
    event.preventDefault();
    void form.submit();
  }

  return (
    <Dialog onClose={onClose} title={t("campaigns.new")}>
      <form noValidate onSubmit={submit}>
        <Stack gap="sm">
          <TextField
            label={t("fields.description")}
            autoFocus
            maxLength={100}
            {...form.field("description")}
          />
          <LookupField
            label={t("fields.statusCode")}
            source={campaignStatusSource}
            {...form.field("statusCode")}
          />
          <Group grow align="flex-start">
            <DateField label={t("fields.startingDate")} {...form.field("startingDate")} />
            <DateField label={t("fields.endingDate")} {...form.field("endingDate")} />
          </Group>
          <LookupField
            label={t("fields.salespersonCode")}
            source={activeSalespersonSource}
            {...form.field("salespersonCode")}
          />
          <TextField
            label={t("fields.no")}
            description={t("campaigns.noText")}
            maxLength={20}
            {...form.field("no")}
            onChange={(no) => form.field("no").onChange(no?.toUpperCase() ?? null)}
          />
          <FormButtons submitLabel={t("campaigns.create")} isSaving={form.isSaving} onCancel={onClose} />
        </Stack>
      </form>
    </Dialog>
  );
}
