import { Group, Radio, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { type Contact, getContact } from "#contacts/contacts.contract.ts";
import type { DialogFrame } from "#web/dialogs.ts";
import { EnumField } from "#web/fields/EnumField.tsx";
import { LookupField } from "#web/fields/LookupField.tsx";
import { FormButtons } from "#web/form/FormButtons.tsx";
import { useT } from "#web/i18n.ts";
import { useEndpoint } from "#web/query.ts";
import { useUi } from "#web/ui.ts";
import { Dialog } from "#web/widgets/Dialog.tsx";
import type { PartyKind } from "../../party-kinds.rules.ts";
import { linkParty } from "../../relations/relations.contract.ts";
import { differingFields } from "../../sync/sync.rules.ts";
import { partySource } from "../lookups.ts";
import { changedByParties, contractOf, kindChoices, nameOf, type Party } from "../party-contracts.ts";
import { Differences } from "./Differences.tsx";

type Master = "contact" | "party";

/** Links a contact with a party that exists: shows what differs, and asks which side is right. */
export default function LinkDialog({
  contact,
  onClose,
  onDone,
}: { readonly contact: Contact } & DialogFrame) {
  const t = useT();
  const ui = useUi();
  const isStandalone = contact.type === "person" && contact.companyNo === null;
  const [kind, setKind] = useState<PartyKind>("customer");
  const [partyNo, setPartyNo] = useState<string | null>(null);
  const [master, setMaster] = useState<Master>("contact");
  const [isBusy, setIsBusy] = useState(false);
  const isOfCompany = kind !== "employee" && contact.type === "person" && contact.companyNo !== null;
  const { data: company } = useEndpoint(
    getContact,
    { params: { no: contact.companyNo ?? "" } },
    { enabled: isOfCompany },
  );
  const { data: party } = useEndpoint(
    contractOf(kind).get,
    { params: { no: partyNo ?? "" } },
    { enabled: partyNo !== null },
  );
  const holder = isOfCompany ? company : contact;
  const kinds = kindChoices.filter(({ value }) => {
    if (value === "employee") return contact.type === "person";
    return value === "customer" || !isStandalone;
  });

  async function link(): Promise<void> {
    if (partyNo === null) return;
    setIsBusy(true);
    const body = { kind, partyNo, master };
    const done = await ui.call(linkParty, { params: { no: contact.no }, body }, changedByParties);
    setIsBusy(false);
    if (!done) return;
    onDone();
    ui.showSuccess(t("parties.link.done", { name: done.result.name ?? done.result.contactNo, no: partyNo }));
  }

  const name = contact.name ?? contact.no;
  return (
    <Dialog onClose={onClose} size="lg" title={t("parties.link.title", { name })}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!isBusy) void link();
        }}
      >
        <Stack gap="sm">
          <Group grow align="flex-start">
            <EnumField
              label={t("parties.link.kind")}
              required
              choices={kinds}
              value={kind}
              onChange={(chosen) => {
                setKind(chosen ?? "customer");
                setPartyNo(null);
              }}
            />
            <LookupField
              key={kind}
              label={t("parties.link.party")}
              required
              autoFocus
              source={partySource(kind)}
              value={partyNo}
              onChange={setPartyNo}
              {...(party && partyNo === party.no && { valueLabel: nameOf(party) })}
            />
          </Group>
          {isOfCompany && (
            <Text size="sm" c="dimmed">
              {t("parties.link.ofCompany", {
                company: contact.companyName ?? contact.companyNo ?? "",
                person: name,
              })}
            </Text>
          )}
          {party && partyNo === party.no && holder && (
            <Comparison kind={kind} party={party} contact={holder} master={master} onMaster={setMaster} />
          )}
          <FormButtons
            submitLabel={t("parties.link.link")}
            isSaving={isBusy}
            isDisabled={!party || party.contactNo !== null}
            onCancel={onClose}
          />
        </Stack>
      </form>
    </Dialog>
  );
}

function Comparison(props: {
  readonly kind: PartyKind;
  readonly party: Party;
  readonly contact: Contact;
  readonly master: Master;
  readonly onMaster: (master: Master) => void;
}) {
  const t = useT();
  const { kind, party, contact, master } = props;
  const values = { party: nameOf(party) };
  if (party.contactNo !== null)
    return (
      <Text size="sm" c="red.9" role="alert">
        {t("parties.link.linked", { no: party.contactNo })}
      </Text>
    );
  const differing = differingFields(kind, party, contact);
  const leading = kind === "employee" ? "contact" : master;
  return (
    <>
      {kind === "employee" ? (
        <Text size="sm">{t("parties.link.employeeText")}</Text>
      ) : (
        <Radio.Group
          label={t("parties.link.master")}
          value={master}
          onChange={(chosen) => props.onMaster(chosen as Master)}
        >
          <Stack gap={6} mt={6}>
            <Radio
              value="contact"
              label={t("parties.link.contactIsMaster")}
              description={t("parties.link.contactIsMasterText", values)}
            />
            <Radio
              value="party"
              label={t("parties.link.partyIsMaster", values)}
              description={t("parties.link.partyIsMasterText")}
            />
          </Stack>
        </Radio.Group>
      )}
      <Differences differing={differing} master={leading} />
    </>
  );
}
