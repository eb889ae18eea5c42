import { TagsInput } from "@mantine/core";
import { parseDateFormula, writeDateFormula } from "#platform/date-formula.rules.ts";
import { DateFormulaField } from "../fields/DateFormulaField.tsx";
import { EnumField } from "../fields/EnumField.tsx";
import { LookupField } from "../fields/LookupField.tsx";
import { MoneyField, NumberField } from "../fields/MoneyField.tsx";
import { SwitchField, TextField } from "../fields/TextField.tsx";
import type { FieldBinding } from "../form/use-fields.ts";
import { type Translate, useT } from "../i18n.ts";
import type { Format } from "../use-format.ts";
import type { SetupField } from "./setup-fields.ts";

/** A value of a set-up list as it is read. */
export function cellText(field: SetupField, value: unknown, t: Translate, format: Format): string {
  if (value === null || value === undefined) return "";
  switch (field.kind) {
    case "flag":
      return value === true ? t("web.filter.yes") : t("web.filter.no");
    case "money":
      return format.money(Number(value));
    case "texts":
      return (value as readonly string[]).join(", ");
    case "dateFormula":
      return writeDateFormula(parseDateFormula(String(value)) ?? [], format.language);
    case "figure":
      return format.number(Number(value));
    case "number":
      return [format.number(Number(value)), ...(field.unit ? [field.unit] : [])].join("\u00a0");
    case "enum": {
      const choice = field.choices.find((candidate) => candidate.value === value);
      return choice ? t(choice.labelKey) : String(value);
    }
    default:
      return String(value);
  }
}

/** The input of one field while its row is edited. Its label is there for screen readers. */
export function SetupCell(props: {
  readonly field: SetupField;
  readonly binding: FieldBinding<unknown>;
  readonly hasFocus: boolean;
}) {
  const t = useT();
  const { field, binding } = props;
  const shared = {
    label: t(field.labelKey),
    error: binding.error,
    onBlur: binding.onBlur,
    required: field.isRequired ?? false,
    autoFocus: props.hasFocus,
  };
  const bind = <Value,>() => ({
    value: binding.value as Value | null,
    onChange: binding.onChange as (value: Value | null) => void,
  });
  switch (field.kind) {
    case "code":
      return (
        <TextField
          {...shared}
          maxLength={field.maxLength}
          value={binding.value as string | null}
          onChange={(value) => binding.onChange(value?.toUpperCase() ?? null)}
        />
      );
    case "text":
      return <TextField {...shared} {...bind<string>()} maxLength={field.maxLength} />;
    case "texts":
      return (
        <TagsInput
          label={shared.label}
          error={shared.error}
          onBlur={shared.onBlur}
          size="sm"
          maxLength={field.maxLength}
          splitChars={[",", ";"]}
          acceptValueOnBlur
          clearable={false}
          value={[...(bind<readonly string[]>().value ?? [])]}
          onChange={(values) => binding.onChange(values.map((value) => value.toUpperCase()))}
          {...(field.hintKey === undefined ? {} : { placeholder: t(field.hintKey) })}
        />
      );
    case "number":
      return (
        <NumberField
          {...shared}
          {...bind<number>()}
          decimals={field.decimals ?? 0}
          {...(field.unit === undefined ? {} : { unit: field.unit })}
        />
      );
    case "money":
      return <MoneyField {...shared} {...bind<number>()} min={0} />;
    case "flag":
      return (
        <SwitchField
          label={shared.label}
          error={shared.error}
          value={binding.value === true}
          onChange={binding.onChange}
        />
      );
    case "dateFormula":
      return (
        <DateFormulaField
          label={shared.label}
          error={shared.error}
          value={binding.value as string | null}
          onChange={binding.onChange}
        />
      );
    case "enum":
      return <EnumField {...shared} {...bind<string>()} choices={field.choices} />;
    case "figure":
      return null;
    case "lookup":
      return <LookupField {...shared} {...bind<string>()} source={field.source} />;
  }
}
