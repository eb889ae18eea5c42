import { Stack, Text } from "@mantine/core";
import type { FormEvent } from "react";
import type { z } from "zod";
import { type ContactType, contactTypes } from "#contacts/contact.rules.ts";
import { getMarketingSetup } from "#setup/marketing/marketing-setup.contract.ts";
import { call } from "#web/api-client.ts";
import type { DialogFrame } from "#web/dialogs.ts";
import { EnumField } from "#web/fields/EnumField.tsx";
import { TextField } from "#web/fields/TextField.tsx";
import { FormButtons } from "#web/form/FormButtons.tsx";
import type { FieldBinding } from "#web/form/use-fields.ts";
import { useNewForm } from "#web/form/use-new-form.ts";
import { useT } from "#web/i18n.ts";
import { refresh, useEndpoint } from "#web/query.ts";
import { useUi } from "#web/ui.ts";
import { Dialog } from "#web/widgets/Dialog.tsx";
import { partyFieldLengths as length, setupFieldsOfKind } from "../party-fields.rules.ts";
import type { PartyKind } from "../party-kinds.rules.ts";
import { partyHref } from "./addresses.ts";
import { changedByParties, contractOf, nameOf } from "./party-contracts.ts";

export const contactTypeChoices = contactTypes.map((value) => ({
  value,
  labelKey: `contacts.types.${value}` as const,
}));

const textsOfKind = {
  organisation: ["name", "phoneNo", "email"],
  employee: ["firstName", "lastName", "jobTitle", "phoneNo", "email"],
} as const;

/** The first few fields of a new party; the card has the others. */
export default function NewPartyDialog({ kind, onClose }: { readonly kind: PartyKind } & DialogFrame) {
  const t = useT();
  const ui = useUi();
  const { data: setup } = useEndpoint(getMarketingSetup, {});
  const contract = contractOf(kind);
  const texts = kind === "employee" ? textsOfKind.employee : textsOfKind.organisation;
  const schema = contract.create.body as z.ZodObject;
  const form = useNewForm({
    schema,
    initial: {
      no: null,
      ...Object.fromEntries(texts.map((field) => [field, null])),
      ...(kind === "customer" && { contactType: "company" }),
    },
    create: (body) => call(contract.create, { body: body as never }),
    onCreated: async (created) => {
      await refresh(ui.queries, changedByParties);
      ui.showSuccess(t("parties.new.created", { name: nameOf(created) }));
      onClose();
      ui.go(partyHref(kind, created.no));
    },
  });

  const field = (name: string) => form.field(name) as FieldBinding<string | null>;

  function submit(event: FormEvent): void {
    event.preventDefault();
    void form.submit();
  }

  const isSynchronized = setup?.[setupFieldsOfKind[kind].relationCode] != null;
  const types = { phoneNo: "tel", email: "email" } as const;
  return (
    <Dialog onClose={onClose} title={t(`parties.new.${kind}`)}>
      <form noValidate onSubmit={submit}>
        <Stack gap="sm">
          {texts.map((name, index) => (
            <TextField
              key={name}
              label={t(`fields.${name}`)}
              autoFocus={index === 0}
              maxLength={length[name]}
              type={name in types ? types[name as keyof typeof types] : "text"}
              {...field(name)}
            />
          ))}
          {kind === "customer" && (
            <EnumField
              label={t("fields.contactType")}
              required
              choices={contactTypeChoices}
              {...(form.field("contactType") as FieldBinding<ContactType | null>)}
            />
          )}
          <TextField
            label={t("fields.no")}
            description={t("parties.new.noText")}
            maxLength={20}
            {...field("no")}
            onChange={(value) => field("no").onChange(value?.toUpperCase() ?? null)}
          />
          {kind !== "employee" && setup && (
            <Text size="sm" c="dimmed">
              {t(isSynchronized ? "parties.new.withContact" : "parties.new.withoutContact")}
            </Text>
          )}
          <FormButtons submitLabel={t("parties.new.create")} isSaving={form.isSaving} onCancel={onClose} />
        </Stack>
      </form>
    </Dialog>
  );
}
