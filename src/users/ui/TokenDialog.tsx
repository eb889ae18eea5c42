import { Button, Group, Stack, Text } from "@mantine/core";
import { type ReactNode, useState } from "react";
import type { z } from "zod";
import type { CreatedToken } from "#users/tokens.contract.ts";
import { type TextKey, useT } from "#web/i18n.ts";
import { Dialog } from "#web/widgets/Dialog.tsx";
import { CopyField } from "./CopyField.tsx";

export type NewlyCreated = z.output<typeof CreatedToken>;

/**
 * The dialog in which a token is made: first its form, then its secret, once. While the secret shows, it closes by a
 * button only.
 */
export function TokenDialog(props: {
  readonly titleKey: TextKey;
  readonly createdTitleKey: TextKey;
  readonly secretTextKey: TextKey;
  readonly secretKey: TextKey;
  readonly copyKey: TextKey;
  readonly onClose: () => void;
  readonly form: (onCreated: (token: NewlyCreated) => void) => ReactNode;
  /** What else is to be known of the new token. */
  readonly beforeSecret?: (token: NewlyCreated) => ReactNode;
  readonly behindSecret?: (token: NewlyCreated) => ReactNode;
}) {
  const t = useT();
  const [created, setCreated] = useState<NewlyCreated | null>(null);
  return (
    <Dialog
      size={600}
      onClose={props.onClose}
      closeOnClickOutside={created === null}
      closeOnEscape={created === null}
      title={t(created === null ? props.titleKey : props.createdTitleKey)}
    >
      {created === null ? (
        props.form(setCreated)
      ) : (
        <Stack gap="sm">
          <Text size="sm">{t(props.secretTextKey)}</Text>
          {props.beforeSecret?.(created)}
          <CopyField label={t(props.secretKey)} value={created.secret} copyLabel={t(props.copyKey)} />
          {props.behindSecret?.(created)}
          <Group justify="flex-end">
            <Button variant="default" onClick={props.onClose}>
              {t("users.link.done")}
            </Button>
          </Group>
        </Stack>
      )}
    </Dialog>
  );
}
