import { NumberInput } from "@mantine/core";
import type { ReactNode } from "react";
import { numberSeparators } from "../format.ts";
import { useFormat } from "../use-format.ts";

export interface NumberFieldProps {
  readonly label: string;
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
  readonly onBlur?: (() => void) | undefined;
  readonly error?: ReactNode;
  readonly description?: ReactNode;
  readonly required?: boolean;
  readonly disabled?: boolean;
  readonly min?: number;
  readonly max?: number;
  /** Digits after the decimal sign; 0 unless said. */
  readonly decimals?: number;
  /** Unit behind the figure, such as "min". */
  readonly unit?: string;
}

/** A number in the reader's notation; comma and point are both taken as the decimal sign. */
export function NumberField(props: NumberFieldProps & { readonly fixedDecimals?: boolean }) {
  const { language } = useFormat();
  const { decimal, thousand } = numberSeparators(language);
  const { min, max, unit, decimals = 0 } = props;
  return (
    <NumberInput
      label={props.label}
      description={props.description}
      error={props.error}
      required={props.required ?? false}
      disabled={props.disabled ?? false}
      value={props.value ?? ""}
      decimalScale={decimals}
      fixedDecimalScale={props.fixedDecimals ?? false}
      decimalSeparator={decimal}
      thousandSeparator={thousand}
      allowedDecimalSeparators={[",", "."]}
      hideControls
      clampBehavior="none"
      {...(min === undefined ? {} : { min, allowNegative: min < 0 })}
      {...(max === undefined ? {} : { max })}
      {...(unit === undefined ? {} : { suffix: `\u00a0${unit}` })}
      onChange={(value) => props.onChange(typeof value === "number" ? value : null)}
      {...(props.onBlur ? { onBlur: props.onBlur } : {})}
    />
  );
}

/** An amount in the company's currency. */
export function MoneyField(props: Omit<NumberFieldProps, "unit" | "decimals">) {
  const { currency } = useFormat();
  return <NumberField {...props} decimals={2} fixedDecimals unit={currency} />;
}
