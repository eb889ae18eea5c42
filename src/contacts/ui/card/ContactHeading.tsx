import { IconLock } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { Suspense } from "react";
import type { Contact } from "#contacts/contacts.contract.ts";
import { contactBadges } from "#web/contact-parts.ts";
import { type Translate, useT } from "#web/i18n.ts";
import { Banner } from "#web/widgets/Banner.tsx";
import { StatusBadge } from "#web/widgets/StatusBadge.tsx";
import { contactHref } from "../addresses.ts";
import { typeIcons } from "../ContactTypeIcon.tsx";
import { relationKey, typeKey } from "../choices.ts";
import classes from "./ContactCard.module.css";

/** What one must know at a glance: type, relation, what is not allowed. */
export function ContactBadges(props: { readonly contact: Contact; readonly isBlocked: boolean }) {
  const t = useT();
  const { type, businessRelation, minor, excludeFromSegment } = props.contact;
  return (
    <>
      <StatusBadge icon={typeIcons[type]}>{t(typeKey(type))}</StatusBadge>
      {businessRelation !== "none" && (
        <Suspense fallback={<StatusBadge tone="info">{t(relationKey(businessRelation))}</StatusBadge>}>
          {contactBadges.map((Badge, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
            <Badge key={place} contact={props.contact} />
          ))}
        </Suspense>
      )}
      {props.isBlocked && (
        <StatusBadge tone="danger" icon={IconLock}>
          {t("contacts.card.privacyYes")}
        </StatusBadge>
      )}
      {minor && <StatusBadge tone="warning">{t("contacts.card.minor")}</StatusBadge>}
      {excludeFromSegment && <StatusBadge tone="neutral">{t("contacts.card.excluded")}</StatusBadge>}
    </>
  );
}

/** Job and company of a person, place of a company; the number last. */
export function ContactSubtitle({ contact }: { readonly contact: Contact }) {
  const { type, jobTitle, companyNo, companyName, name2, city, countryCode, no } = contact;
  return (
    <div className={classes.subtitle}>
      {name2 !== null && <span>{name2}</span>}
      {jobTitle !== null && <span>{jobTitle}</span>}
      {type === "person" && companyNo !== null && (
        <span>
          <Link to={contactHref(companyNo)}>{companyName ?? companyNo}</Link>
        </span>
      )}
      {type === "company" && city !== null && (
        <span>{countryCode === null ? city : `${city}, ${countryCode}`}</span>
      )}
      <span>{no}</span>
    </div>
  );
}

/** Says above everything else that nothing may be recorded or sent, and why. */
export function PrivacyBanner(props: { readonly contact: Contact; readonly company: Contact | null }) {
  const t = useT();
  const { contact, company } = props;
  if (!contact.privacyBlocked && !company?.privacyBlocked) return null;
  return (
    <Banner tone="danger" icon={IconLock}>
      {whyBlocked(contact, company, t)}
    </Banner>
  );
}

function whyBlocked(contact: Contact, company: Contact | null, t: Translate): string {
  if (contact.erasedAt !== null) return t("privacy.erased.title");
  if (contact.privacyBlocked) return t("contacts.card.privacyBlocked");
  return t("contacts.card.companyBlocked", { company: company?.name ?? company?.no ?? "" });
}
