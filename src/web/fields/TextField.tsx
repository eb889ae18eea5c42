import { Switch, Textarea, TextInput } from "@mantine/core";
import type { ReactNode } from "react";

export interface TextFieldProps {
  readonly label: string;
  /** Blank is `null`. */
  readonly value: string | null;
  onChange(value: string | null): void;
  readonly onBlur?: (() => void) | undefined;
  readonly error?: ReactNode;
  readonly description?: ReactNode;
  readonly required?: boolean;
  readonly disabled?: boolean;
  readonly autoFocus?: boolean;
  readonly maxLength?: number;
  readonly type?: "text" | "email" | "tel" | "url" | "password";
  readonly autoComplete?: string;
  readonly placeholder?: string;
}

function inputProps(props: TextFieldProps) {
  return {
    label: props.label,
    description: props.description,
    error: props.error,
    required: props.required ?? false,
    disabled: props.disabled ?? false,
    autoComplete: props.autoComplete ?? "off",
    value: props.value ?? "",
    onChange: (event: { currentTarget: { value: string } }) =>
      props.onChange(event.currentTarget.value === "" ? null : event.currentTarget.value),
    ...(props.onBlur ? { onBlur: props.onBlur } : {}),
    ...(props.maxLength === undefined ? {} : { maxLength: props.maxLength }),
    ...(props.placeholder === undefined ? {} : { placeholder: props.placeholder }),
    ...(props.autoFocus ? { "data-autofocus": true, autoFocus: true } : {}),
  };
}

/** One line of text. */
export function TextField(props: TextFieldProps) {
  return <TextInput {...inputProps(props)} type={props.type ?? "text"} />;
}

/** Several lines of text; grows with what is written. */
export function TextAreaField(props: TextFieldProps & { readonly minRows?: number }) {
  return <Textarea {...inputProps(props)} autosize minRows={props.minRows ?? 3} maxRows={16} />;
}

/** Yes or no. */
export function SwitchField(props: {
  readonly label: string;
  /** `null` counts as no. */
  readonly value: boolean | null;
  onChange(value: boolean): void;
  readonly error?: ReactNode;
  readonly description?: ReactNode;
  readonly disabled?: boolean;
}) {
  return (
    <Switch
      label={props.label}
      description={props.description}
      error={props.error}
      disabled={props.disabled ?? false}
      checked={props.value ?? false}
      onChange={(event) => props.onChange(event.currentTarget.checked)}
    />
  );
}
