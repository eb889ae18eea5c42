import { Stack } from "@mantine/core";
import type { FormEvent } from "react";
import { campaignSource } from "#campaigns/ui/lookups.ts";
import { createSegment, NewSegment } from "#segments/segments.contract.ts";
import { activeSalespersonSource } from "#setup/ui/lookups.ts";
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
import { useFormat } from "#web/use-format.ts";
import { Dialog } from "#web/widgets/Dialog.tsx";
import { nameOf } from "./actions.ts";
import { segmentHref } from "./addresses.ts";

/** A segment without lines; its card takes the contacts. */
export default function NewSegmentDialog({ onClose, onDone }: DialogFrame) {
  const t = useT();
  const ui = useUi();
  const format = useFormat();
  const form = useNewForm({
    schema: NewSegment,
    initial: {
      no: null,
      description: null,
      campaignNo: null,
      salespersonCode: ui.session.user.salespersonCode,
      date: format.today(),
    },
    create: (body) => call(createSegment, { body }),
    onCreated: async (created) => {
      await refresh(ui.queries, ["segments"]);
      ui.showSuccess(t("segments.created", { name: nameOf(created) }));
      onDone();
      ui.go(segmentHref(created.no));
    },
  });

  function submit(event: FormEvent): void {
    event.preventDefault();
    void form.submit();
  }

  return (
    <Dialog onClose={onClose} title={t("segments.new")}>
      <form noValidate onSubmit={submit}>
        <Stack gap="sm">
          <TextField
            label={t("fields.description")}
            autoFocus
            maxLength={100}
            {...form.field("description")}
          />
          <LookupField label={t("fields.campaignNo")} source={campaignSource} {...form.field("campaignNo")} />
          <LookupField
            label={t("fields.salespersonCode")}
            source={activeSalespersonSource}
            {...form.field("salespersonCode")}
          />
          <DateField label={t("fields.date")} {...form.field("date")} />
          <TextField
            label={t("fields.no")}
            description={t("segments.noText")}
            maxLength={20}
            {...form.field("no")}
            onChange={(no) => form.field("no").onChange(no?.toUpperCase() ?? null)}
          />
          <FormButtons submitLabel={t("segments.create")} isSaving={form.isSaving} onCancel={onClose} />
        </Stack>
      </form>
    </Dialog>
  );
}
