import { TextInput } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { useT } from "../i18n.ts";
import { useFormat } from "../use-format.ts";
import { editableNumber, readNumber } from "./number-input.rules.ts";

export interface NumberFieldProps {
  readonly label: string;
  readonly value: number | null;
  onChange(value: number | null): void;
  readonly onBlur?: (() => void) | undefined;
  readonly error?: ReactNode;
  readonly description?: ReactNode;
  readonly required?: boolean;
  readonly disabled?: boolean;
  readonly autoFocus?: boolean;
  readonly min?: number;
  readonly max?: number;
  /** Digits after the decimal sign; 0 unless said. */
  readonly decimals?: number;
  /** Unit behind the figure, such as "min". */
  readonly unit?: string;
}

/** A number in the reader's notation; comma and point are both taken as the decimal sign. */
export function NumberField(props: NumberFieldProps) {
  const format = useFormat();
  const { unit, decimals = 0 } = props;
  const show = (value: number) =>
    [format.number(value, { maximumFractionDigits: decimals }), ...(unit ? [unit] : [])].join("\u00a0");
  return <NumberText {...props} show={show} />;
}

/** An amount in the company's currency. */
export function MoneyField(props: Omit<NumberFieldProps, "unit" | "decimals">) {
  const format = useFormat();
  return <NumberText {...props} decimals={2} show={format.money} />;
}

/** Shows the figure as it is read and, while it is typed, as it is written. */
function NumberText(props: NumberFieldProps & { readonly show: (value: number) => string }) {
  const t = useT();
  const { language } = useFormat();
  const [typed, setTyped] = useState<string | null>(null);
  const [objection, setObjection] = useState<string | null>(null);
  const { value, min, max, decimals = 0, onChange } = props;

  function objectionTo(text: string, read: number | null): string | null {
    if (read === null) return text.trim() === "" ? null : t("web.form.invalid");
    if (min !== undefined && read < min) return t("web.form.tooSmall", { min });
    if (max !== undefined && read > max) return t("web.form.tooBig", { max });
    return null;
  }

  function take(): void {
    if (typed === null) return;
    const read = readNumber(typed, language);
    const found = objectionTo(typed, read);
    setObjection(found);
    if (found !== null) return;
    const rounded = read === null ? null : Number(read.toFixed(decimals));
    if (rounded !== value) onChange(rounded);
    setTyped(null);
  }

  return (
    <TextInput
      label={props.label}
      description={props.description}
      error={objection ?? props.error}
      required={props.required ?? false}
      disabled={props.disabled ?? false}
      {...(props.autoFocus ? { "data-autofocus": true, autoFocus: true } : {})}
      inputMode="decimal"
      autoComplete="off"
      value={typed ?? (value === null ? "" : props.show(value))}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        setObjection(null);
      }}
      onFocus={(event) => {
        if (typed === null && value !== null) setTyped(editableNumber(value, language));
        const input = event.currentTarget;
        requestAnimationFrame(() => input.select());
      }}
      onKeyDown={(event) => {
        if (event.key === "Enter") take();
      }}
      onBlur={() => {
        take();
        props.onBlur?.();
      }}
    />
  );
}
