import { useEffect, useRef } from "react";
import type { Contact } from "#contacts/contacts.contract.ts";
import { useMay } from "#web/session.ts";
import { AddressGroup } from "./AddressGroup.tsx";
import { CommunicationGroup } from "./CommunicationGroup.tsx";
import { ForeignTradeGroup } from "./ForeignTradeGroup.tsx";
import { GeneralGroup } from "./GeneralGroup.tsx";
import { inheritedFields } from "./inherited.rules.ts";
import { NamesGroup } from "./NamesGroup.tsx";
import { PrivacyGroup } from "./PrivacyGroup.tsx";
import { ProfileGroup } from "./ProfileGroup.tsx";
import type { ContactForm } from "./use-contact-form.ts";

/** What every group of fields is given. */
export interface GroupProps {
  readonly contact: Contact;
  /** The company of a person. */
  readonly company: Contact | null;
  readonly form: ContactForm;
  /** Fields whose value, as it stands in the form, is the company's. */
  readonly inherited: ReadonlySet<string>;
}

/** Every field of a contact, in groups that fold away. */
export function ContactDetails(props: Omit<GroupProps, "inherited"> & { readonly edits: number }) {
  const may = useMay();
  const { contact, company, form, edits } = props;
  const root = useRef<HTMLFieldSetElement>(null);
  useEffect(() => {
    if (edits > 0) root.current?.querySelector<HTMLElement>("input")?.focus();
  }, [edits]);
  const group: GroupProps = { contact, company, form, inherited: inheritedFields(form.values, company) };
  return (
    <fieldset
      ref={root}
      disabled={!may("contacts.write")}
      style={{ minWidth: 0, margin: 0, padding: 0, border: 0 }}
    >
      <GeneralGroup {...group} />
      {contact.type === "person" && <NamesGroup {...group} />}
      <CommunicationGroup {...group} />
      <AddressGroup {...group} />
      <ForeignTradeGroup {...group} />
      <ProfileGroup {...group} />
      <PrivacyGroup {...group} />
    </fieldset>
  );
}

/** The most telling values of a group in one line. */
export function summaryOf(...values: readonly (string | null | undefined)[]): string {
  return values.filter((value) => value !== null && value !== undefined && value !== "").join(" · ");
}
