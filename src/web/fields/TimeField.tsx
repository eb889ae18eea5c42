import { TextInput } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { useT } from "../i18n.ts";
import { useFormat } from "../use-format.ts";
import { readTime } from "./date-input.rules.ts";

/** A time of day, typed as one says it: `14.05`, `1405`, `9`. */
export function TimeField(props: {
  readonly label: string;
  /** `HH:MM:SS`; `null` is none. */
  readonly value: string | null;
  onChange(value: string | null): void;
  readonly onBlur?: (() => void) | undefined;
  readonly error?: ReactNode;
  readonly required?: boolean;
  readonly disabled?: boolean;
}) {
  const t = useT();
  const format = useFormat();
  const [typed, setTyped] = useState<string | null>(null);
  const [isWrong, setIsWrong] = useState(false);
  const { value, onChange } = props;

  function take(): void {
    if (typed === null) return;
    const time = readTime(typed);
    const isUnreadable = typed.trim() !== "" && time === null;
    setIsWrong(isUnreadable);
    if (isUnreadable) return;
    if (time !== value) onChange(time);
    setTyped(null);
  }

  return (
    <TextInput
      label={props.label}
      error={isWrong ? t("web.date.timeInvalid") : props.error}
      required={props.required ?? false}
      disabled={props.disabled ?? false}
      autoComplete="off"
      inputMode="numeric"
      value={typed ?? (value === null ? "" : format.time(value))}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        setIsWrong(false);
      }}
      onFocus={(event) => event.currentTarget.select()}
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
