import { Text } from "@mantine/core";
import { useT } from "#web/i18n.ts";
import { useSession } from "#web/session.ts";
import { CopyField } from "./CopyField.tsx";

/** What a device asks for besides the password: where the address book is, and whose it is. */
export function DeviceAccount() {
  const t = useT();
  const { user } = useSession();
  const { origin, protocol } = window.location;
  return (
    <>
      <CopyField
        label={t("users.addressBook.server")}
        value={origin}
        copyLabel={t("users.addressBook.copy")}
        tone="quiet"
      />
      {protocol !== "https:" && (
        <Text size="sm" c="var(--rp-warning-text)">
          {t("users.addressBook.insecure")}
        </Text>
      )}
      <CopyField
        label={t("users.addressBook.userName")}
        value={user.email}
        copyLabel={t("users.addressBook.copy")}
        tone="quiet"
      />
    </>
  );
}
