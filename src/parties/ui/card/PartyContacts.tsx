import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { contactHref } from "#contacts/ui/index.ts";
import { CardGroup } from "#web/card/CardGroup.tsx";
import { useT } from "#web/i18n.ts";
import { useInfiniteList } from "#web/query.ts";
import { EmptyState } from "#web/widgets/EmptyState.tsx";
import { PageSkeleton } from "#web/widgets/PageSkeleton.tsx";
import { StatusBadge } from "#web/widgets/StatusBadge.tsx";
import type { PartyKind } from "../../party-kinds.rules.ts";
import classes from "../parties.module.css";
import { contractOf, type Party } from "../party-contracts.ts";
import { SyncPolicyField } from "../sync/SyncPolicyField.tsx";

/** The contacts of a party: the company and its people (contacts §6.6). */
export function PartyContacts({ kind, party }: { readonly kind: PartyKind; readonly party: Party }) {
  const t = useT();
  const list = useInfiniteList(
    contractOf(kind).contacts,
    { params: { no: party.no } },
    { enabled: party.contactNo !== null, pageSize: 50 },
  );
  const { contactNo, businessRelationCode, syncPolicy } = party;
  return (
    <CardGroup
      name="parties.contacts"
      titleKey="parties.card.contacts"
      layout="plain"
      {...(list.totalCount !== null && { summary: String(list.totalCount) })}
    >
      {party.contactNo === null ? (
        <EmptyState title={t("parties.card.contactsEmpty")} text={t("parties.card.contactsEmptyText")} />
      ) : list.isLoading ? (
        <PageSkeleton />
      ) : (
        <>
          <ul className={classes.rows}>
            {list.rows.map((contact) => (
              <li key={contact.no} className={classes.row}>
                <span>
                  <Link className={classes.link} to={contactHref(contact.no)}>
                    {contact.name ?? contact.no}
                  </Link>{" "}
                  <span className={classes.dim}>
                    {[
                      contact.type === "person" ? contact.jobTitle : t("contacts.types.company"),
                      contact.phoneNo,
                    ]
                      .filter(Boolean)
                      .join(" · ")}
                  </span>
                </span>
                {contact.no === party.primaryContactNo && (
                  <StatusBadge tone="info">{t("parties.card.primary")}</StatusBadge>
                )}
              </li>
            ))}
          </ul>
          {contactNo !== null && businessRelationCode !== null && syncPolicy !== null && (
            <div className={classes.adding}>
              <SyncPolicyField
                label={t("fields.syncPolicy")}
                contactNo={contactNo}
                businessRelationCode={businessRelationCode}
                kind={kind}
                value={syncPolicy}
              />
            </div>
          )}
          {list.hasMore && (
            <Button variant="default" onClick={list.loadMore} loading={list.isLoadingMore}>
              {t("parties.card.more")}
            </Button>
          )}
        </>
      )}
    </CardGroup>
  );
}
