import type { CorrectedValue } from "#interactions/correct/correction.rules.ts";
import { useT } from "#web/i18n.ts";
import classes from "./correct.module.css";
import { fieldLabels, useValueText } from "./use-value-text.ts";

/** What was and what is, field by field. */
export function ChangeList({ changes }: { readonly changes: readonly CorrectedValue[] }) {
  return (
    <dl className={classes.changes}>
      {changes.map((change) => (
        <ChangeLine key={change.field} change={change} />
      ))}
    </dl>
  );
}

function ChangeLine({ change }: { readonly change: CorrectedValue }) {
  const t = useT();
  const before = useValueText(change.field, change.before);
  const after = useValueText(change.field, change.after);
  return (
    <div className={classes.change}>
      <dt>{t(fieldLabels[change.field])}</dt>
      <dd>
        <del>{before}</del>
        {" → "}
        <ins>{after}</ins>
      </dd>
    </div>
  );
}
