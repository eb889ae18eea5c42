import { Button, Group, Stack } from "@mantine/core";
import type { FormEvent } from "react";
import { createInteractionTemplate, NewInteractionTemplate } from "#interactions/templates.contract.ts";
import { call } from "#web/api-client.ts";
import type { DialogFrame } from "#web/dialogs.ts";
import { LookupField } from "#web/fields/LookupField.tsx";
import { TextField } from "#web/fields/TextField.tsx";
import { useNewForm } from "#web/form/use-new-form.ts";
import { useT } from "#web/i18n.ts";
import { refresh } from "#web/query.ts";
import { useUi } from "#web/ui.ts";
import { Dialog } from "#web/widgets/Dialog.tsx";
import { templateHref } from "../addresses.ts";
import { groupSource } from "../lookups.ts";

const schema = NewInteractionTemplate.pick({ code: true, interactionGroupCode: true, description: true });
const blank = null as unknown as string;

/** What a template cannot do without; the rest is filled in on its card. */
export default function NewTemplateDialog({
  groupCode,
  onClose,
}: { readonly groupCode: string | null } & DialogFrame) {
  const t = useT();
  const ui = useUi();
  const form = useNewForm({
    schema,
    initial: { code: blank, interactionGroupCode: groupCode ?? blank, description: null },
    create: (body) => call(createInteractionTemplate, { body }),
    onCreated: async (created) => {
      await refresh(ui.queries, ["interaction-templates"]);
      onClose();
      ui.go(templateHref(created.code));
    },
  });

  function submit(event: FormEvent): void {
    event.preventDefault();
    void form.submit();
  }

  return (
    <Dialog onClose={onClose} title={t("interactions.templates.newTitle")}>
      <form noValidate onSubmit={submit}>
        <Stack gap="sm">
          <TextField
            label={t("interactions.facts.description")}
            autoFocus
            maxLength={100}
            {...form.field("description")}
            value={form.values.description ?? null}
          />
          <TextField
            label={t("web.setup.code")}
            required
            maxLength={10}
            {...form.field("code")}
            onChange={(code) => form.field("code").onChange((code ?? "").toUpperCase())}
          />
          <LookupField
            label={t("interactions.facts.group")}
            source={groupSource}
            required
            {...form.field("interactionGroupCode")}
            onChange={(code) => form.field("interactionGroupCode").onChange(code ?? blank)}
          />
          <Group justify="flex-end" gap="xs" mt="xs">
            <Button variant="default" onClick={onClose}>
              {t("web.actions.cancel")}
            </Button>
            <Button type="submit" loading={form.isSaving}>
              {t("interactions.templates.create")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
