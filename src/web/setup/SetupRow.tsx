import { ActionIcon, Group } from "@mantine/core";
import { IconCheck, IconX } from "@tabler/icons-react";
import type { KeyboardEvent } from "react";
import type { z } from "zod";
import { useCardForm } from "../form/use-card-form.ts";
import type { FieldBinding, FormValues } from "../form/use-fields.ts";
import { useNewForm } from "../form/use-new-form.ts";
import { type TextKey, useT } from "../i18n.ts";
import { useFormat } from "../use-format.ts";
import { cellText, SetupCell } from "./SetupCell.tsx";
import classes from "./SetupListPage.module.css";
import type { SetupField } from "./setup-fields.ts";

/** A row of a set-up list as the API answers it. */
export type SetupRecord = Readonly<Record<string, unknown>> & { readonly version: number };

/** The inputs of one row: Enter saves, Escape leaves it as it was. */
function EditedRow(props: {
  readonly fields: readonly SetupField[];
  readonly bind: (name: string) => FieldBinding<unknown>;
  readonly isSaving: boolean;
  readonly onSave: () => void;
  readonly onCancel: () => void;
  /** Of a row that exists already. */
  readonly record?: SetupRecord;
}) {
  const t = useT();
  const format = useFormat();
  const { record } = props;
  const isOpen = (field: SetupField) => record === undefined || !field.isFixed;
  const first = props.fields.find(isOpen);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.defaultPrevented) return;
    if (event.key === "Enter" && !(event.target as HTMLElement).closest("button")) {
      event.preventDefault();
      props.onSave();
    }
    if (event.key === "Escape") props.onCancel();
  }

  return (
    <tr className={classes.edited} onKeyDown={onKeyDown}>
      {props.fields.map((field) => (
        <td key={field.key}>
          {isOpen(field) ? (
            <SetupCell field={field} binding={props.bind(field.key)} hasFocus={field === first} />
          ) : (
            cellText(field, record?.[field.key], t, format)
          )}
        </td>
      ))}
      <td className={classes.buttons}>
        <Group gap={2} wrap="nowrap" justify="flex-end">
          <ActionIcon
            variant="filled"
            color="lake"
            aria-label={t("web.setup.saveRow")}
            loading={props.isSaving}
            onClick={props.onSave}
          >
            <IconCheck size={16} />
          </ActionIcon>
          <ActionIcon aria-label={t("web.setup.cancelRow")} onClick={props.onCancel}>
            <IconX size={16} />
          </ActionIcon>
        </Group>
      </td>
    </tr>
  );
}

/** A row that does not exist yet. After saving another blank one follows, so that a list is typed in one go. */
export function NewSetupRow(props: {
  readonly fields: readonly SetupField[];
  readonly schema: z.ZodObject;
  readonly create: (values: object) => Promise<unknown>;
  readonly onCreated: () => void;
  readonly onCancel: () => void;
}) {
  const blank = Object.fromEntries(
    Object.keys(props.schema.shape).map((name) => {
      const field = props.fields.find(({ key }) => key === name);
      return [name, field?.kind === "flag" ? false : null];
    }),
  ) as FormValues<z.ZodObject>;
  const form = useNewForm({
    schema: props.schema,
    initial: blank,
    // Blank fields are left out: the server's own defaults apply.
    create: (values) =>
      props.create(Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null))),
    onCreated: props.onCreated,
  });
  return (
    <EditedRow
      fields={props.fields}
      bind={(name) => form.field(name) as FieldBinding<unknown>}
      isSaving={form.isSaving}
      onSave={() => void form.submit()}
      onCancel={props.onCancel}
    />
  );
}

/** A row that is changed in place. */
export function ChangedSetupRow(props: {
  readonly fields: readonly SetupField[];
  readonly schema: z.ZodObject;
  readonly record: SetupRecord;
  readonly save: (changes: object, ifMatch: number) => Promise<SetupRecord>;
  readonly reload: () => Promise<SetupRecord>;
  readonly onDone: () => void;
}) {
  const labels: Record<string, TextKey> = Object.fromEntries(
    props.fields.map(({ key, labelKey }) => [key, labelKey]),
  );
  const form = useCardForm<z.ZodObject, SetupRecord>({
    schema: props.schema,
    record: props.record,
    save: props.save,
    reload: props.reload,
    labels,
  });
  return (
    <EditedRow
      fields={props.fields}
      bind={(name) => form.field(name) as FieldBinding<unknown>}
      isSaving={form.isSaving}
      record={props.record}
      onSave={async () => {
        if (await form.save()) props.onDone();
      }}
      onCancel={props.onDone}
    />
  );
}
