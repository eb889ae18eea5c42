import { Stack, Text } from "@mantine/core";
import { useT } from "#web/i18n.ts";
import { useTemplates } from "../use-templates.ts";
import { DraftAttachment } from "./DraftAttachment.tsx";
import type { DraftForm } from "./use-draft.ts";

/** Step 2: what goes along with the interaction, by the template's action. */
export function ContentStep({ form }: { readonly form: DraftForm }) {
  const t = useT();
  const template = useTemplates()?.find(({ code }) => code === form.draft.interactionTemplateCode);
  const action = template?.wizardAction ?? null;
  return (
    <Stack gap="sm">
      {action !== null && (
        <Text size="sm" c="dimmed">
          {t(`interactions.flow.actions.${action}`)}
        </Text>
      )}
      <DraftAttachment form={form} />
    </Stack>
  );
}
