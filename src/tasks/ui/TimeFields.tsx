import { Group, Stack, Text } from "@mantine/core";
import type { ReactNode } from "react";
import type { EditedTimes } from "#tasks/edit-times.rules.ts";
import { isTimed } from "#tasks/task-times.rules.ts";
import { DateField } from "#web/fields/DateField.tsx";
import { SwitchField, TextField } from "#web/fields/TextField.tsx";
import { TimeField } from "#web/fields/TimeField.tsx";
import { useT } from "#web/i18n.ts";
import { useDurationText } from "./use-when.ts";

/** When a task takes place: what its kind has, and how long that is. */
export function TimeFields(props: {
  readonly times: EditedTimes;
  /** One of the fields was changed; the others follow by `editTimes`. */
  change(change: Partial<EditedTimes>): void;
  errorOf(field: keyof EditedTimes): ReactNode;
}) {
  const t = useT();
  const durationText = useDurationText();
  const { times, change, errorOf } = props;
  const hasTimes = isTimed(times);
  const isMeeting = times.type === "meeting";
  return (
    <Stack gap="sm" data-wide>
      {isMeeting && (
        <SwitchField
          label={t("fields.allDay")}
          value={times.allDay}
          onChange={(allDay) => change({ allDay })}
          error={errorOf("allDay")}
        />
      )}
      <Group grow align="flex-start" wrap="nowrap">
        <DateField
          label={t("fields.date")}
          required
          value={times.date}
          onChange={(date) => change({ date })}
          error={errorOf("date")}
        />
        {hasTimes && (
          <TimeField
            label={t("fields.startTime")}
            required={isMeeting}
            value={times.startTime}
            onChange={(startTime) => change({ startTime })}
            error={errorOf("startTime")}
          />
        )}
      </Group>
      <Group grow align="flex-start" wrap="nowrap">
        <DateField
          label={t("fields.endingDate")}
          required
          value={times.endingDate}
          onChange={(endingDate) => change({ endingDate })}
          error={errorOf("endingDate")}
        />
        {hasTimes && (
          <TimeField
            label={t("fields.endingTime")}
            disabled={times.startTime === null}
            value={times.endingTime}
            onChange={(endingTime) => change({ endingTime })}
            error={errorOf("endingTime")}
          />
        )}
      </Group>
      <Text size="xs" c={errorOf("durationSec") ? "var(--rp-danger-text)" : "dimmed"} aria-live="polite">
        {errorOf("durationSec") ?? t("tasks.takes", { duration: durationText(times) })}
      </Text>
      {isMeeting && (
        <TextField
          label={t("fields.location")}
          maxLength={100}
          value={times.location}
          onChange={(location) => change({ location })}
          error={errorOf("location")}
        />
      )}
    </Stack>
  );
}
