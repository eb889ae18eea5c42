import { Alert, Button, Group, Stack, TextInput } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { Contact } from "#contacts/contacts.contract.ts";
import { contactHref } from "#contacts/ui/index.ts";
import { EnumField } from "#web/fields/EnumField.tsx";
import { TextField } from "#web/fields/TextField.tsx";
import { useT } from "#web/i18n.ts";
import { useAction } from "#web/query.ts";
import { Dialog } from "#web/widgets/Dialog.tsx";
import { problemText, showSuccess } from "#web/widgets/notify.tsx";
import { type ContactPrivacy, type ErasureRequest, eraseContact, requesters } from "../privacy.contract.ts";
import { countsText } from "./counts-text.ts";
import classes from "./privacy.module.css";

/** Says exactly what goes and what stays; the number of the contact is typed before it is erased. */
export function EraseDialog(props: {
  readonly contact: Contact;
  readonly privacy: ContactPrivacy;
  readonly onClose: () => void;
}) {
  const { contact, privacy, onClose } = props;
  const { no } = contact;
  const t = useT();
  const [requestedBy, setRequestedBy] = useState<ErasureRequest["requestedBy"] | null>("subject");
  const [reason, setReason] = useState<string | null>(null);
  const [typed, setTyped] = useState("");
  const erase = useAction(eraseContact, {
    alsoChanges: ["interaction-log-entries", "tasks", "opportunities", "audit-entries"],
    showsErrors: true,
    onDone: () => {
      showSuccess(t("privacy.erase.done", { no }));
      onClose();
    },
  });
  const isSure = typed.trim().toUpperCase() === no && requestedBy !== null && reason !== null;

  function submit(): void {
    if (requestedBy === null || reason === null || !isSure) return;
    erase.mutate({ params: { no }, body: { requestedBy, reason, confirm: true } });
  }

  return (
    <Dialog
      title={t("privacy.erase.dialogTitle", { no, name: contact.name ?? "" })}
      onClose={onClose}
      size="lg"
      closeOnClickOutside={false}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Stack gap="sm">
          <Fates privacy={privacy} />
          <EnumField
            label={t("privacy.erase.requestedBy")}
            required
            choices={requesters.map((value) => ({ value, labelKey: `privacy.requesters.${value}` as const }))}
            value={requestedBy}
            onChange={(value) => setRequestedBy(requesters.find((known) => known === value) ?? null)}
          />
          <TextField
            label={t("privacy.erase.reason")}
            description={t("privacy.erase.reasonText")}
            required
            maxLength={250}
            value={reason}
            onChange={setReason}
          />
          <TextInput
            label={t("privacy.erase.confirm", { no })}
            required
            autoComplete="off"
            spellCheck={false}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          {erase.error && (
            <Alert color="red" role="alert">
              {problemText(erase.error)}
            </Alert>
          )}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t("web.actions.cancel")}
            </Button>
            <Button type="submit" color="red" disabled={!isSure} loading={erase.isPending}>
              {t("privacy.erase.submit")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}

function Fates({ privacy }: { readonly privacy: ContactPrivacy }) {
  const t = useT();
  const { counts, openTasks, openOpportunities, parties, people, peopleCount } = privacy;
  const counted = countsText(counts, t);
  const linked = parties.map(
    ({ kind, no, name }) => `${t(`privacy.partyKinds.${kind}`)} ${no} ${name ?? ""}`,
  );
  return (
    <div className={classes.fates}>
      <div>
        <h3>{t("privacy.erase.goes")}</h3>
        <ul>
          <li>{t("privacy.erase.goesContact")}</li>
          <li>{t("privacy.erase.goesTexts")}</li>
          <li>{t("privacy.erase.goesCopies")}</li>
          {counted !== "" && <li>{counted}</li>}
        </ul>
      </div>
      <div>
        <h3>{t("privacy.erase.stays")}</h3>
        <ul>
          <li>{t("privacy.erase.staysSkeleton")}</li>
          <li>{t("privacy.erase.staysContact")}</li>
          {linked.length > 0 && <li>{t("privacy.erase.parties", { parties: linked.join(", ") })}</li>}
          {openTasks + openOpportunities > 0 && (
            <li>{t("privacy.erase.open", { tasks: openTasks, opportunities: openOpportunities })}</li>
          )}
          {people.length > 0 && (
            <li>
              {t("privacy.erase.people")}
              {people.map(({ no, name }, place) => (
                <span key={no}>
                  {place > 0 && ", "}
                  <Link to={contactHref(no)} search={{ tab: "details" }}>
                    {name ?? no}
                  </Link>
                </span>
              ))}
              {peopleCount > people.length && (
                <> {t("privacy.erase.peopleMore", { count: peopleCount - people.length })}</>
              )}
            </li>
          )}
        </ul>
      </div>
    </div>
  );
}
