import { Button, Skeleton } from "@mantine/core";
import { type AuditEntry, listAuditEntries } from "#audit/audit.contract.ts";
import { ContactChange } from "#contacts/contacts.contract.ts";
import { type TextKey, type Translate, useT } from "#web/i18n.ts";
import { useInfiniteList } from "#web/query.ts";
import { useFormat } from "#web/use-format.ts";
import { EmptyState } from "#web/widgets/EmptyState.tsx";
import { ErrorState } from "#web/widgets/ErrorState.tsx";
import { correspondenceChoices, typeChoices } from "../choices.ts";
import classes from "./ContactCard.module.css";
import { type FieldChange, kindOf, readChanges } from "./change-log.rules.ts";

const fieldOrder = Object.keys(ContactChange.shape);
/** What has a name on pages: the fields of the contact, of its consents, and why it was erased. */
const captioned: ReadonlySet<string> = new Set([
  ...fieldOrder,
  ...["reason", "channel", "purpose", "granted", "date", "givenBy", "evidence"],
]);

/** Who changed which field of the contact and when, the latest first. */
export function ChangeLog({ no }: { readonly no: string }) {
  const t = useT();
  const list = useInfiniteList(
    listAuditEntries,
    { query: { resource: "contacts", resourceKey: no } },
    { pageSize: 50 },
  );
  if (list.error && list.rows.length === 0) return <ErrorState error={list.error} onRetry={list.retry} />;
  if (list.isLoading) return <Skeleton height={120} mt="md" />;
  if (list.rows.length === 0) return <EmptyState title={t("contacts.changes.empty")} />;
  return (
    <>
      <ul className={classes.changes}>
        {list.rows.map((entry) => (
          <Entry key={entry.id} entry={entry} />
        ))}
      </ul>
      {list.hasMore && (
        <Button variant="default" loading={list.isLoadingMore} onClick={list.loadMore}>
          {t("contacts.changes.more")}
        </Button>
      )}
    </>
  );
}

function Entry({ entry }: { readonly entry: AuditEntry }) {
  const t = useT();
  const format = useFormat();
  const { fields, followers, batch } = readChanges(entry.changes, fieldOrder);
  return (
    <li>
      <div className={classes.changeHead}>
        <strong>{t(`contacts.changes.${kindOf(entry.action)}`)}</strong>
        <span>{entry.actor}</span>
        <span className={classes.dim}>{format.instant(entry.recordedAt)}</span>
      </div>
      {fields.length > 0 && (
        <dl className={classes.changeFields}>
          {fields.map((change) => (
            <Change key={change.field} change={change} />
          ))}
        </dl>
      )}
      {followers > 0 && (
        <div className={classes.dim}>{t("contacts.changes.followers", { count: followers })}</div>
      )}
      {batch > 1 && <div className={classes.dim}>{t("contacts.changes.inBatch", { count: batch })}</div>}
    </li>
  );
}

function Change({ change }: { readonly change: FieldChange }) {
  const t = useT();
  const { field, before, after } = change;
  return (
    <div style={{ display: "contents" }}>
      <dt>{captioned.has(field) ? t(`fields.${field}` as TextKey) : field}</dt>
      <dd>
        {before !== null && (
          <>
            <del>{textOf(field, before, t)}</del>
            <span aria-hidden> → </span>
          </>
        )}
        {textOf(field, after, t)}
      </dd>
    </div>
  );
}

/** A value of the trail in words. */
function textOf(field: string, value: unknown, t: Translate): string {
  if (value === null || value === undefined || value === "") return t("contacts.changes.blank");
  if (typeof value === "boolean") return t(value ? "contacts.changes.yes" : "contacts.changes.no");
  const choices = { type: typeChoices, correspondenceType: correspondenceChoices }[field] ?? [];
  const choice = choices.find((candidate) => candidate.value === value);
  return choice ? t(choice.labelKey) : String(value);
}
