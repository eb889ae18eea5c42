import { Stack } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { campaignSource } from "#campaigns/ui/lookups.ts";
import { activeSalespersonSource, contactSource } from "#interactions/ui/lookups.ts";
import { opportunitySource } from "#opportunities/ui/lookups.ts";
import { getMarketingSetup } from "#setup/marketing/marketing-setup.contract.ts";
import { beginEditing, type EditedTimes, editNewTimes, saidTimes } from "#tasks/edit-times.rules.ts";
import { createTask, NewTask } from "#tasks/tasks.contract.ts";
import { call } from "#web/api-client.ts";
import type { DialogFrame } from "#web/dialogs.ts";
import { EnumField } from "#web/fields/EnumField.tsx";
import { LookupField } from "#web/fields/LookupField.tsx";
import { TextField } from "#web/fields/TextField.tsx";
import { FormButtons } from "#web/form/FormButtons.tsx";
import { useNewForm } from "#web/form/use-new-form.ts";
import { useT } from "#web/i18n.ts";
import { refresh, useEndpoint } from "#web/query.ts";
import { useMay } from "#web/session.ts";
import { useUi } from "#web/ui.ts";
import { useFormat } from "#web/use-format.ts";
import { Dialog } from "#web/widgets/Dialog.tsx";
import { showOffer } from "#web/widgets/notify.tsx";
import { changedByTasks, type TaskStart } from "./actions.ts";
import { taskHref } from "./addresses.ts";
import { typeChoices } from "./choices.ts";
import { TimeFields } from "./TimeFields.tsx";

const schema = NewTask.omit({ no: true, status: true, closed: true });

const noTimes = {
  type: null,
  date: null,
  startTime: null,
  durationSec: null,
  endingDate: null,
  endingTime: null,
  allDay: null,
  location: null,
};

/** When the new task takes place: as the set-up says until somebody says it (T-3). */
function useNewTimes() {
  const today = useFormat().today();
  const { data } = useEndpoint(getMarketingSetup, {}, { enabled: useMay()("setup.read") });
  const formula = data?.defaultTaskDateCalculation ?? null;
  const [edited, setEdited] = useState<{ times: EditedTimes; hasEnd: boolean } | null>(null);
  const times = edited?.times ?? beginEditing({ type: null, allDay: false }, today, formula);

  function change(change: Partial<EditedTimes>): void {
    const said = { hasEnd: edited?.hasEnd ?? false, formula };
    const hasEnd = said.hasEnd || "endingDate" in change || "endingTime" in change;
    setEdited({ times: editNewTimes(times, change, said), hasEnd });
  }

  return { times, edited, change };
}

/** A new task; one stays where one is, and a message leads to it. */
export default function NewTaskDialog({ onClose, ...start }: TaskStart & DialogFrame) {
  const t = useT();
  const ui = useUi();
  const { times, edited, change } = useNewTimes();
  const form = useNewForm({
    schema,
    initial: {
      description: start.description ?? null,
      ...noTimes,
      contactNo: start.contact?.no ?? null,
      salespersonCode: start.salespersonCode ?? ui.session.user.salespersonCode,
      opportunityNo: start.opportunityNo ?? null,
      campaignNo: start.campaignNo ?? null,
    },
    create: (body) => call(createTask, { body: { ...body, ...saidTimes(times, edited?.hasEnd ?? false) } }),
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
          <EnumField
            label={t("fields.type")}
            choices={typeChoices}
            value={times.type}
            onChange={(type) => change({ type })}
            error={form.field("type").error}
          />
          <TimeFields times={times} change={change} errorOf={(field) => form.field(field).error} />
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
