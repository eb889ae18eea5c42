import { Button, Group, SimpleGrid } from "@mantine/core";
import type { FormEvent } from "react";
import {
  type AlternativeAddress,
  AlternativeAddressChange,
  changeAlternativeAddress,
  createAlternativeAddress,
  getAlternativeAddress,
  NewAlternativeAddress,
} from "#contacts/details/addresses/addresses.contract.ts";
import { call } from "#web/api-client.ts";
import ConflictDialog from "#web/card/ConflictDialog.tsx";
import { TextField } from "#web/fields/TextField.tsx";
import { useCardForm } from "#web/form/use-card-form.ts";
import { valuesOf } from "#web/form/use-fields.ts";
import { useNewForm } from "#web/form/use-new-form.ts";
import { useT } from "#web/i18n.ts";
import { refresh } from "#web/query.ts";
import { useUi } from "#web/ui.ts";
import { Dialog } from "#web/widgets/Dialog.tsx";
import { fieldLabels } from "../card/labels.ts";
import { mayDiscard } from "../may-discard.ts";
import { changedByContacts } from "../resources.ts";
import { AddressFields, type AddressForm } from "./AddressFields.tsx";

interface AddressDialogProps {
  readonly no: string;
  readonly onClose: () => void;
}

/** Enters an alternative address, or changes one. */
export function AddressDialog({
  address,
  ...props
}: AddressDialogProps & { readonly address: AlternativeAddress | null }) {
  return address === null ? <NewAddress {...props} /> : <ChangedAddress {...props} address={address} />;
}

function NewAddress({ no, onClose }: AddressDialogProps) {
  const t = useT();
  const ui = useUi();
  const form = useNewForm({
    schema: NewAlternativeAddress,
    initial: valuesOf(NewAlternativeAddress, {}),
    create: (body) => call(createAlternativeAddress, { params: { no }, body }),
    onCreated: async () => {
      await refresh(ui.queries, changedByContacts);
      onClose();
    },
  });
  return (
    <Frame
      title={t("contacts.details.addresses.newTitle")}
      saveLabel={t("contacts.details.addresses.create")}
      form={form}
      onSave={() => void form.submit()}
      onClose={onClose}
    >
      <TextField
        label={t("contacts.details.addresses.code")}
        description={t("contacts.details.addresses.codeHint")}
        required
        autoFocus
        maxLength={10}
        {...form.field("code")}
      />
      <AddressFields form={form as AddressForm} />
    </Frame>
  );
}

function ChangedAddress(props: AddressDialogProps & { readonly address: AlternativeAddress }) {
  const t = useT();
  const ui = useUi();
  const { no, address, onClose } = props;
  const params = { no, code: address.code };
  const form = useCardForm({
    schema: AlternativeAddressChange,
    record: address,
    labels: fieldLabels,
    reload: () => call(getAlternativeAddress, { params }),
    save: (body, ifMatch) => call(changeAlternativeAddress, { params, body, ifMatch }),
  });

  async function save(): Promise<void> {
    if (!(await form.save())) return;
    await refresh(ui.queries, changedByContacts);
    onClose();
  }

  return (
    <>
      <Frame
        title={t("contacts.details.addresses.editTitle", { code: address.code })}
        saveLabel={t("web.actions.save")}
        form={form}
        onSave={() => void save()}
        onClose={onClose}
      >
        <AddressFields form={form as AddressForm} hasFocus />
      </Frame>
      {form.conflict && <ConflictDialog form={form} />}
    </>
  );
}

function Frame(props: {
  readonly title: string;
  readonly saveLabel: string;
  readonly form: { readonly isDirty: boolean; readonly isSaving: boolean };
  readonly onSave: () => void;
  readonly onClose: () => void;
  readonly children: React.ReactNode;
}) {
  const t = useT();
  const { form, onClose } = props;

  async function close(): Promise<void> {
    if (await mayDiscard(form)) onClose();
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    props.onSave();
  }

  return (
    <Dialog title={props.title} size={640} onClose={() => void close()}>
      <form onSubmit={submit} noValidate>
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
          {props.children}
        </SimpleGrid>
        <Group justify="flex-end" gap="xs" mt="lg">
          <Button variant="default" onClick={() => void close()} disabled={form.isSaving}>
            {t("web.actions.cancel")}
          </Button>
          <Button type="submit" loading={form.isSaving}>
            {props.saveLabel}
          </Button>
        </Group>
      </form>
    </Dialog>
  );
}
