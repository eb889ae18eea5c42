import { Stack } from "@mantine/core";
import type { FormEvent } from "react";
import { call } from "#web/api-client.ts";
import type { DialogFrame } from "#web/dialogs.ts";
import { EnumField } from "#web/fields/EnumField.tsx";
import { TextField } from "#web/fields/TextField.tsx";
import { FormButtons } from "#web/form/FormButtons.tsx";
import { useNewForm } from "#web/form/use-new-form.ts";
import { useT } from "#web/i18n.ts";
import { refresh } from "#web/query.ts";
import { useUi } from "#web/ui.ts";
import { Dialog } from "#web/widgets/Dialog.tsx";
import { questionnaireLengths as length } from "../questionnaire.rules.ts";
import { createQuestionnaire, NewQuestionnaire } from "../questionnaires.contract.ts";
import { questionnaireHref } from "./addresses.ts";
import { contactTypeChoices } from "./choices.ts";

const schema = NewQuestionnaire.pick({ code: true, description: true, contactType: true });

export default function NewQuestionnaireDialog({ onClose }: DialogFrame) {
  const t = useT();
  const ui = useUi();
  const form = useNewForm({
    schema,
    initial: { code: null, description: null, contactType: null },
    create: (body) => call(createQuestionnaire, { body }),
    onCreated: async ({ code }) => {
      await refresh(ui.queries, ["questionnaires"]);
      ui.showSuccess(t("questionnaires.new.created", { code }));
      onClose();
      ui.go(questionnaireHref(code));
    },
  });

  function submit(event: FormEvent): void {
    event.preventDefault();
    void form.submit();
  }

  return (
    <Dialog onClose={onClose} title={t("questionnaires.new.title")}>
      <form noValidate onSubmit={submit}>
        <Stack gap="sm">
          <TextField
            label={t("fields.code")}
            description={t("questionnaires.new.codeText")}
            required
            autoFocus
            maxLength={length.code}
            {...form.field("code")}
            onChange={(value) => form.field("code").onChange(value?.toUpperCase() ?? null)}
          />
          <TextField
            label={t("fields.description")}
            maxLength={length.description}
            {...form.field("description")}
          />
          <EnumField
            label={t("questionnaires.fields.contactType")}
            description={t("questionnaires.editor.contactTypeText")}
            choices={contactTypeChoices}
            {...form.field("contactType")}
          />
          <FormButtons submitLabel={t("web.actions.add")} isSaving={form.isSaving} onCancel={onClose} />
        </Stack>
      </form>
    </Dialog>
  );
}
