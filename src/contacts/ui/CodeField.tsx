import { LookupField, type LookupFieldProps } from "#web/fields/LookupField.tsx";
import { useLabel } from "#web/fields/use-labels.ts";

interface CodeFieldProps extends Omit<LookupFieldProps, "valueLabel"> {
  /** A code whose name the record brings along. */
  readonly known?: { readonly value: string | null; readonly label: string | null };
}

/** A code of the set-up with its name beside it. */
export function CodeField({ known, ...field }: CodeFieldProps) {
  const isKnown = known !== undefined && known.value === field.value;
  const label = useLabel(field.source, field.value, !isKnown);
  return <LookupField {...field} valueLabel={isKnown ? known.label : label} />;
}
