import { Button } from "@mantine/core";
import { IconAddressBookOff } from "@tabler/icons-react";
import { Link, useParams } from "@tanstack/react-router";
import { useT } from "#web/i18n.ts";
import { MessagePage } from "#web/pages/MessagePage.tsx";
import { isProblem } from "#web/problem.ts";
import { ErrorState } from "#web/widgets/ErrorState.tsx";
import { PageSkeleton } from "#web/widgets/PageSkeleton.tsx";
import { contactsPath } from "../addresses.ts";
import { ContactCard } from "./ContactCard.tsx";
import { useContact } from "./use-contact.ts";

/** A contact: who it is, what happened with it, and every field of it. */
export function ContactCardPage() {
  const t = useT();
  const { no = "" } = useParams({ strict: false }) as { no?: string };
  const { data: contact, error, refetch } = useContact(no);
  if (contact) return <ContactCard key={contact.no} contact={contact} />;
  if (isProblem(error, "contact_not_found")) {
    return (
      <MessagePage
        icon={IconAddressBookOff}
        title={t("contacts.card.notFoundTitle")}
        text={t("contacts.card.notFoundText")}
      >
        <Button component={Link} to={contactsPath} variant="default">
          {t("contacts.card.toList")}
        </Button>
      </MessagePage>
    );
  }
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return <PageSkeleton />;
}
