import { Button, Group, Stack, Text } from "@mantine/core";
import type { OneTimeLink } from "#users/users.contract.ts";
import type { DialogFrame } from "#web/dialogs.ts";
import { useT } from "#web/i18n.ts";
import { useFormat } from "#web/use-format.ts";
import { Dialog } from "#web/widgets/Dialog.tsx";
import { CopyField } from "./CopyField.tsx";

/** The one-time link by which a user sets a password; it is not shown again. */
export default function LinkDialog(
  props: {
    readonly name: string;
    readonly purpose: "invitation" | "reset";
    readonly link: OneTimeLink;
  } & DialogFrame,
) {
  const t = useT();
  const format = useFormat();
  const { name, link } = props;
  return (
    <Dialog
      size={560}
      onClose={props.onClose}
      closeOnClickOutside={false}
      title={t(`users.link.${props.purpose}Title`, { name })}
    >
      <Stack gap="sm">
        <Text size="sm">{t("users.link.text", { name })}</Text>
        <CopyField label={t("users.link.label")} value={link.url} copyLabel={t("users.link.copy")} />
        <Text size="sm" c="dimmed">
          {t("users.link.expires", { moment: format.instant(link.expiresAt) })}. {t("users.link.once")}
        </Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={props.onClose}>
            {t("users.link.done")}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
