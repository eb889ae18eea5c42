import { useRouter } from "@tanstack/react-router";
import { type Contact, ContactChange, changeContact, getContact } from "#contacts/contacts.contract.ts";
import { call } from "#web/api-client.ts";
import { useCardForm } from "#web/form/use-card-form.ts";
import { refresh } from "#web/query.ts";
import { useUi } from "#web/ui.ts";
import { contactHref } from "../addresses.ts";
import { offerComparison } from "../duplicates/offer-comparison.ts";
import { changedByContacts } from "../resources.ts";
import { showWarnings } from "../warnings.ts";
import { fieldLabels } from "./labels.ts";
import { followTyping, type TypedNames, withoutFollowingParts } from "./names-form.rules.ts";

/** The logic of a contact's fields: names follow each other, a changed number changes the address. */
export function useContactForm(contact: Contact) {
  const ui = useUi();
  const router = useRouter();
  const { no, type } = contact;

  const form = useCardForm<typeof ContactChange, Contact>({
    schema: ContactChange,
    record: contact,
    labels: fieldLabels,
    reload: () => call(getContact, { params: { no } }),
    save: async (changes, ifMatch) => {
      const body = type === "person" ? withoutFollowingParts(changes) : changes;
      const { warnings, duplicates, ...saved } = await call(changeContact, { params: { no }, body, ifMatch });
      showWarnings(warnings);
      offerComparison(duplicates, saved.no, ui);
      if (saved.no !== no) void router.navigate({ href: contactHref(saved.no), replace: true });
      await refresh(ui.queries, changedByContacts);
      return saved;
    },
  });

  /** Takes what was typed into the name or one of its parts; the others follow. */
  function typeName(typed: Partial<TypedNames>): void {
    const { name = null, firstName = null, middleName = null, surname = null } = form.values;
    form.set(followTyping({ name, firstName, middleName, surname }, typed));
  }

  return { ...form, typeName };
}

export type ContactForm = ReturnType<typeof useContactForm>;
