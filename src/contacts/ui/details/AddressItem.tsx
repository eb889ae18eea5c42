import { ActionIcon } from "@mantine/core";
import { IconCalendarCheck, IconPencil, IconTrash } from "@tabler/icons-react";
import {
  type AddressRange,
  type AlternativeAddress,
  createAddressRange,
  createAlternativeAddress,
  deleteAlternativeAddress,
} from "#contacts/details/addresses/addresses.contract.ts";
import { useT } from "#web/i18n.ts";
import { useUi } from "#web/ui.ts";
import { useFormat } from "#web/use-format.ts";
import { StatusBadge } from "#web/widgets/StatusBadge.tsx";
import { addressLines, countryName } from "../card/address.rules.ts";
import { EmailLinks, PhoneLink, WebLink } from "../links.tsx";
import { changedByContacts } from "../resources.ts";
import { AddressPeriods } from "./AddressPeriods.tsx";
import classes from "./details.module.css";

/** One alternative address with the days on which it counts. */
export function AddressItem(props: {
  readonly no: string;
  readonly address: AlternativeAddress;
  readonly ranges: readonly AddressRange[];
  readonly onEdit: () => void;
}) {
  const t = useT();
  const ui = useUi();
  const { language } = useFormat();
  const { no, address, ranges } = props;
  const { code, active } = address;
  const mayWrite = ui.may("contacts.write");
  const lines = [
    address.companyName,
    address.companyName2,
    ...addressLines(address, (country) => countryName(country, language)),
  ].filter((line) => line !== null);
  const { phoneNo, mobilePhoneNo, email, homePage } = address;
  const isBlank = lines.length === 0 && [phoneNo, mobilePhoneNo, email, homePage].every((value) => !value);

  async function remove(): Promise<void> {
    const args = { params: { no, code }, ifMatch: address.version };
    if (await ui.call(deleteAlternativeAddress, args, changedByContacts))
      ui.showUndo(t("contacts.details.addresses.deleted", { code }), restore);
  }

  async function restore(): Promise<void> {
    const { active: _, version, lastModifiedAt, ...body } = address;
    if (!(await ui.call(createAlternativeAddress, { params: { no }, body }, changedByContacts))) return;
    for (const { startingDate, endingDate, altAddressCode } of ranges)
      await ui.call(createAddressRange, {
        params: { no },
        body: { startingDate, endingDate, altAddressCode },
      });
  }

  return (
    <li className={classes.address} data-active={active || undefined}>
      <div className={classes.addressHead}>
        <h3>{code}</h3>
        {active && (
          <StatusBadge tone="success" icon={IconCalendarCheck}>
            {t("contacts.details.addresses.active")}
          </StatusBadge>
        )}
        {mayWrite && (
          <span className={classes.buttons}>
            <ActionIcon aria-label={t("contacts.details.addresses.edit", { code })} onClick={props.onEdit}>
              <IconPencil size={15} stroke={1.6} aria-hidden />
            </ActionIcon>
            <ActionIcon
              aria-label={t("contacts.details.addresses.delete", { code })}
              onClick={() => void remove()}
            >
              <IconTrash size={15} stroke={1.6} aria-hidden />
            </ActionIcon>
          </span>
        )}
      </div>
      {isBlank && <p className={classes.none}>{t("contacts.details.addresses.blank")}</p>}
      {lines.map((line) => (
        <div key={line} className={classes.line}>
          {line}
        </div>
      ))}
      {[phoneNo, mobilePhoneNo].map(
        (number) =>
          number !== null && (
            <div key={number}>
              <PhoneLink phoneNo={number} />
            </div>
          ),
      )}
      {email !== null && (
        <div className={classes.line}>
          <EmailLinks email={email} />
        </div>
      )}
      {homePage !== null && (
        <div className={classes.line}>
          <WebLink homePage={homePage} />
        </div>
      )}
      <AddressPeriods no={no} code={code} ranges={ranges} />
    </li>
  );
}
