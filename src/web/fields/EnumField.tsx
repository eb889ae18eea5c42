import { Select } from "@mantine/core";
import type { ReactNode } from "react";
import type { Choice } from "../filter/filters.ts";
import { useT } from "../i18n.ts";

/** One of a few fixed values; `null` is none and can be chosen by clearing unless the field is required. */
export function EnumField<Value extends string>(props: {
  readonly label: string;
  readonly choices: readonly (Choice & { readonly value: Value })[];
  readonly value: Value | null;
  onChange(value: Value | null): void;
  readonly onBlur?: (() => void) | undefined;
  readonly error?: ReactNode;
  readonly description?: ReactNode;
  readonly required?: boolean;
  readonly disabled?: boolean;
}) {
  const t = useT();
  return (
    <Select
      label={props.label}
      description={props.description}
      error={props.error}
      required={props.required ?? false}
      disabled={props.disabled ?? false}
      data={props.choices.map(({ value, labelKey }) => ({ value, label: t(labelKey) }))}
      value={props.value}
      clearable={!props.required}
      clearButtonProps={{ "aria-label": t("web.lookup.clear", { label: props.label }) }}
      allowDeselect={false}
      onChange={(value) => props.onChange(value as Value | null)}
      {...(props.onBlur ? { onBlur: props.onBlur } : {})}
    />
  );
}
