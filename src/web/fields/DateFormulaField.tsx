import { TextInput } from "@mantine/core";
import { type ReactNode, useState } from "react";
import {
  dateFormulaLength,
  evaluateDateFormula,
  parseDateFormula,
  writeDateFormula,
} from "#platform/date-formula.rules.ts";
import { useT } from "../i18n.ts";
import { useFormat } from "../use-format.ts";
import { formulaInWords } from "./date-formula-words.ts";

export interface DateFormulaFieldProps {
  readonly label: string;
  /** In English letters, as it is stored; `null` is none. */
  readonly value: string | null;
  onChange(value: string | null): void;
  readonly onBlur?: (() => void) | undefined;
  readonly error?: ReactNode;
  readonly description?: ReactNode;
  readonly disabled?: boolean;
}

/**
 * A date formula in the letters of the reader's language, in words, and with the day it leads to from today. What cannot be read stays
 * in the field with an error; the value does not change.
 */
export function DateFormulaField(props: DateFormulaFieldProps) {
  const t = useT();
  const format = useFormat();
  const [typed, setTyped] = useState<string | null>(null);
  const { value } = props;
  const stored = parseDateFormula(value ?? "") ?? [];
  const terms = typed === null ? stored : parseDateFormula(typed);

  function take(): void {
    if (typed === null || terms === null) return;
    const next = writeDateFormula(terms) || null;
    if (next !== value) props.onChange(next);
    setTyped(null);
  }

  const hasResult = terms !== null && terms.length > 0;
  return (
    <TextInput
      label={props.label}
      description={
        <>
          {props.description}
          {hasResult && (
            <span style={{ display: "block" }}>
              {t("web.dateFormula.result", {
                words: formulaInWords(terms, t),
                day: format.date(evaluateDateFormula(terms, format.today())),
              })}
            </span>
          )}
        </>
      }
      error={terms === null ? t("web.dateFormula.wrong") : props.error}
      disabled={props.disabled ?? false}
      maxLength={dateFormulaLength}
      autoComplete="off"
      autoCapitalize="characters"
      value={typed ?? writeDateFormula(stored, format.language)}
      onChange={(event) => setTyped(event.currentTarget.value)}
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
