import { Radio, Stack, TextInput } from "@mantine/core";
import { IconCheck } from "@tabler/icons-react";
import type { MergeConflict, MergePreview } from "#contacts/merge/merge.contract.ts";
import { useT } from "#web/i18n.ts";
import { ChoiceCell } from "./ChoiceCell.tsx";
import { fieldLabel, listLabel, rowText, valueText } from "./labels.ts";
import classes from "./merge.module.css";
import {
  type Decision,
  differingFields,
  keyOfConflict,
  openConflicts,
  problemOf,
} from "./merge-form.rules.ts";
import { conflictId, type MergeForm } from "./use-merge.ts";

/** Rows that both have: those that lose nothing are named, the others are decided in place. */
export function MergeConflicts({
  preview,
  form,
}: {
  readonly preview: MergePreview;
  readonly form: MergeForm;
}) {
  const t = useT();
  const open = openConflicts(preview);
  const safe = preview.conflicts.filter(({ isSafe }) => isSafe);
  if (preview.conflicts.length === 0) return null;
  return (
    <section aria-labelledby="merge-conflicts">
      <h2 id="merge-conflicts">{t("contacts.merge.conflicts")}</h2>
      {safe.length > 0 && (
        <>
          <p className={classes.dim}>{t("contacts.merge.safe", { count: safe.length })}</p>
          <ul className={classes.safe}>
            {safe.map((conflict) => (
              <li key={keyOfConflict(conflict)}>
                <IconCheck size={14} stroke={2.2} aria-hidden />
                {listLabel(conflict.list, t)}: {conflict.key}
              </li>
            ))}
          </ul>
        </>
      )}
      {open.map((conflict) => (
        <Conflict key={keyOfConflict(conflict)} conflict={conflict} preview={preview} form={form} />
      ))}
    </section>
  );
}

interface ConflictProps {
  readonly conflict: MergeConflict;
  readonly preview: MergePreview;
  readonly form: MergeForm;
}

function Conflict({ conflict, preview, form }: ConflictProps) {
  const t = useT();
  const { current, duplicate } = preview;
  const key = keyOfConflict(conflict);
  const decision = form.decisions[key] ?? null;
  const problem = form.isChecked ? problemOf(conflict, decision) : null;
  const decide = (next: Decision) => form.decide(key, next);
  const rename = conflict.renames;
  return (
    <fieldset
      id={conflictId(key)}
      className={classes.conflict}
      tabIndex={-1}
      data-open={problem !== null || undefined}
      aria-describedby={problem === null ? undefined : `${conflictId(key)}-problem`}
    >
      <legend>
        {listLabel(conflict.list, t)}: {conflict.key}
      </legend>
      <dl className={classes.rows}>
        <dt>{current.no}</dt>
        <dd>{rowText(conflict, "current", t)}</dd>
        <dt>{duplicate.no}</dt>
        <dd>{rowText(conflict, "duplicate", t)}</dd>
      </dl>
      {problem !== null && (
        <p className={classes.problem} id={`${conflictId(key)}-problem`} role="alert">
          {t(`contacts.merge.${problem}`)}
        </p>
      )}
      <Stack gap="xs">
        <Radio
          name={key}
          checked={decision?.action === "remove"}
          onChange={() => decide({ action: "remove", fields: [] })}
          label={t("contacts.merge.remove", { no: current.no, duplicateNo: duplicate.no })}
        />
        {decision?.action === "remove" && (
          <CopiedFields
            conflict={conflict}
            copied={decision.fields}
            onCopy={(fields) => decide({ ...decision, fields })}
          />
        )}
        {rename !== null && (
          <Radio
            name={key}
            checked={decision?.action === "rename"}
            onChange={() => decide({ action: "rename", newKey: "" })}
            label={t("contacts.merge.rename")}
          />
        )}
        {rename !== null && decision?.action === "rename" && (
          <TextInput
            className={classes.newKey}
            label={t("contacts.merge.newValue", { field: fieldLabel(rename, t) })}
            value={decision.newKey}
            onChange={(event) => decide({ action: "rename", newKey: event.currentTarget.value })}
            autoFocus
            required
          />
        )}
      </Stack>
    </fieldset>
  );
}

/** Fields in which the rows differ: which value does the row have that stays? */
function CopiedFields(props: {
  readonly conflict: MergeConflict;
  readonly copied: readonly string[];
  readonly onCopy: (fields: readonly string[]) => void;
}) {
  const t = useT();
  const { conflict, copied, onCopy } = props;
  const differing = differingFields(conflict);
  if (differing.length === 0) return null;
  return (
    <table className={classes.compared}>
      <tbody>
        {differing.map((field) => {
          const takes = copied.includes(field);
          const group = { group: `${keyOfConflict(conflict)}-${field}`, groupLabel: fieldLabel(field, t) };
          return (
            <tr key={field}>
              <th scope="row">{fieldLabel(field, t)}</th>
              <ChoiceCell
                {...group}
                text={valueText(field, conflict.current[field], t)}
                isChosen={!takes}
                onChoose={() => onCopy(copied.filter((other) => other !== field))}
              />
              <ChoiceCell
                {...group}
                text={valueText(field, conflict.duplicate[field], t)}
                isChosen={takes}
                onChoose={() => onCopy([...copied, field])}
              />
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
