import { Button, List, Stack, Text } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { listAddressBookTokens, revokeAddressBookToken } from "#users/own-tokens.contract.ts";
import type { Token } from "#users/tokens.contract.ts";
import { openDialog } from "#web/dialogs.ts";
import { type Translate, useT } from "#web/i18n.ts";
import { useEndpoint } from "#web/query.ts";
import { useUi } from "#web/ui.ts";
import { type Format, useFormat } from "#web/use-format.ts";
import { ErrorState } from "#web/widgets/ErrorState.tsx";
import { PageSkeleton } from "#web/widgets/PageSkeleton.tsx";
import { DeviceAccount } from "./DeviceAccount.tsx";
import classes from "./OwnSessions.module.css";
import { stateOfToken } from "./token-state.rules.ts";

/** How contacts come onto one's devices, and which devices have them. */
export function OwnAddressBook() {
  const t = useT();
  return (
    <Stack gap="sm" maw={640} pb={22}>
      <Text size="sm">{t("users.addressBook.intro")}</Text>
      <List type="ordered" size="sm" spacing={4}>
        <List.Item>{t("users.addressBook.stepToken")}</List.Item>
        <List.Item>{t("users.addressBook.stepAccount")}</List.Item>
        <List.Item>{t("users.addressBook.stepLines")}</List.Item>
      </List>
      <Text size="sm" c="dimmed">
        {t("users.addressBook.helpers")}
      </Text>
      <DeviceAccount />
      <div>
        <Button
          variant="default"
          leftSection={<IconPlus size={15} stroke={1.7} aria-hidden />}
          onClick={() => openDialog("users.newDevice", {})}
        >
          {t("users.addressBook.add")}
        </Button>
      </div>
      <Devices />
    </Stack>
  );
}

function Devices() {
  const t = useT();
  const ui = useUi();
  const format = useFormat();
  const { data, error } = useEndpoint(listAddressBookTokens, {});
  if (error) return <ErrorState error={error} />;
  if (!data) return <PageSkeleton />;
  if (data.items.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t("users.addressBook.none")}
      </Text>
    );

  async function revoke({ id, name }: Token): Promise<void> {
    const isSure = await ui.ask({
      title: t("users.addressBook.revokeTitle", { name }),
      text: t("users.addressBook.revokeText"),
      confirmLabel: t("users.addressBook.revoke"),
      tone: "danger",
    });
    if (isSure && (await ui.call(revokeAddressBookToken, { params: { id: String(id) } })))
      ui.showSuccess(t("users.addressBook.revoked", { name }));
  }

  return (
    <ul className={classes.sessions} aria-label={t("users.addressBook.devices")}>
      {data.items.map((token) => (
        <li key={token.id}>
          <div>
            <Text size="sm" fw={500}>
              {token.name}
            </Text>
            <Text size="xs" c="dimmed">
              {factsOf(token, t, format).join(" · ")}
            </Text>
          </div>
          <Button
            variant="default"
            aria-label={t("users.addressBook.revokeNamed", { name: token.name })}
            onClick={() => void revoke(token)}
          >
            {t("users.addressBook.revoke")}
          </Button>
        </li>
      ))}
    </ul>
  );
}

function factsOf(token: Token, t: Translate, format: Format): readonly string[] {
  const { createdAt, lastUsedAt, expiresAt } = token;
  return [
    lastUsedAt === null
      ? t("users.addressBook.neverUsed")
      : t("users.addressBook.used", { moment: format.relative(lastUsedAt) }),
    t("users.addressBook.made", { moment: format.instant(createdAt) }),
    expiryText(expiresAt, stateOfToken(token, new Date()) === "expired", t, format),
  ];
}

function expiryText(expiresAt: string | null, isOver: boolean, t: Translate, format: Format): string {
  if (expiresAt === null) return t("users.addressBook.lasting");
  const moment = format.instant(expiresAt);
  return isOver ? t("users.addressBook.expired", { moment }) : t("users.addressBook.until", { moment });
}
