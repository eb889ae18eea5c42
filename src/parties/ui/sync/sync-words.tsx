import { type TextKey, type Translate, useT } from "#web/i18n.ts";
import type { SyncLogEntry } from "../../sync/sync-log.contract.ts";
import { syncDirections, syncPolicies } from "../../sync/sync-policy.rules.ts";
import classes from "../parties.module.css";

export const directionChoices = syncDirections.map((value) => ({
  value,
  labelKey: `parties.sync.directions.${value}` as const,
}));
export const policyChoices = syncPolicies.map((value) => ({
  value,
  labelKey: `parties.sync.policies.${value}` as const,
}));

/** Which fields, and what stood and stands there. */
export function SyncChanges({ changes }: { readonly changes: SyncLogEntry["changes"] }) {
  const t = useT();
  return (
    <span>
      {Object.entries(changes).map(([field, [before, after]], index) => (
        <span key={field}>
          {index > 0 && "; "}
          {t(`fields.${field}` as TextKey)}
          {": "}
          <FromTo field={field} before={before} after={after} />
        </span>
      ))}
    </span>
  );
}

type Value = string | boolean | null;

function FromTo(props: { readonly field: string; readonly before: Value; readonly after: Value }) {
  const t = useT();
  const { field, before, after } = props;
  // A picture was there and is there: it is another one.
  if (before === true && after === true) return t("parties.sync.another");
  return (
    <>
      {before !== null && (
        <>
          <del className={classes.overwritten}>{textOf(field, before, t)}</del>
          <span aria-hidden> → </span>
        </>
      )}
      {textOf(field, after, t)}
    </>
  );
}

function textOf(field: string, value: Value, t: Translate): string {
  if (value === null) return t("parties.link.blank");
  if (typeof value === "boolean") return t(value ? "parties.sync.yes" : "parties.sync.no");
  const isType = field === "type" || field === "contactType";
  return isType ? t(`contacts.types.${value}` as TextKey) : value;
}
