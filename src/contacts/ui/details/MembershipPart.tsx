import { ActionIcon, Skeleton } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useId } from "react";
import type { Membership } from "#contacts/details/memberships/define-membership.contract.ts";
import type {
  contactIndustryGroups,
  contactJobResponsibilities,
  contactMailingGroups,
} from "#contacts/details/memberships/memberships.contract.ts";
import { LookupField } from "#web/fields/LookupField.tsx";
import type { LookupSource } from "#web/fields/lookup.ts";
import { useT } from "#web/i18n.ts";
import { useEndpoint } from "#web/query.ts";
import { useUi } from "#web/ui.ts";
import { changedByContacts } from "../resources.ts";
import classes from "./details.module.css";

type PlainMembership =
  | typeof contactMailingGroups
  | typeof contactIndustryGroups
  | typeof contactJobResponsibilities;

/** The groups of one kind as chips; choosing one in the field below adds it at once, removing can be undone. */
export function MembershipPart(props: {
  readonly no: string;
  readonly membership: PlainMembership;
  readonly source: LookupSource;
}) {
  const t = useT();
  const ui = useUi();
  const id = useId();
  const { no, source } = props;
  // One shape for the three, whose paths differ only.
  const { list, add, remove, child } = props.membership as typeof contactMailingGroups;
  const { data } = useEndpoint(list, { params: { no } });
  const mayWrite = ui.may("contacts.write");
  const join = (code: string) => ui.call(add, { params: { no, code } }, changedByContacts);

  async function leave(member: Membership): Promise<void> {
    const { code } = member;
    if (!(await ui.call(remove, { params: { no, code } }, changedByContacts))) return;
    ui.showUndo(t("contacts.details.memberships.removed", { name: nameOf(member) }), () => join(code));
  }

  return (
    <section className={classes.part} aria-labelledby={id}>
      <h3 className={classes.label} id={id}>
        {t(`contacts.details.memberships.${child as "mailingGroup"}`)}
      </h3>
      {data === undefined && <Skeleton height={28} width={220} mb={8} />}
      {data?.items.length === 0 && <p className={classes.none}>{t("contacts.details.memberships.none")}</p>}
      {data !== undefined && data.items.length > 0 && (
        <ul className={classes.chips}>
          {data.items.map((member) => (
            <li key={member.code} className={classes.chip} data-read-only={mayWrite ? undefined : true}>
              <span title={member.code}>{nameOf(member)}</span>
              {mayWrite && (
                <ActionIcon
                  size={22}
                  radius="xl"
                  aria-label={t("contacts.details.memberships.remove", { name: nameOf(member) })}
                  onClick={() => void leave(member)}
                >
                  <IconX size={13} stroke={1.8} aria-hidden />
                </ActionIcon>
              )}
            </li>
          ))}
        </ul>
      )}
      {mayWrite && (
        <div className={classes.picker}>
          <LookupField
            label={t(`contacts.details.memberships.add.${child as "mailingGroup"}`)}
            source={source}
            value={null}
            onChange={(code) => {
              if (code !== null) void join(code);
            }}
          />
        </div>
      )}
    </section>
  );
}

export function nameOf({ code, description }: Membership): string {
  return description ?? code;
}
