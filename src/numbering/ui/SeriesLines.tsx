import { ActionIcon, Button, Checkbox, Text } from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { DateField } from "#web/fields/DateField.tsx";
import { NumberField } from "#web/fields/MoneyField.tsx";
import { TextField } from "#web/fields/TextField.tsx";
import { useT } from "#web/i18n.ts";
import { useFormat } from "#web/use-format.ts";
import { type EditedLine, lineFaults, newLine } from "./lines-form.rules.ts";
import classes from "./SeriesLines.module.css";

type Fault = keyof typeof import("../texts.en.ts")["numberingTexts"]["problems"];

/** The lines of a number series, edited in place. */
export function SeriesLines(props: {
  readonly lines: readonly EditedLine[];
  readonly onChange: (lines: readonly EditedLine[]) => void;
  readonly errorAt: (path: string) => ReactNode;
}) {
  const t = useT();
  const format = useFormat();
  const { lines, onChange } = props;
  const faults = lineFaults(lines);
  const set = (index: number, change: Partial<EditedLine>) =>
    onChange(lines.map((line, position) => (position === index ? { ...line, ...change } : line)));

  function bind(index: number, field: keyof EditedLine) {
    const path = `lines.${index}.${field}`;
    const label = t(`fields.${field}`);
    const code = faults[path];
    const fault = code === undefined ? undefined : t(`numbering.problems.${code as Fault}`, { field: label });
    return {
      label: t("numbering.lineOf", { field: label, line: index + 1 }),
      error: fault ?? props.errorAt(path),
    };
  }

  return (
    <div className={classes.lines}>
      <Text size="sm" c="dimmed" mb="sm">
        {lines.length === 0 ? t("numbering.noLines") : t("numbering.linesText")}
      </Text>
      {lines.length > 0 && (
        <div className={classes.scroll}>
          <table className={classes.table}>
            <thead>
              <tr>
                {(
                  [
                    "startingDate",
                    "startingNo",
                    "endingNo",
                    "warningNo",
                    "incrementBy",
                    "lastNoUsed",
                    "open",
                  ] as const
                ).map((field) => (
                  <th key={field} scope="col">
                    {t(`fields.${field}`)}
                  </th>
                ))}
                <th scope="col">
                  <span className="visually-hidden">{t("web.list.rowMenu")}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {lines.map((line, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a line has no key of its own while its date is typed
                <tr key={index}>
                  <td>
                    <DateField
                      {...bind(index, "startingDate")}
                      value={line.startingDate}
                      onChange={(startingDate) => set(index, { startingDate })}
                    />
                  </td>
                  {(["startingNo", "endingNo", "warningNo"] as const).map((field) => (
                    <td key={field}>
                      <TextField
                        {...bind(index, field)}
                        maxLength={20}
                        value={line[field]}
                        onChange={(value) => set(index, { [field]: value?.toUpperCase() ?? null })}
                      />
                    </td>
                  ))}
                  <td className={classes.narrow}>
                    <NumberField
                      {...bind(index, "incrementBy")}
                      min={1}
                      value={line.incrementBy}
                      onChange={(incrementBy) => set(index, { incrementBy })}
                    />
                  </td>
                  <td className={classes.read}>{line.lastNoUsed ?? "–"}</td>
                  <td className={classes.read}>
                    <Checkbox
                      aria-label={bind(index, "open").label}
                      checked={line.open}
                      onChange={(event) => set(index, { open: event.currentTarget.checked })}
                    />
                  </td>
                  <td className={classes.read}>
                    <ActionIcon
                      size={24}
                      aria-label={t("numbering.removeLine", {
                        date: line.startingDate === null ? "" : format.date(line.startingDate),
                      })}
                      onClick={() => onChange(lines.filter((_, position) => position !== index))}
                    >
                      <IconTrash size={15} stroke={1.6} />
                    </ActionIcon>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <Button
        variant="default"
        mt="sm"
        leftSection={<IconPlus size={15} stroke={1.7} aria-hidden />}
        onClick={() => onChange([...lines, newLine(format.today())])}
      >
        {t("numbering.addLine")}
      </Button>
    </div>
  );
}
