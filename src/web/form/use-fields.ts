import { useForm } from "@mantine/form";
import { useMemo } from "react";
import type { z } from "zod";
import { useT } from "../i18n.ts";
import { placeFieldErrors } from "../problem.ts";
import { checkValues } from "./issues.ts";
import { changesBetween } from "./merge.rules.ts";

/** The values of a form: every field of the schema, blank ones as `null`. */
export type FormValues<S extends z.ZodObject> = {
  [Name in keyof z.input<S>]-?: Exclude<z.input<S>[Name], undefined> | null;
};

/** Some of a form's fields as the schema takes them. */
export type FormChanges<S extends z.ZodObject> = {
  [Name in keyof z.input<S>]?: Exclude<z.input<S>[Name], undefined>;
};

/** What a field component of `fields/` is given. */
export interface FieldBinding<Value> {
  readonly value: Value;
  // A method, so that a field which may be blank takes one that may not, and the other way round.
  onChange(value: Value): void;
  readonly onBlur: () => void;
  readonly error: React.ReactNode;
}

/** Binds a field: `<TextField label={…} {...form.field("name")} />`. */
export type BindField<S extends z.ZodObject> = <Name extends keyof FormValues<S> & string>(
  name: Name,
) => FieldBinding<FormValues<S>[Name]>;

/** The record's values for the fields of the schema. Fields the record has not are `null`. */
export function valuesOf<S extends z.ZodObject>(schema: S, record: object): FormValues<S> {
  const known = record as Record<string, unknown>;
  return Object.fromEntries(
    Object.keys(schema.shape).map((field) => [field, known[field] ?? null]),
  ) as FormValues<S>;
}

/** A field that began blank and stayed so is left out: blank is a choice, left out asks for the default. */
function withoutBlank(
  before: Record<string, unknown>,
  values: Record<string, unknown>,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).filter(([name, value]) => value !== null || before[name] !== null),
  );
}

/**
 * The fields of a form: their values, their errors from the schema and from the server. A field is checked when it is
 * left, everything when it is sent.
 * @param checks `changed` looks at changed fields only, as a PATCH sends only those; `all` at every field
 */
export function useFields<S extends z.ZodObject>(
  schema: S,
  initial: FormValues<S>,
  checks: "changed" | "all",
) {
  const t = useT();
  const fieldNames = useMemo(() => new Set(Object.keys(schema.shape)), [schema]);

  function check(values: Record<string, unknown>): Record<string, string> {
    const before = form.getInitialValues() as Record<string, unknown>;
    return checkValues(
      schema,
      checks === "all" ? withoutBlank(before, values) : changesBetween(before, values),
      t,
    );
  }

  const form = useForm<Record<string, unknown>>({
    initialValues: initial,
    validate: (values) => check(values),
  });
  const values = form.values as FormValues<S>;
  // The library's type follows paths into the values; here a field is one name.
  const setField = form.setFieldValue as (name: string, value: unknown) => void;

  return {
    values,
    isDirty: Object.keys(changesBetween(form.getInitialValues(), form.values)).length > 0,
    /** What to create: all but the fields that began blank and stayed so. */
    filled: () => withoutBlank(form.getInitialValues(), form.getValues()),
    changes: () => changesBetween(form.getInitialValues(), form.getValues()) as FormChanges<S>,
    field: ((name) => ({
      value: values[name],
      onChange: (value) => setField(name, value),
      onBlur: () => {
        const error = check(form.getValues())[name];
        if (error !== undefined) form.setFieldError(name, error);
      },
      error: form.errors[name],
    })) as BindField<S>,
    set: (change: Partial<FormValues<S>>) => form.setValues(change as Record<string, unknown>),
    /** Begins anew with what was saved. */
    restart: (saved: FormValues<S>) => {
      form.setInitialValues(saved as Record<string, unknown>);
      form.setValues(saved as Record<string, unknown>);
      form.clearErrors();
    },
    /** New values to compare with, under what is typed. */
    rebase: (saved: FormValues<S>, typed: Record<string, unknown>) => {
      form.setInitialValues(saved as Record<string, unknown>);
      form.setValues(typed);
    },
    discard: () => form.reset(),
    initial: () => form.getInitialValues() as FormValues<S>,
    /** Checks everything; false with errors at the fields. */
    isFine: (): boolean => {
      const errors = check(form.getValues());
      form.setErrors(errors);
      return Object.keys(errors).length === 0;
    },
    /** Puts the server's objections at their fields; answers those that have no field here. */
    place: (error: unknown): string[] => {
      const { atFields, elsewhere } = placeFieldErrors(error, fieldNames);
      if (Object.keys(atFields).length > 0) form.setErrors(atFields);
      return elsewhere;
    },
    hasErrors: Object.keys(form.errors).length > 0,
  };
}

export type Fields<S extends z.ZodObject> = ReturnType<typeof useFields<S>>;

/** Moves the focus to the first field with an error, so that nobody has to look for it. */
export function focusFirstError(): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>("[aria-invalid=true]")?.focus());
}
