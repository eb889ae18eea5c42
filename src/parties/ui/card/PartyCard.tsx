import type { z } from "zod";
import { Picture } from "#pictures/ui/Picture.tsx";
import { call } from "#web/api-client.ts";
import { CardPage } from "#web/card/CardPage.tsx";
import { SavingForm } from "#web/card/SavingForm.tsx";
import { useCardForm } from "#web/form/use-card-form.ts";
import { type TextKey, useT } from "#web/i18n.ts";
import { refresh } from "#web/query.ts";
import { useMay } from "#web/session.ts";
import { useUi } from "#web/ui.ts";
import { StatusBadge } from "#web/widgets/StatusBadge.tsx";
import { fieldsOfKind } from "../../party-fields.rules.ts";
import type { PartyKind } from "../../party-kinds.rules.ts";
import { partyActions } from "../actions.ts";
import { partiesPath, partyHref } from "../addresses.ts";
import { PartyEntries } from "../entries/PartyEntries.tsx";
import { kindIcons } from "../kind-icons.ts";
import { pictureType } from "../PartyName.tsx";
import { changedByParties, contractOf, kindKey, nameOf, type Party, titleKey } from "../party-contracts.ts";
import { SyncLog } from "../sync/SyncLog.tsx";
import { PartyContacts } from "./PartyContacts.tsx";
import { PartyFields } from "./PartyFields.tsx";

const labels: Readonly<Record<string, TextKey>> = Object.fromEntries(
  ["no", "primaryContactNo", ...Object.values(fieldsOfKind).flat()].map((field) => [
    field,
    `fields.${field}` as TextKey,
  ]),
);

/** A customer, vendor, bank account or employee: its fields, its contacts, what it was invoiced. */
export function PartyCard({ kind, party }: { readonly kind: PartyKind; readonly party: Party }) {
  const t = useT();
  const ui = useUi();
  const may = useMay();
  const contract = contractOf(kind);
  const params = { no: party.no };
  const form = useCardForm<z.ZodObject, Party>({
    schema: contract.change.body as z.ZodObject,
    record: party,
    labels,
    save: async (body, ifMatch) => {
      const saved = await call(contract.change, { params, body: body as never, ifMatch });
      if (saved.no !== party.no) ui.go(partyHref(kind, saved.no));
      await refresh(ui.queries, changedByParties);
      return saved;
    },
    reload: () => call(contract.get, { params }),
  });
  return (
    <CardPage
      title={nameOf(party)}
      path={[{ label: t(titleKey(kind)), to: partiesPath(kind) }]}
      badges={
        <>
          <StatusBadge icon={kindIcons[kind]}>{t(kindKey(kind))}</StatusBadge>
          {party.privacyBlocked && <StatusBadge tone="danger">{t("fields.privacyBlocked")}</StatusBadge>}
        </>
      }
      subtitle={party.no}
      actions={partyActions}
      subject={{ kind, party }}
      form={form}
      picture={
        <Picture
          of={{
            no: party.no,
            name: party.name,
            image: party.image,
            type: pictureType(kind, party),
          }}
          contract={contract.picture}
          changes={changedByParties}
        />
      }
      placesForm
    >
      <SavingForm form={form}>
        <fieldset disabled={!may("parties.write")} style={{ minWidth: 0, margin: 0, padding: 0, border: 0 }}>
          <PartyFields kind={kind} party={party} form={form} />
        </fieldset>
      </SavingForm>
      {kind !== "employee" && <PartyEntries kind={kind} no={party.no} />}
      {may("contacts.read") && <PartyContacts kind={kind} party={party} />}
      <SyncLog filter={{ kind, partyNo: party.no }} of="party" />
    </CardPage>
  );
}
