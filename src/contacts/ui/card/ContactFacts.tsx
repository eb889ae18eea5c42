import { Button, Skeleton } from "@mantine/core";
import { IconDeviceMobile, IconMail, IconMapPin, IconPhone, IconWorld } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { Contact } from "#contacts/contacts.contract.ts";
import { ContactStatisticsBox } from "#interactions/ui/index.ts";
import { ContactOpportunitiesBox } from "#opportunities/ui/index.ts";
import { ContactTasksBox } from "#tasks/ui/index.ts";
import { Fact, FactBox, FactList } from "#web/card/FactBox.tsx";
import { useT } from "#web/i18n.ts";
import { useFormat } from "#web/use-format.ts";
import { contactHref, contactListHref } from "../addresses.ts";
import { ContactTypeIcon } from "../ContactTypeIcon.tsx";
import { relationKey } from "../choices.ts";
import { emailsOf, telHref } from "../links.rules.ts";
import { EmailLinks, PhoneLink, WebLink } from "../links.tsx";
import { addressLines, countryName, mapHref } from "./address.rules.ts";
import classes from "./ContactCard.module.css";
import type { CompanyView } from "./use-contact.ts";

/** Facts beside the timeline: how to reach the contact, who looks after it, how often one talks, who else is there. */
export function ContactFacts(props: {
  readonly contact: Contact;
  readonly companyView: CompanyView;
  readonly isBlocked: boolean;
}) {
  const { contact, isBlocked } = props;
  const dealt = { ...contact, isBlocked };
  return (
    <>
      <CommunicationBox contact={contact} />
      <ContactTasksBox contact={dealt} />
      <ContactOpportunitiesBox contact={dealt} />
      <ContactStatisticsBox contactNo={contact.no} type={contact.type} />
      <RelationshipBox contact={contact} />
      <PeopleBox {...props} />
    </>
  );
}

function CommunicationBox({ contact }: { readonly contact: Contact }) {
  const t = useT();
  const { phoneNo, mobilePhoneNo, extensionNo, email, email2, homePage } = contact;
  const { language } = useFormat();
  const lines = addressLines(contact, (code) => countryName(code, language));
  const isBlank = [phoneNo, mobilePhoneNo, email, email2, homePage].every((value) => value === null);
  return (
    <FactBox titleKey="contacts.card.communication">
      {isBlank && lines.length === 0 ? (
        <p className={classes.dim}>{t("contacts.card.noCommunication")}</p>
      ) : (
        <ul className={classes.lines}>
          <Line icon={<IconPhone {...lineIcon} />} label={t("fields.phoneNo")} value={phoneNo}>
            <PhoneLink phoneNo={phoneNo} />
            {extensionNo !== null && <span className={classes.dim}> / {extensionNo}</span>}
          </Line>
          <Line
            icon={<IconDeviceMobile {...lineIcon} />}
            label={t("fields.mobilePhoneNo")}
            value={mobilePhoneNo}
          >
            <PhoneLink phoneNo={mobilePhoneNo} />
          </Line>
          <Line icon={<IconMail {...lineIcon} />} label={t("fields.email")} value={email}>
            <EmailLinks email={email} />
          </Line>
          <Line icon={<IconMail {...lineIcon} />} label={t("fields.email2")} value={email2}>
            <EmailLinks email={email2} />
          </Line>
          <Line icon={<IconWorld {...lineIcon} />} label={t("fields.homePage")} value={homePage}>
            <WebLink homePage={homePage} />
          </Line>
          <Line
            icon={<IconMapPin {...lineIcon} />}
            label={t("contacts.card.address")}
            value={lines.length > 0 ? "address" : null}
          >
            <a
              href={mapHref(lines)}
              target="_blank"
              rel="noreferrer"
              title={t("contacts.card.showOnMap")}
              style={{ color: "inherit", textDecoration: "none" }}
            >
              {lines.map((line) => (
                <div key={line}>{line}</div>
              ))}
            </a>
          </Line>
        </ul>
      )}
    </FactBox>
  );
}

const lineIcon = {
  size: 15,
  stroke: 1.6,
  color: "var(--mantine-color-dimmed)",
  "aria-hidden": true,
} as const;

function Line(props: {
  readonly icon: ReactNode;
  readonly label: string;
  readonly value: string | null;
  readonly children: ReactNode;
}) {
  if (props.value === null) return null;
  return (
    <li>
      {props.icon}
      <div className={classes.lineText}>
        <span className="visually-hidden">{props.label}: </span>
        {props.children}
      </div>
    </li>
  );
}

/** The people of a company, or the colleagues of a person. */
function PeopleBox(props: { readonly contact: Contact; readonly companyView: CompanyView }) {
  const t = useT();
  const { contact, companyView } = props;
  if (contact.companyNo === null) return null;
  const people = companyView.people.filter(({ no }) => no !== contact.no).slice(0, 8);
  const isCompany = contact.type === "company";
  if (!isCompany && !companyView.isLoading && people.length === 0) return null;
  return (
    <FactBox titleKey={isCompany ? "contacts.card.people" : "contacts.card.colleagues"}>
      {companyView.isLoading && <Skeleton height={80} />}
      {!companyView.isLoading && people.length === 0 && (
        <p className={classes.dim}>{t("contacts.card.noPeople")}</p>
      )}
      {people.map((person) => (
        <Link key={person.no} className={classes.person} to={contactHref(person.no)}>
          <ContactTypeIcon type="person" size={15} isNamed />
          <div className={classes.personName}>
            <div className={classes.cut}>{person.name ?? person.no}</div>
            {person.jobTitle !== null && (
              <div className={`${classes.cut} ${classes.dim}`}>{person.jobTitle}</div>
            )}
          </div>
        </Link>
      ))}
      {companyView.hasMore && (
        <Link
          className={classes.person}
          style={{ color: "var(--mantine-color-anchor)" }}
          to={contactListHref({ companyNo: contact.companyNo, type: "person" })}
        >
          {t("contacts.card.allPeople")}
        </Link>
      )}
    </FactBox>
  );
}

function RelationshipBox({ contact }: { readonly contact: Contact }) {
  const t = useT();
  const { salespersonCode, salespersonName, businessRelation } = contact;
  if (salespersonCode === null && businessRelation === "none") return null;
  return (
    <FactBox titleKey="contacts.card.relationship">
      <FactList>
        <Fact label={t("fields.salespersonCode")}>{salespersonName ?? salespersonCode}</Fact>
        <Fact label={t("fields.businessRelation")}>
          {businessRelation === "none" ? null : t(relationKey(businessRelation))}
        </Fact>
      </FactList>
    </FactBox>
  );
}

/** The two buttons a phone is for. */
export function QuickContact({ contact }: { readonly contact: Contact }) {
  const t = useT();
  const phoneNo = contact.mobilePhoneNo ?? contact.phoneNo;
  const tel = phoneNo === null ? null : telHref(phoneNo);
  const [email] = contact.email === null ? [] : emailsOf(contact.email);
  if (tel === null && email === undefined) return null;
  return (
    <div className={classes.quick}>
      {phoneNo !== null && tel !== null && (
        <Button
          component="a"
          href={tel}
          variant="default"
          leftSection={<IconPhone size={16} stroke={1.7} aria-hidden />}
        >
          {t("contacts.actions.call", { phoneNo })}
        </Button>
      )}
      {email !== undefined && (
        <Button
          component="a"
          href={`mailto:${email}`}
          variant="default"
          leftSection={<IconMail size={16} stroke={1.7} aria-hidden />}
        >
          {t("fields.email")}
        </Button>
      )}
    </div>
  );
}
