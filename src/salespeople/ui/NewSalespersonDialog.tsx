import { Stack } from "@mantine/core";
import type { FormEvent } from "react";
import { createSalesperson, NewSalesperson } from "#salespeople/salespeople.contract.ts";
import { call } from "#web/api-client.ts";
import type { DialogFrame } from "#web/dialogs.ts";
import { TextField } from "#web/fields/TextField.tsx";
import { FormButtons } from "#web/form/FormButtons.tsx";
import { useNewForm } from "#web/form/use-new-form.ts";
import { useT } from "#web/i18n.ts";
import { refresh } from "#web/query.ts";
import { useUi } from "#web/ui.ts";
import { Dialog } from "#web/widgets/Dialog.tsx";
import { nameOf, salespersonHref } from "./actions.ts";

const schema = NewSalesperson.pick({ code: true, name: true, jobTitle: true, email: true, phoneNo: true });

export default function NewSalespersonDialog({ onClose }: DialogFrame) {
  const t = useT();
  const ui = useUi();
  const form = useNewForm({
    schema,
    initial: { code: null, name: null, jobTitle: null, email: null, phoneNo: null },
    create: (body) => call(createSalesperson, { body }),
    onCreated: async (created) => {
      await refresh(ui.queries, ["salespeople"]);
      ui.showSuccess(t("salespeople.created", { name: nameOf(created) }));
      onClose();
      ui.go(salespersonHref(created.code));
    },
  });

  function submit(event: FormEvent): void {
    event.preventDefault();
    void form.submit();
  }

  const text = (name: "name" | "jobTitle" | "email" | "phoneNo") => ({
    label: t(`fields.${name}`),
    ...form.field(name),
  });
  return (
    <Dialog onClose={onClose} title={t("salespeople.new")}>
      <form noValidate onSubmit={submit}>
        <Stack gap="sm">
          <TextField {...text("name")} autoFocus maxLength={50} />
          <TextField
            label={t("fields.code")}
            description={t("salespeople.codeText")}
            required
            maxLength={20}
            {...form.field("code")}
            onChange={(value) => form.field("code").onChange(value?.toUpperCase() ?? null)}
          />
          <TextField {...text("jobTitle")} maxLength={30} />
          <TextField {...text("email")} type="email" maxLength={80} />
          <TextField {...text("phoneNo")} type="tel" maxLength={30} />
          <FormButtons submitLabel={t("web.actions.add")} isSaving={form.isSaving} onCancel={onClose} />
        </Stack>
      </form>
    </Dialog>
  );
}
