import { Button } from "@mantine/core";
import { IconAddressBookOff } from "@tabler/icons-react";
import { Link, Navigate, useParams } from "@tanstack/react-router";
import { useEffect } from "react";
import { useT } from "#web/i18n.ts";
import { MessagePage } from "#web/pages/MessagePage.tsx";
import { isProblem, type ProblemError } from "#web/problem.ts";
import { ErrorState } from "#web/widgets/ErrorState.tsx";
import { showSuccess } from "#web/widgets/notify.tsx";
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
  if (isProblem(error, "contact_merged")) return <GoToSurvivor no={no} problem={error} />;
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

/** The contact was merged: its old address leads to the one it is in. */
function GoToSurvivor({ no, problem }: { readonly no: string; readonly problem: ProblemError }) {
  const t = useT();
  const survivorNo = String(problem.values.survivorNo);
  useEffect(() => showSuccess(t("contacts.merge.forwarded", { no })), [no, t]);
  return <Navigate to="/contacts/$no" params={{ no: survivorNo }} replace />;
}
