import { useRef, useState } from "react";
import { contactFieldLengths } from "#contacts/contact.rules.ts";
import { createContact, NewContact } from "#contacts/contacts.contract.ts";
import { splitName } from "#contacts/names.rules.ts";
import { requiredText } from "#platform/http/fields.ts";
import { call, newIdempotencyKey } from "#web/api-client.ts";
import type { FormValues } from "#web/form/use-fields.ts";
import { useNewForm } from "#web/form/use-new-form.ts";
import { refresh } from "#web/query.ts";
import { useUi } from "#web/ui.ts";
import { offerComparison } from "../duplicates/offer-comparison.ts";
import { changedByContacts } from "../resources.ts";
import { showWarnings } from "../warnings.ts";
import type { NewContactProps } from "./open-new-contact.ts";

/** A form asks for the name; an import may do without. */
const NamedContact = NewContact.extend({ name: requiredText(contactFieldLengths.name) });

type Values = FormValues<typeof NamedContact>;

const blank = Object.fromEntries(
  Object.keys(NamedContact.shape).map((field) => [field, null]),
) as unknown as Values;

/** The logic of entering a contact; a person's company may be created on the way. */
export function useNewContact(props: NewContactProps, onCreated: (no: string, name: string) => void) {
  const ui = useUi();
  const type = props.type ?? (props.company ? "person" : "company");
  /** The company that is created together with the person. */
  const [newCompany, setNewCompany] = useState<string | null>(null);
  // Created companies by name: a second attempt after a refusal must not create another one.
  const created = useRef(new Map<string, string>());

  async function companyNoOf(name: string): Promise<string> {
    const known = created.current.get(name);
    if (known !== undefined) return known;
    const { no } = await call(createContact, { body: { type: "company", name } });
    created.current.set(name, no);
    return no;
  }

  const attempt = useRef({ key: newIdempotencyKey(), asked: "" });
  const form = useNewForm({
    schema: NamedContact,
    initial: { ...blank, type, companyNo: props.company?.no ?? null, name: props.name ?? null },
    create: async (values) => {
      const company = newCompany === null ? {} : { companyNo: await companyNoOf(newCompany) };
      const body = { ...values, ...company };
      const asked = JSON.stringify(body);
      if (attempt.current.asked !== asked) attempt.current = { key: newIdempotencyKey(), asked };
      return call(createContact, { body, idempotencyKey: attempt.current.key });
    },
    onCreated: async ({ no, name, warnings, duplicates }) => {
      showWarnings(warnings);
      offerComparison(duplicates, no, ui);
      await refresh(ui.queries, changedByContacts);
      onCreated(no, name ?? no);
    },
  });

  return {
    ...form,
    isPerson: form.values.type === "person",
    parts: splitName(form.values.name ?? null),
    newCompany,
    setNewCompany: (name: string | null) => {
      setNewCompany(name);
      form.set({ companyNo: null });
    },
    /** What only a person has goes when it becomes a company. */
    setType: (next: "company" | "person") => {
      setNewCompany(null);
      form.set({ type: next, ...(next === "company" ? { companyNo: null, jobTitle: null } : {}) });
    },
  };
}

export type NewContactForm = ReturnType<typeof useNewContact>;
