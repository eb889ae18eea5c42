import { useParams } from "@tanstack/react-router";
import { getDuplicate } from "#contacts/duplicates/duplicates.contract.ts";
import { useT } from "#web/i18n.ts";
import { useEndpoint } from "#web/query.ts";
import { ActionBar } from "#web/widgets/ActionBar.tsx";
import { ErrorState } from "#web/widgets/ErrorState.tsx";
import { PageHeading } from "#web/widgets/PageHeading.tsx";
import { PageSkeleton } from "#web/widgets/PageSkeleton.tsx";
import { StatusBadge } from "#web/widgets/StatusBadge.tsx";
import { contactsPath } from "../addresses.ts";
import { ComparedFields } from "./ComparedFields.tsx";
import { Decision } from "./DuplicateListPage.tsx";
import { namesOf, pairActions } from "./pair-actions.ts";
import { duplicatesHref } from "./paths.ts";

/** Two companies side by side: are they one? */
export function PairPage() {
  const t = useT();
  const params = useParams({ strict: false }) as { contactNo?: string; duplicateNo?: string };
  const { contactNo = "", duplicateNo = "" } = params;
  const { data, error, refetch } = useEndpoint(getDuplicate, { params: { contactNo, duplicateNo } });
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  const strings = data.fields.reduce((sum, field) => sum + field.strings.length, 0);
  return (
    <>
      <PageHeading
        title={t("contacts.duplicates.pairTitle", namesOf(data))}
        path={[
          { label: t("contacts.list.title"), to: contactsPath },
          { label: t("contacts.list.duplicates"), to: duplicatesHref() },
        ]}
        badges={
          <>
            <Decision separate={data.separate} />
            <StatusBadge tone="info">
              {t("contacts.duplicates.hitsOf", { hits: data.hits, strings })}
            </StatusBadge>
          </>
        }
        subtitle={t("contacts.duplicates.needed", { needed: data.neededHits })}
      >
        <ActionBar actions={pairActions} subject={data} />
      </PageHeading>
      <ComparedFields details={data} />
    </>
  );
}
