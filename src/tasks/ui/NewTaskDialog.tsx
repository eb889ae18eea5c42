import { Group, Stack } from "@mantine/core";
import type { FormEvent } from "react";
import { campaignSource } from "#campaigns/ui/lookups.ts";
import { activeSalespersonSource, contactSource } from "#interactions/ui/lookups.ts";
import { opportunitySource } from "#opportunities/ui/lookups.ts";
import { createTask, NewTask } from "#tasks/tasks.contract.ts";
import { call } from "#web/api-client.ts";
import type { DialogFrame } from "#web/dialogs.ts";
import { DateField } from "#web/fields/DateField.tsx";
import { EnumField } from "#web/fields/EnumField.tsx";
import { LookupField } from "#web/fields/LookupField.tsx";
import { TextField } from "#web/fields/TextField.tsx";
import { FormButtons } from "#web/form/FormButtons.tsx";
import { useNewForm } from "#web/form/use-new-form.ts";
import { useT } from "#web/i18n.ts";
import { refresh } from "#web/query.ts";
import { useUi } from "#web/ui.ts";
import { useFormat } from "#web/use-format.ts";
import { Dialog } from "#web/widgets/Dialog.tsx";
import { showOffer } from "#web/widgets/notify.tsx";
import { changedByTasks, type TaskStart } from "./actions.ts";
import { taskHref } from "./addresses.ts";
import { typeChoices } from "./choices.ts";

const schema = NewTask.omit({ no: true, status: true, closed: true });

/** A new task; one stays where one is, and a message leads to it. */
export default function NewTaskDialog({ onClose, ...start }: TaskStart & DialogFrame) {
  const t = useT();
  const ui = useUi();
  const form = useNewForm({
    schema,
    initial: {
      description: start.description ?? null,
      type: null,
      date: useFormat().today(),
      contactNo: start.contact?.no ?? null,
      salespersonCode: start.salespersonCode ?? ui.session.user.salespersonCode,
      opportunityNo: start.opportunityNo ?? null,
      campaignNo: start.campaignNo ?? null,
    },
    create: (body) => call(createTask, { body }),
    onCreated: async (created) => {
      await refresh(ui.queries, changedByTasks);
      onClose();
      showOffer(t("tasks.created", { name: created.description }), t("web.actions.open"), () =>
        ui.go(taskHref(created.no)),
      );
    },
  });

  function submit(event: FormEvent): void {
    event.preventDefault();
    void form.submit();
  }

  return (
    <Dialog onClose={onClose} title={t("tasks.new")}>
      <form noValidate onSubmit={submit}>
        <Stack gap="sm">
          <TextField
            label={t("fields.description")}
            required
            autoFocus
            maxLength={100}
            {...form.field("description")}
          />
          <Group grow align="flex-start">
            <DateField label={t("tasks.due")} required {...form.field("date")} />
            <EnumField label={t("fields.type")} choices={typeChoices} {...form.field("type")} />
          </Group>
          <LookupField
            label={t("tasks.contact")}
            source={contactSource}
            valueLabel={start.contact?.name}
            {...form.field("contactNo")}
          />
          <LookupField
            label={t("fields.salespersonCode")}
            source={activeSalespersonSource}
            {...form.field("salespersonCode")}
          />
          <LookupField
            label={t("fields.opportunityNo")}
            source={opportunitySource}
            {...form.field("opportunityNo")}
          />
          <LookupField label={t("fields.campaignNo")} source={campaignSource} {...form.field("campaignNo")} />
          <FormButtons submitLabel={t("tasks.create")} isSaving={form.isSaving} onCancel={onClose} />
        </Stack>
      </form>
    </Dialog>
  );
}
