import { Button, Checkbox, Group, Radio, Stack, TextInput } from "@mantine/core";
import { lazy, Suspense, useState } from "react";
import { LookupLine } from "../fields/LookupField.tsx";
import { NumberField } from "../fields/MoneyField.tsx";
import { useLabels } from "../fields/use-labels.ts";
import { useLookup } from "../fields/use-lookup.ts";
import { useT } from "../i18n.ts";
import { readValues, type SearchValues } from "../url-state.ts";
import { useFormat } from "../use-format.ts";
import { type Filter, type Period, periodDays, rangeChange, rangeOf, toggled } from "./filters.ts";

// Only who filters by date needs the calendar.
const DateField = lazy(async () => ({ default: (await import("../fields/DateField.tsx")).DateField }));

type Change = (values: Record<string, string | undefined>) => void;

interface EditorProps<Kind extends Filter["kind"]> {
  readonly filter: Extract<Filter, { kind: Kind }>;
  readonly search: SearchValues;
  readonly onChange: Change;
  readonly onClose: () => void;
}

/** The form of one filter; every change is in the address line at once. */
export function FilterEditor(props: EditorProps<Filter["kind"]>) {
  const { filter } = props;
  switch (filter.kind) {
    case "text":
      return <TextEditor {...props} filter={filter} />;
    case "enum":
      return <EnumEditor {...props} filter={filter} />;
    case "code":
      return <CodeEditor {...props} filter={filter} />;
    case "flag":
      return <FlagEditor {...props} filter={filter} />;
    case "dateRange":
      return <DateRangeEditor {...props} filter={filter} />;
    case "numberRange":
      return <NumberRangeEditor {...props} filter={filter} />;
  }
}

function TextEditor({ filter, search, onChange, onClose }: EditorProps<"text">) {
  const t = useT();
  const [text, setText] = useState(search[filter.key] ?? "");
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onChange({ [filter.key]: text.trim() });
        onClose();
      }}
    >
      <Stack gap="xs">
        <TextInput
          label={t(filter.labelKey)}
          data-autofocus
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Button type="submit">{t("web.filter.apply")}</Button>
      </Stack>
    </form>
  );
}

function EnumEditor({ filter, search, onChange }: EditorProps<"enum">) {
  const t = useT();
  const values = readValues(search[filter.key]);
  return (
    <Stack gap={8} role="group" aria-label={t(filter.labelKey)}>
      {filter.choices.map(({ value, labelKey }, position) => (
        <Checkbox
          key={value}
          label={t(labelKey)}
          checked={values.includes(value)}
          {...(position === 0 ? { "data-autofocus": true } : {})}
          onChange={() => onChange(toggled(filter, search, value))}
        />
      ))}
    </Stack>
  );
}

function CodeEditor({ filter, search, onChange }: EditorProps<"code">) {
  const t = useT();
  const [words, setWords] = useState("");
  const { options } = useLookup(filter.source, words, true);
  const values = readValues(search[filter.key]);
  const labelOf = useLabels(filter.source, values);
  const missing = values.filter((value) => !options.some((option) => option.value === value));
  return (
    <Stack gap="xs" w={260}>
      <TextInput
        aria-label={t("web.lookup.placeholder")}
        placeholder={t("web.lookup.placeholder")}
        data-autofocus
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <Stack gap={8} mah={240} style={{ overflowY: "auto" }} role="group" aria-label={t(filter.labelKey)}>
        {[...missing.map((value) => ({ value, label: labelOf(value) })), ...options].map((option) => (
          <Checkbox
            key={option.value}
            label={<LookupLine option={option} />}
            checked={values.includes(option.value)}
            onChange={() => onChange(toggled(filter, search, option.value))}
          />
        ))}
      </Stack>
    </Stack>
  );
}

function FlagEditor({ filter, search, onChange, onClose }: EditorProps<"flag">) {
  const t = useT();
  return (
    <Radio.Group
      label={t(filter.labelKey)}
      value={search[filter.key] ?? ""}
      onChange={(value) => {
        onChange({ [filter.key]: value });
        onClose();
      }}
    >
      <Stack gap={8} mt={6}>
        <Radio size="xs" value="true" label={t("web.filter.yes")} data-autofocus />
        <Radio size="xs" value="false" label={t("web.filter.no")} />
      </Stack>
    </Radio.Group>
  );
}

const periods: readonly Period[] = ["today", "thisWeek", "lastMonth", "thisYear", "last12Months"];

function DateRangeEditor({ filter, search, onChange, onClose }: EditorProps<"dateRange">) {
  const t = useT();
  const format = useFormat();
  const range = rangeOf(filter, search);
  return (
    <Stack gap="xs" w={260}>
      <Group gap={4}>
        {periods.map((period) => (
          <Button
            key={period}
            size="compact-xs"
            variant="default"
            onClick={() => {
              onChange(rangeChange(filter, periodDays(period, format.today())));
              onClose();
            }}
          >
            {t(`web.filter.${period}`)}
          </Button>
        ))}
      </Group>
      <Suspense>
        <DateField
          label={t("web.filter.fromLabel")}
          autoFocus
          value={range.from}
          onChange={(from) => onChange(rangeChange(filter, { ...range, from }))}
        />
        <DateField
          label={t("web.filter.toLabel")}
          value={range.to}
          onChange={(to) => onChange(rangeChange(filter, { ...range, to }))}
        />
      </Suspense>
    </Stack>
  );
}

function NumberRangeEditor({ filter, search, onChange, onClose }: EditorProps<"numberRange">) {
  const t = useT();
  const [range, setRange] = useState(rangeOf(filter, search));
  const asNumber = (text: string | null) => (text === null ? null : Number(text));
  const asText = (value: number | null) => (value === null ? null : String(value));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onChange(rangeChange(filter, range));
        onClose();
      }}
    >
      <Stack gap="xs">
        <NumberField
          label={t("web.filter.fromLabel")}
          decimals={2}
          value={asNumber(range.from)}
          onChange={(from) => setRange({ ...range, from: asText(from) })}
        />
        <NumberField
          label={t("web.filter.toLabel")}
          decimals={2}
          value={asNumber(range.to)}
          onChange={(to) => setRange({ ...range, to: asText(to) })}
        />
        <Button type="submit">{t("web.filter.apply")}</Button>
      </Stack>
    </form>
  );
}
