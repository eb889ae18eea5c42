import { Stack, Text } from "@mantine/core";
import { useT } from "#web/i18n.ts";
import { useTemplates } from "../use-templates.ts";
import type { DraftForm } from "./use-draft.ts";

/** Step 2: what goes along with the interaction, by the template's action. */
export function ContentStep({ form }: { readonly form: DraftForm }) {
  const t = useT();
  const template = useTemplates()?.find(({ code }) => code === form.draft.interactionTemplateCode);
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {t("interactions.flow.contentText", { template: template?.description ?? template?.code ?? "" })}
      </Text>
    </Stack>
  );
}
