import { Link } from "@tanstack/react-router";
import type { Contact } from "#contacts/contacts.contract.ts";
import { useT } from "#web/i18n.ts";
import { useEndpoint } from "#web/query.ts";
import { useMay } from "#web/session.ts";
import { StatusBadge } from "#web/widgets/StatusBadge.tsx";
import { type ContactBusinessRelation, listContactRelations } from "../../relations/relations.contract.ts";
import { partyHref } from "../addresses.ts";
import { kindIcons } from "../kind-icons.ts";
import classes from "../parties.module.css";
import { kindKey } from "../party-contracts.ts";

/** What a contact is to us, each in a word: the customer or vendor it is linked to is a click away. */
export default function RelationBadges({ contact }: { readonly contact: Contact }) {
  const may = useMay();
  const { data } = useEndpoint(listContactRelations, { params: { no: contact.no } });
  return data?.items.map((relation) => (
    <RelationBadge
      key={`${relation.ofCompany} ${relation.businessRelationCode}`}
      relation={relation}
      mayOpen={may("parties.read")}
    />
  ));
}

function RelationBadge(props: { readonly relation: ContactBusinessRelation; readonly mayOpen: boolean }) {
  const t = useT();
  const { businessRelationCode: code, description, linkTo, linkNo, isOpenable } = props.relation;
  if (linkTo === null || linkNo === null || !isOpenable)
    return <StatusBadge>{description ?? code}</StatusBadge>;
  const badge = (
    <StatusBadge tone="info" icon={kindIcons[linkTo]}>
      {t(kindKey(linkTo))}
    </StatusBadge>
  );
  if (!props.mayOpen) return badge;
  return (
    <Link className={classes.badgeLink} to={partyHref(linkTo, linkNo)} title={linkNo}>
      {badge}
    </Link>
  );
}
