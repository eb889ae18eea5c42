import { UnstyledButton } from "@mantine/core";
import type { MergeField, MergePreview } from "#contacts/merge/merge.contract.ts";
import { useT } from "#web/i18n.ts";
import { ChoiceCell } from "./ChoiceCell.tsx";
import { fieldLabel, valueText } from "./labels.ts";
import classes from "./merge.module.css";
import { choosableFields } from "./merge-form.rules.ts";
import type { MergeForm } from "./use-merge.ts";

/** Every field whose values differ, side by side: the arrow keys choose between the two. */
export function MergeFields({ preview, form }: { readonly preview: MergePreview; readonly form: MergeForm }) {
  const t = useT();
  const { current, duplicate } = preview;
  const fields = choosableFields(preview);
  const names = fields.map(({ field }) => field);
  return (
    <section aria-labelledby="merge-fields">
      <h2 id="merge-fields">{t("contacts.merge.fields")}</h2>
      {fields.length === 0 ? (
        <p className={classes.dim}>{t("contacts.merge.noFields")}</p>
      ) : (
        <table className={classes.compared}>
          <thead>
            <tr>
              <th scope="col">{t("contacts.merge.field")}</th>
              {[current, duplicate].map((contact) => (
                <th key={contact.no} scope="col">
                  {contact.name ?? contact.no} <span className={classes.dim}>{contact.no}</span>
                  <UnstyledButton
                    className={classes.all}
                    onClick={() => form.choose(names, contact.no === duplicate.no)}
                    aria-label={t("contacts.merge.takeAllOf", { no: contact.no })}
                  >
                    {t("contacts.merge.takeAll")}
                  </UnstyledButton>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {fields.map((field) => (
              <FieldRow key={field.field} field={field} form={form} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function FieldRow({ field, form }: { readonly field: MergeField; readonly form: MergeForm }) {
  const t = useT();
  const { field: name, current, duplicate } = field;
  const takes = form.overrides.has(name);
  return (
    <tr>
      <th scope="row">{fieldLabel(name, t)}</th>
      <ChoiceCell
        group={`field-${name}`}
        groupLabel={fieldLabel(name, t)}
        text={valueText(name, current, t)}
        isChosen={!takes}
        onChoose={() => form.choose([name], false)}
      />
      <ChoiceCell
        group={`field-${name}`}
        groupLabel={fieldLabel(name, t)}
        text={valueText(name, duplicate, t)}
        isChosen={takes}
        onChoose={() => form.choose([name], true)}
      />
    </tr>
  );
}
