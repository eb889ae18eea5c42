import { Stack } from "@mantine/core";
import { createAddressBookToken } from "#users/own-tokens.contract.ts";
import { call } from "#web/api-client.ts";
import type { DialogFrame } from "#web/dialogs.ts";
import { TextField } from "#web/fields/TextField.tsx";
import { FormButtons } from "#web/form/FormButtons.tsx";
import { useNewForm } from "#web/form/use-new-form.ts";
import { useT } from "#web/i18n.ts";
import { refresh } from "#web/query.ts";
import { useUi } from "#web/ui.ts";
import { DeviceAccount } from "./DeviceAccount.tsx";
import { deviceOf } from "./devices.rules.ts";
import { type NewlyCreated, TokenDialog } from "./TokenDialog.tsx";

/** Makes the password by which a device reads the address book, then shows it with the rest of the account, once. */
export default function NewDeviceDialog({ onClose }: DialogFrame) {
  return (
    <TokenDialog
      titleKey="users.addressBook.add"
      createdTitleKey="users.addressBook.createdTitle"
      secretTextKey="users.addressBook.secretText"
      secretKey="users.addressBook.password"
      copyKey="users.addressBook.copyPassword"
      onClose={onClose}
      form={(onCreated) => <DeviceForm onCreated={onCreated} onCancel={onClose} />}
      beforeSecret={() => <DeviceAccount />}
    />
  );
}

function DeviceForm(props: {
  readonly onCreated: (token: NewlyCreated) => void;
  readonly onCancel: () => void;
}) {
  const t = useT();
  const ui = useUi();
  const form = useNewForm({
    schema: createAddressBookToken.body!,
    // Often it is the very device one holds in one's hand: one click is enough then.
    initial: { name: deviceOf(navigator.userAgent)?.system ?? null },
    create: async (body) => {
      const token = await call(createAddressBookToken, { body });
      await refresh(ui.queries, ["session"]);
      return token;
    },
    onCreated: props.onCreated,
  });
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void form.submit();
      }}
    >
      <Stack gap="sm">
        <TextField
          label={t("users.addressBook.device")}
          description={t("users.addressBook.deviceText")}
          required
          autoFocus
          maxLength={100}
          {...form.field("name")}
        />
        <FormButtons
          submitLabel={t("users.addressBook.create")}
          isSaving={form.isSaving}
          onCancel={props.onCancel}
        />
      </Stack>
    </form>
  );
}
