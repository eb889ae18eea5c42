import { Stack } from "@mantine/core";
import type { FormEvent } from "react";
import type { DialogFrame } from "#web/dialogs.ts";
import { EnumField } from "#web/fields/EnumField.tsx";
import { LookupField } from "#web/fields/LookupField.tsx";
import { FormButtons } from "#web/form/FormButtons.tsx";
import { useT } from "#web/i18n.ts";
import { useUi } from "#web/ui.ts";
import { Dialog } from "#web/widgets/Dialog.tsx";
import { userHref } from "./addresses.ts";
import { languageChoices } from "./choices.ts";
import { salespersonSource } from "./lookups.ts";
import { NewUserFields } from "./NewUserFields.tsx";
import { useNewUser } from "./use-new-user.ts";

export default function NewUserDialog({ onClose }: DialogFrame) {
  const t = useT();
  const ui = useUi();
  const form = useNewUser((user, link) => {
    onClose();
    ui.go(userHref(user.id));
    ui.openDialog("users.link", { name: user.fullName, purpose: "invitation", link });
  });

  function submit(event: FormEvent): void {
    event.preventDefault();
    void form.submit();
  }

  return (
    <Dialog onClose={onClose} title={t("users.list.new")}>
      <form noValidate onSubmit={submit}>
        <Stack gap="sm">
          <NewUserFields form={form} />
          <LookupField
            label={t("users.card.salesperson")}
            description={t("users.card.salespersonText")}
            source={salespersonSource}
            {...form.field("salespersonCode")}
          />
          <EnumField
            label={t("fields.language")}
            choices={languageChoices}
            required
            {...form.field("language")}
          />
          <FormButtons submitLabel={t("users.actions.create")} isSaving={form.isSaving} onCancel={onClose} />
        </Stack>
      </form>
    </Dialog>
  );
}
