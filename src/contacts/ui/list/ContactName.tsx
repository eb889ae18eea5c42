import { IconLock } from "@tabler/icons-react";
import type { Contact } from "#contacts/contacts.contract.ts";
import { Avatar } from "#pictures/ui/Avatar.tsx";
import { useT } from "#web/i18n.ts";
import { ContactTypeIcon } from "../ContactTypeIcon.tsx";
import { typeKey } from "../choices.ts";

import { shownName } from "../shown-name.ts";
import classes from "./ContactName.module.css";

/** A contact in a list: companies in bold; in the list's own order the people of a company stand below it. */
export function ContactName(props: { readonly contact: Contact; readonly isGrouped: boolean }) {
  const t = useT();
  const { type, jobTitle, companyNo, privacyBlocked, image } = props.contact;
  const isCompany = type === "company";
  return (
    <span
      className={classes.name}
      data-company={isCompany || undefined}
      data-below={(props.isGrouped && !isCompany && companyNo !== null) || undefined}
    >
      {image === null ? <ContactTypeIcon type={type} /> : <PictureWithType contact={props.contact} />}
      <span className={classes.text}>{shownName(props.contact, t)}</span>
      {privacyBlocked && (
        <>
          <IconLock
            size={13}
            stroke={2}
            aria-hidden
            color="var(--rp-danger-text)"
            style={{ flexShrink: 0 }}
          />
          <span className="visually-hidden">{t("contacts.card.privacyYes")}</span>
        </>
      )}
      {jobTitle !== null && <span className={classes.title}>{jobTitle}</span>}
    </span>
  );
}

function PictureWithType({ contact }: { readonly contact: Contact }) {
  const t = useT();
  return (
    <>
      <Avatar of={contact} size={22} />
      <span className="visually-hidden">{t(typeKey(contact.type))}</span>
    </>
  );
}
