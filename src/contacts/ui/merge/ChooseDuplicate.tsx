import { useState } from "react";
import { LookupField } from "#web/fields/LookupField.tsx";
import { useT } from "#web/i18n.ts";
import { useUi } from "#web/ui.ts";
import { ErrorState } from "#web/widgets/ErrorState.tsx";
import { PageHeading } from "#web/widgets/PageHeading.tsx";
import { PageSkeleton } from "#web/widgets/PageSkeleton.tsx";
import { contactHref, contactsPath } from "../addresses.ts";
import { useContact } from "../card/use-contact.ts";
import { companySource, personSource } from "../pickers.ts";
import classes from "./merge.module.css";
import { mergeHref } from "./paths.ts";

/** Only contacts of one type can be merged. */
const sources = { company: companySource, person: personSource };

/** With whom is the contact to be merged? */
export function ChooseDuplicate({ no }: { readonly no: string }) {
  const t = useT();
  const ui = useUi();
  const [isSame, setIsSame] = useState(false);
  const { data: contact, error, refetch } = useContact(no);
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!contact) return <PageSkeleton />;
  const name = contact.name ?? no;
  return (
    <>
      <PageHeading
        title={t("contacts.merge.chooseTitle", { name })}
        path={[
          { label: t("contacts.list.title"), to: contactsPath },
          { label: name, to: contactHref(no) },
        ]}
        subtitle={t("contacts.merge.chooseText", { no })}
      />
      <div className={classes.chooser}>
        <LookupField
          label={t("contacts.merge.duplicate")}
          source={sources[contact.type]}
          value={null}
          autoFocus
          error={isSame ? t("contacts.merge.same") : null}
          onChange={(chosen) => {
            setIsSame(chosen === no);
            if (chosen !== null && chosen !== no) ui.go(mergeHref(no, chosen));
          }}
        />
      </div>
    </>
  );
}
