import { Select, Stack, Text } from "@mantine/core";
import { useState } from "react";
import type { Contact } from "#contacts/contacts.contract.ts";
import type { DialogFrame } from "#web/dialogs.ts";
import { TextField } from "#web/fields/TextField.tsx";
import { FormButtons } from "#web/form/FormButtons.tsx";
import { useT } from "#web/i18n.ts";
import { useEndpoint } from "#web/query.ts";
import { useUi } from "#web/ui.ts";
import { Dialog } from "#web/widgets/Dialog.tsx";
import type { PartyKind } from "../../party-kinds.rules.ts";
import { createAs } from "../../relations/relations.contract.ts";
import { listPartyTemplates } from "../../templates/templates.contract.ts";
import { partyHref } from "../addresses.ts";
import { changedByParties } from "../party-contracts.ts";

/** Makes a customer, vendor, bank account or employee from a contact; says whom it will be, and by which template. */
export default function CreateAsDialog(
  props: { readonly contact: Contact; readonly kind: PartyKind } & DialogFrame,
) {
  const t = useT();
  const ui = useUi();
  const { contact, kind, onClose } = props;
  const [no, setNo] = useState<string | null>(null);
  const [templateCode, setTemplateCode] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const isOfCompany = kind !== "employee" && contact.type === "person" && contact.companyNo !== null;
  const { data } = useEndpoint(listPartyTemplates, {
    query: { kind, contactType: isOfCompany ? "company" : contact.type, limit: "200" },
  });
  const templates = data?.items ?? [];
  const chosen = templateCode ?? (templates.length === 1 ? templates[0]!.code : null);
  const mustChoose = templates.length > 1 && chosen === null;

  async function create(): Promise<void> {
    setIsBusy(true);
    const body = { kind, no, ...(chosen !== null && { templateCode: chosen }) };
    const done = await ui.call(createAs, { params: { no: contact.no }, body }, changedByParties);
    setIsBusy(false);
    if (!done) return;
    const { result } = done;
    props.onDone();
    ui.showOffer(
      t("parties.createAs.created", { name: result.name ?? result.contactNo, no: result.no }),
      t("parties.createAs.open"),
      () => ui.go(partyHref(kind, result.no)),
    );
  }

  return (
    <Dialog onClose={onClose} title={t(`parties.createAs.${kind}`)}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!mustChoose && !isBusy) void create();
        }}
      >
        <Stack gap="sm">
          <Text size="sm" fw={600}>
            {isOfCompany ? (contact.companyName ?? contact.companyNo) : (contact.name ?? contact.no)}
          </Text>
          {isOfCompany && (
            <Text size="sm" c="dimmed">
              {t("parties.createAs.ofCompany", {
                company: contact.companyName ?? contact.companyNo ?? "",
                person: contact.name ?? contact.no,
              })}
            </Text>
          )}
          {templates.length > 0 && (
            <Select
              label={t("parties.createAs.template")}
              description={t("parties.createAs.templateText")}
              required={templates.length > 1}
              data={templates.map(({ code, description }) => ({ value: code, label: description ?? code }))}
              value={chosen}
              onChange={setTemplateCode}
              allowDeselect={false}
            />
          )}
          <TextField
            label={t("fields.no")}
            description={t("parties.new.noText")}
            maxLength={20}
            autoFocus
            value={no}
            onChange={(value) => setNo(value?.toUpperCase() ?? null)}
          />
          <FormButtons
            submitLabel={t("parties.new.create")}
            isSaving={isBusy}
            isDisabled={mustChoose || data === undefined}
            onCancel={onClose}
          />
        </Stack>
      </form>
    </Dialog>
  );
}
