import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import {
  type AlternativeAddress,
  listAddressRanges,
  listAlternativeAddresses,
} from "#contacts/details/addresses/addresses.contract.ts";
import { CardGroup } from "#web/card/CardGroup.tsx";
import { useT } from "#web/i18n.ts";
import { useEndpoint } from "#web/query.ts";
import { useMay } from "#web/session.ts";
import { EmptyState } from "#web/widgets/EmptyState.tsx";
import { PageSkeleton } from "#web/widgets/PageSkeleton.tsx";
import type { ContactSectionProps } from "../card-parts.ts";
import { AddressDialog } from "./AddressDialog.tsx";
import { AddressItem } from "./AddressItem.tsx";
import classes from "./details.module.css";
import { PostalPart } from "./PostalPart.tsx";

/** Other addresses of a contact, the days each counts on, and where a letter goes. */
export default function AddressesSection({ contact }: ContactSectionProps) {
  const t = useT();
  const { no } = contact;
  const addresses = useEndpoint(listAlternativeAddresses, { params: { no } }).data?.items;
  const ranges = useEndpoint(listAddressRanges, { params: { no } }).data?.items;
  const mayWrite = useMay()("contacts.write");
  const [edited, setEdited] = useState<AlternativeAddress | "new" | null>(null);
  const newButton = mayWrite && (
    <Button
      variant="default"
      leftSection={<IconPlus size={15} stroke={1.8} aria-hidden />}
      onClick={() => setEdited("new")}
    >
      {t("contacts.details.addresses.new")}
    </Button>
  );
  return (
    <>
      <CardGroup name="contacts.postal" titleKey="contacts.details.postal.title" layout="plain">
        <PostalPart no={no} />
      </CardGroup>
      <CardGroup
        name="contacts.alternativeAddresses"
        titleKey="contacts.details.addresses.title"
        layout="plain"
      >
        {addresses === undefined || ranges === undefined ? (
          <PageSkeleton />
        ) : addresses.length === 0 ? (
          <EmptyState
            title={t("contacts.details.addresses.empty")}
            text={t("contacts.details.addresses.emptyText")}
          >
            {newButton}
          </EmptyState>
        ) : (
          <>
            <ul className={classes.addresses}>
              {addresses.map((address) => (
                <AddressItem
                  key={address.code}
                  no={no}
                  address={address}
                  ranges={ranges.filter(({ altAddressCode }) => altAddressCode === address.code)}
                  onEdit={() => setEdited(address)}
                />
              ))}
            </ul>
            <div style={{ paddingBottom: 20 }}>{newButton}</div>
          </>
        )}
      </CardGroup>
      {edited !== null && (
        <AddressDialog no={no} address={edited === "new" ? null : edited} onClose={() => setEdited(null)} />
      )}
    </>
  );
}
