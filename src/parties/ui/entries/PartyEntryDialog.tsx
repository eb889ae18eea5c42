import { Group, Stack } from "@mantine/core";
import type { FormEvent } from "react";
import { call } from "#web/api-client.ts";
import type { DialogFrame } from "#web/dialogs.ts";
import { DateField } from "#web/fields/DateField.tsx";
import { EnumField } from "#web/fields/EnumField.tsx";
import { LookupField } from "#web/fields/LookupField.tsx";
import { MoneyField } from "#web/fields/MoneyField.tsx";
import { TextField } from "#web/fields/TextField.tsx";
import { useLabel } from "#web/fields/use-labels.ts";
import { FormButtons } from "#web/form/FormButtons.tsx";
import { useNewForm } from "#web/form/use-new-form.ts";
import { useT } from "#web/i18n.ts";
import { refresh } from "#web/query.ts";
import { useUi } from "#web/ui.ts";
import { useFormat } from "#web/use-format.ts";
import { Dialog } from "#web/widgets/Dialog.tsx";
import {
  changePartyEntry,
  createPartyEntry,
  NewPartyEntry,
  type PartyEntry,
} from "../../entries/party-entries.contract.ts";
import { partySource } from "../lookups.ts";
import { kindChoices } from "../party-contracts.ts";
import { changedByEntries } from "./entry-actions.ts";
import { documentTypeChoices } from "./words.tsx";

/** A new entry, or one that is changed; whose it is stays. */
export default function PartyEntryDialog({
  entry,
  owner,
  onClose,
}: {
  readonly entry: PartyEntry | null;
  /** Whose entry it is; blank where that is chosen. */
  readonly owner: Pick<PartyEntry, "kind" | "partyNo"> | null;
} & DialogFrame) {
  const t = useT();
  const ui = useUi();
  const format = useFormat();
  const form = useNewForm({
    schema: NewPartyEntry,
    initial: {
      kind: owner?.kind ?? "customer",
      partyNo: owner?.partyNo ?? null,
      documentType: entry?.documentType ?? "invoice",
      documentNo: entry?.documentNo ?? null,
      externalId: entry?.externalId ?? null,
      postingDate: entry?.postingDate ?? format.today(),
      dueDate: entry?.dueDate ?? null,
      closedDate: entry?.closedDate ?? null,
      amount: entry?.amount ?? null,
      profit: entry?.profit ?? null,
      discount: entry?.discount ?? null,
    },
    create: ({ kind, partyNo, ...body }) =>
      entry === null
        ? call(createPartyEntry, { body: { kind, partyNo, ...body } })
        : call(changePartyEntry, {
            params: { entryNo: String(entry.entryNo) },
            body,
            ifMatch: entry.version,
          }),
    onCreated: async () => {
      await refresh(ui.queries, changedByEntries);
      onClose();
    },
  });
  const source = partySource(form.values.kind ?? "customer");
  const partyLabel = useLabel(source, form.values.partyNo);
  const kind = form.field("kind");
  const isOfCredit = form.values.documentType === "creditMemo";

  function submit(event: FormEvent): void {
    event.preventDefault();
    void form.submit();
  }

  return (
    <Dialog
      onClose={onClose}
      size="lg"
      title={t(entry === null ? "parties.entries.new" : "parties.entries.edit")}
    >
      <form noValidate onSubmit={submit}>
        <Stack gap="sm">
          <Group grow align="flex-start">
            <EnumField
              label={t("fields.kind")}
              required
              disabled={owner !== null}
              choices={kindChoices}
              {...kind}
              onChange={(chosen) => form.set({ kind: chosen, partyNo: null })}
            />
            <LookupField
              key={form.values.kind}
              label={t("fields.partyNo")}
              required
              autoFocus={owner === null}
              disabled={owner !== null}
              source={source}
              valueLabel={partyLabel}
              {...form.field("partyNo")}
            />
          </Group>
          <Group grow align="flex-start">
            <EnumField
              label={t("fields.documentType")}
              required
              choices={documentTypeChoices}
              {...form.field("documentType")}
            />
            <TextField label={t("fields.documentNo")} maxLength={50} {...form.field("documentNo")} />
          </Group>
          <Group grow align="flex-start">
            <DateField label={t("fields.postingDate")} required {...form.field("postingDate")} />
            <DateField label={t("fields.dueDate")} {...form.field("dueDate")} />
            <DateField label={t("fields.closedDate")} {...form.field("closedDate")} />
          </Group>
          <Group grow align="flex-start">
            <MoneyField
              label={t("fields.amount")}
              description={isOfCredit ? t("parties.entries.creditText") : undefined}
              {...form.field("amount")}
            />
            <MoneyField label={t("fields.profit")} {...form.field("profit")} />
            <MoneyField label={t("fields.discount")} {...form.field("discount")} />
          </Group>
          <FormButtons
            submitLabel={t(entry === null ? "parties.new.create" : "parties.templates.save")}
            isSaving={form.isSaving}
            onCancel={onClose}
          />
        </Stack>
      </form>
    </Dialog>
  );
}
