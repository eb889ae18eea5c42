import "@mantine/dates/styles.layer.css";
import "dayjs/locale/fi";
import "dayjs/locale/en-gb";
import { ActionIcon, Popover, TextInput } from "@mantine/core";
import { DatePicker } from "@mantine/dates";
import { IconCalendar } from "@tabler/icons-react";
import { type KeyboardEvent, type ReactNode, useState } from "react";
import { useT } from "../i18n.ts";
import { useFormat } from "../use-format.ts";
import { addDays, readDay } from "./date-input.rules.ts";

export interface DateFieldProps {
  readonly label: string;
  /** `YYYY-MM-DD`; `null` is none. */
  readonly value: string | null;
  onChange(value: string | null): void;
  readonly onBlur?: (() => void) | undefined;
  readonly error?: ReactNode;
  readonly description?: ReactNode;
  readonly required?: boolean;
  readonly disabled?: boolean;
  readonly autoFocus?: boolean;
}

/**
 * A day, typed as one says it (`23.11.`, `today`, `+7`) or picked from the calendar. Arrow up and down step by a day.
 * What cannot be read stays in the field with an error; the value does not change.
 */
export function DateField(props: DateFieldProps) {
  const t = useT();
  const format = useFormat();
  const [typed, setTyped] = useState<string | null>(null);
  const [isOpen, setIsOpen] = useState(false);
  const { value, onChange } = props;
  const shown = value === null ? "" : format.date(value);
  const isUnreadable = typed !== null && typed.trim() !== "" && readDay(typed, format.today()) === null;

  function take(): boolean {
    if (typed === null) return true;
    const day = readDay(typed, format.today());
    if (typed.trim() !== "" && day === null) return false;
    if (day !== value) onChange(day);
    setTyped(null);
    return true;
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === "Enter") take();
    const step = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (step === undefined || event.altKey || typed !== null) {
      if (event.altKey && event.key === "ArrowDown") setIsOpen(true);
      return;
    }
    event.preventDefault();
    onChange(addDays(value ?? format.today(), value === null ? 0 : step));
  }

  const [isLeft, setIsLeft] = useState(false);
  return (
    <Popover
      opened={isOpen}
      onChange={setIsOpen}
      position="bottom-start"
      withinPortal
      withRoles={false}
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <TextInput
          label={props.label}
          description={props.description}
          error={isUnreadable && isLeft ? t("web.date.invalid") : props.error}
          required={props.required ?? false}
          disabled={props.disabled ?? false}
          {...(props.autoFocus ? { "data-autofocus": true, autoFocus: true } : {})}
          placeholder={t("web.date.formatHint")}
          autoComplete="off"
          value={typed ?? shown}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setIsLeft(false);
          }}
          onFocus={(event) => event.currentTarget.select()}
          onBlur={() => {
            setIsLeft(true);
            take();
            props.onBlur?.();
          }}
          onKeyDown={onKeyDown}
          rightSection={
            <ActionIcon
              size={24}
              tabIndex={-1}
              disabled={props.disabled ?? false}
              aria-label={t("web.date.pick")}
              onClick={() => setIsOpen((open) => !open)}
            >
              <IconCalendar size={15} stroke={1.6} />
            </ActionIcon>
          }
        />
      </Popover.Target>
      <Popover.Dropdown>
        <DatePicker
          value={value}
          {...(value === null ? {} : { defaultDate: value })}
          locale={format.language === "fi" ? "fi" : "en-gb"}
          firstDayOfWeek={1}
          withWeekNumbers
          ariaLabels={{
            previousMonth: t("web.date.previousMonth"),
            nextMonth: t("web.date.nextMonth"),
          }}
          onChange={(day) => {
            setTyped(null);
            setIsOpen(false);
            onChange(day);
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
