import { Select } from "@mantine/core";
import { comparisons } from "#statistics/periods.rules.ts";
import { DateField } from "#web/fields/DateField.tsx";
import { useT } from "#web/i18n.ts";
import { chosenPeriod, type PeriodChoice, periodChoices } from "./question.rules.ts";
import classes from "./StatisticsPage.module.css";
import type { Question } from "./use-question.ts";

/** Which days are looked at, and which ones they are compared with. */
export function PeriodPicker({ question }: { readonly question: Question }) {
  const t = useT();
  const { search, period, compareWith, change } = question;
  const choice = chosenPeriod(search);
  return (
    <div className={classes.period}>
      <Select
        label={t("statistics.page.period")}
        data={periodChoices.map((value) => ({ value, label: t(`statistics.page.periods.${value}`) }))}
        value={choice}
        allowDeselect={false}
        onChange={(value) => change(periodChange(value as PeriodChoice, period))}
      />
      {choice === "own" && (
        <>
          <DateField
            label={t("statistics.fields.dateFrom")}
            value={period.dateFrom ?? null}
            onChange={(day) => change({ dateFrom: day ?? undefined })}
          />
          <DateField
            label={t("statistics.fields.dateTo")}
            value={period.dateTo ?? null}
            onChange={(day) => change({ dateTo: day ?? undefined })}
          />
        </>
      )}
      {period.dateFrom !== undefined && period.dateTo !== undefined && (
        <Select
          label={t("statistics.page.compareWith")}
          data={(["none", ...comparisons] as const).map((value) => ({
            value,
            label: t(`statistics.page.comparisons.${value}`),
          }))}
          value={compareWith ?? "none"}
          allowDeselect={false}
          onChange={(value) => change({ compareWith: value === "none" ? undefined : (value ?? undefined) })}
        />
      )}
    </div>
  );
}

/** Days of one's own begin with those that were looked at before. */
function periodChange(choice: PeriodChoice, before: Question["period"]): Record<string, string | undefined> {
  if (choice === "own") return { period: undefined, dateFrom: before.dateFrom, dateTo: before.dateTo };
  return { period: choice, dateFrom: undefined, dateTo: undefined };
}
