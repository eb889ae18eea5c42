import { ActionIcon, Button, Menu } from "@mantine/core";
import { IconChevronDown, IconX } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { ContactSectionProps } from "#contacts/ui/index.ts";
import { bindActions } from "#web/actions.ts";
import { CardGroup } from "#web/card/CardGroup.tsx";
import { LookupField } from "#web/fields/LookupField.tsx";
import { useT } from "#web/i18n.ts";
import { useEndpoint } from "#web/query.ts";
import { useUi } from "#web/ui.ts";
import { EmptyState } from "#web/widgets/EmptyState.tsx";
import { PageSkeleton } from "#web/widgets/PageSkeleton.tsx";
import { StatusBadge } from "#web/widgets/StatusBadge.tsx";
import {
  addContactRelation,
  type ContactBusinessRelation,
  listContactRelations,
  removeContactRelation,
} from "../../relations/relations.contract.ts";
import { partyHref } from "../addresses.ts";
import { partyContactActions } from "../contact-parts.ts";
import { businessRelationSource } from "../lookups.ts";
import classes from "../parties.module.css";
import { changedByParties, kindKey } from "../party-contracts.ts";
import { SyncPolicyField } from "../sync/SyncPolicyField.tsx";

/** How we stand with a contact: what it is linked to, and plain relations such as press. */
export default function RelationsSection({ contact, isBlocked }: ContactSectionProps) {
  const t = useT();
  const ui = useUi();
  const { no } = contact;
  const { data } = useEndpoint(listContactRelations, { params: { no } });
  const offered = bindActions(partyContactActions, { contact, isBlocked, edit: () => undefined }, ui);
  const menu = offered.length > 0 && (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button variant="default" rightSection={<IconChevronDown size={15} aria-hidden />}>
          {t("parties.createAs.action")}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {offered.map(({ key, labelKey, icon: Icon, run }) => (
          <Menu.Item
            key={key}
            onClick={() => void run()}
            {...(Icon && { leftSection: <Icon size={15} stroke={1.7} aria-hidden /> })}
          >
            {t(labelKey)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
  return (
    <CardGroup name="parties.relations" titleKey="parties.relations.title" layout="plain">
      {data === undefined ? (
        <PageSkeleton />
      ) : (
        <>
          {data.items.length === 0 ? (
            <EmptyState title={t("parties.relations.none")} text={t("parties.relations.noneText")} />
          ) : (
            <ul className={classes.rows}>
              {data.items.map((relation) => (
                <RelationRow
                  key={`${relation.ofCompany} ${relation.businessRelationCode}`}
                  no={no}
                  relation={relation}
                />
              ))}
            </ul>
          )}
          <div className={classes.adding}>
            {ui.may("contacts.write") && <AddRelation no={no} />}
            {menu}
          </div>
        </>
      )}
    </CardGroup>
  );
}

function RelationRow({ no, relation }: { readonly no: string; readonly relation: ContactBusinessRelation }) {
  const t = useT();
  const ui = useUi();
  const { businessRelationCode: code, description, linkTo, linkNo, linkName, ofCompany } = relation;
  const name = description ?? code;
  const mayRemove = !ofCompany && ui.may(linkNo === null ? "contacts.write" : "parties.write");
  const params = { no, code };

  async function remove(): Promise<void> {
    if (linkNo !== null) {
      const party = { name: linkName ?? linkNo };
      const isMeant = await ui.ask({
        title: ui.t("parties.relations.unlinkTitle", party),
        text: ui.t("parties.relations.unlinkText", party),
        confirmLabel: ui.t("parties.relations.unlink"),
        tone: "danger",
      });
      if (!isMeant) return;
    }
    if (!(await ui.call(removeContactRelation, { params }, changedByParties))) return;
    const message = t("parties.relations.removed", { name });
    if (linkNo !== null) return ui.showSuccess(message);
    const body = { businessRelationCode: code, linkTo };
    ui.showUndo(message, () => ui.call(addContactRelation, { params: { no }, body }, changedByParties));
  }

  return (
    <li className={classes.row}>
      <span>
        {name} <span className={classes.dim}>{description === null ? null : code}</span>
      </span>
      {linkTo !== null && (
        <StatusBadge tone={linkNo === null ? "neutral" : "info"}>{t(kindKey(linkTo))}</StatusBadge>
      )}
      {linkTo !== null && linkNo !== null && (
        <Link className={classes.link} to={partyHref(linkTo, linkNo)}>
          {linkName ?? linkNo} {linkName !== null && <span className={classes.dim}>{linkNo}</span>}
        </Link>
      )}
      {linkTo !== null && linkNo === null && (
        <span className={classes.dim}>{t("parties.relations.waiting")}</span>
      )}
      {!ofCompany && linkTo !== null && linkNo !== null && relation.syncPolicy !== null && (
        <span className={classes.policy}>
          <SyncPolicyField
            label={t("parties.sync.policyOf", { name: linkName ?? linkNo })}
            contactNo={no}
            businessRelationCode={code}
            kind={linkTo}
            value={relation.syncPolicy}
          />
        </span>
      )}
      {ofCompany && <span className={classes.dim}>{t("parties.relations.ofCompany")}</span>}
      {mayRemove && (
        <ActionIcon aria-label={t("parties.relations.remove", { name })} onClick={() => void remove()}>
          <IconX size={15} stroke={1.8} aria-hidden />
        </ActionIcon>
      )}
    </li>
  );
}

/** Choosing a code adds the plain relation at once. */
function AddRelation({ no }: { readonly no: string }) {
  const t = useT();
  const ui = useUi();
  const [key, setKey] = useState(0);

  async function add(code: string): Promise<void> {
    await ui.call(
      addContactRelation,
      { params: { no }, body: { businessRelationCode: code } },
      changedByParties,
    );
    setKey(key + 1);
  }

  return (
    <LookupField
      key={key}
      label={t("parties.relations.add")}
      source={businessRelationSource}
      value={null}
      onChange={(code) => {
        if (code !== null) void add(code);
      }}
    />
  );
}
