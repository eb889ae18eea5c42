import { Button, SegmentedControl } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { IconChevronDown, IconChevronUp } from "@tabler/icons-react";
import { type FormEvent, type KeyboardEvent, useRef, useState } from "react";
import type { DialogFrame } from "#web/dialogs.ts";
import { useT } from "#web/i18n.ts";
import { useUi } from "#web/ui.ts";
import { Dialog } from "#web/widgets/Dialog.tsx";
import { contactHref } from "../addresses.ts";
import { SimilarContacts } from "../duplicates/SimilarContacts.tsx";
import { mayDiscard } from "../may-discard.ts";
import classes from "./NewContactDialog.module.css";
import { NewContactFields } from "./NewContactFields.tsx";
import { type NewContactProps, openNewContact } from "./open-new-contact.ts";
import { useNewContact } from "./use-new-contact.ts";

/** Enters a company or a person: the type first, then the name and what one has at hand. */
export default function NewContactDialog({ onClose, ...props }: NewContactProps & DialogFrame) {
  const t = useT();
  const ui = useUi();
  const isPhone = useMediaQuery("(max-width: 560px)", false, { getInitialValueInEffect: false });
  const [hasMore, setHasMore] = useState(false);
  const isForAnother = useRef(false);
  const form = useNewContact(props, (no, name) => {
    onClose();
    if (isForAnother.current) {
      ui.showSuccess(t("contacts.new.created", { name }));
      openNewContact({ ...props, type: form.values.type ?? undefined, name: undefined });
    } else ui.go(contactHref(no));
  });

  async function close(): Promise<void> {
    if (await mayDiscard(form)) onClose();
  }

  function submit(event?: FormEvent, another = false): void {
    event?.preventDefault();
    // Events of dialogs reach the form of the page behind them.
    event?.stopPropagation();
    isForAnother.current = another;
    void form.submit();
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    submit(undefined, event.shiftKey);
  }

  const title = !form.isPerson
    ? t("contacts.new.titleCompany")
    : props.company
      ? t("contacts.new.titlePersonIn", { company: props.company.name })
      : t("contacts.new.titlePerson");
  return (
    <Dialog onClose={() => void close()} size={860} fullScreen={isPhone} title={title}>
      <form onSubmit={submit} onKeyDown={onKeyDown} noValidate>
        {!props.company && (
          <SegmentedControl
            size="xs"
            aria-label={t("contacts.new.type")}
            value={form.values.type ?? "company"}
            onChange={(type) => form.setType(type as "company" | "person")}
            data={[
              { value: "company", label: t("contacts.types.company") },
              { value: "person", label: t("contacts.types.person") },
            ]}
          />
        )}
        <div className={classes.columns}>
          <NewContactFields
            // The other type begins at its name again.
            key={form.values.type}
            form={form}
            hasMore={hasMore}
            {...(props.company ? { companyName: props.company.name } : {})}
          />
          <SimilarContacts
            typed={{
              type: form.isPerson ? "person" : "company",
              name: form.values.name ?? null,
              email: form.values.email ?? null,
              phoneNo: form.values.phoneNo ?? null,
              mobilePhoneNo: form.values.mobilePhoneNo ?? null,
            }}
            onOpen={(href) => {
              onClose();
              ui.go(href);
            }}
          />
        </div>
        <div className={classes.foot}>
          <Button
            variant="subtle"
            color="gray"
            aria-expanded={hasMore}
            rightSection={
              hasMore ? <IconChevronUp size={14} aria-hidden /> : <IconChevronDown size={14} aria-hidden />
            }
            onClick={() => setHasMore(!hasMore)}
          >
            {t(hasMore ? "contacts.new.fewer" : "contacts.new.more")}
          </Button>
          <Button variant="default" disabled={form.isSaving} onClick={() => submit(undefined, true)}>
            {t("contacts.new.createAndNew")}
          </Button>
          <Button type="submit" loading={form.isSaving}>
            {t(form.isPerson ? "contacts.new.createPerson" : "contacts.new.createCompany")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
