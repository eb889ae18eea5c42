import { UnstyledButton } from "@mantine/core";
import { IconArrowDown, IconArrowUp } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { logHref } from "#interactions/ui/index.ts";
import type {
  InteractionFigures,
  InteractionStatistics,
  StatisticsRow,
} from "#statistics/statistics.contract.ts";
import { compareTexts } from "#web/format.ts";
import { useT } from "#web/i18n.ts";
import { nextSort, readSort } from "#web/url-state.ts";
import { type Format, useFormat } from "#web/use-format.ts";
import { type Figure, negative, noOfInteractions, positive, tableFigures } from "./figures.ts";
import { entriesOfRow, narrowed, type Scope } from "./question.rules.ts";
import { labelOfRow } from "./row-label.ts";
import classes from "./StatisticsTable.module.css";
import type { Question } from "./use-question.ts";

const nameKey = "name";

/** Every figure of every row, sorted as one likes; a number of interactions leads to them. */
export function StatisticsTable(props: {
  readonly statistics: InteractionStatistics;
  readonly question: Question;
}) {
  const t = useT();
  const format = useFormat();
  const { statistics, question } = props;
  const { by, totals } = statistics;
  const rows = useSortedRows(statistics, question.search.sort);
  // A row of an evaluation has no other one.
  const figures =
    by === "evaluation" ? tableFigures.filter((f) => f !== positive && f !== negative) : tableFigures;
  const highest = Math.max(
    ...rows.map((row) => Math.max(row.noOfInteractions, row.compared?.noOfInteractions ?? 0)),
  );
  const isCompared = statistics.comparedPeriod !== null;
  const nameHeader = t(`statistics.page.tabs.${by}`);
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard scrolls it sideways on a phone */}
      <section className={classes.scroll} tabIndex={0} aria-label={t("statistics.page.table")}>
        <table className={classes.table}>
          <thead>
            <tr>
              <SortHeader sortKey={nameKey} label={nameHeader} question={question} />
              {figures.map((figure) => (
                <Columns key={figure.key} figure={figure} question={question} isCompared={isCompared} />
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row
                key={row.key ?? ""}
                row={row}
                label={labelOfRow(by, row, t, format)}
                entries={entriesOfRow(by, row, question.scope)}
                figures={figures}
                highest={highest}
              />
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t("statistics.page.total")}</th>
              {figures.map((figure) => (
                <Cells key={figure.key} figure={figure} row={totals} entries={null} label="" />
              ))}
            </tr>
          </tfoot>
        </table>
      </section>
      {statistics.noOfRows > rows.length && (
        <p className={classes.note}>
          {t("statistics.page.shown", { count: rows.length, all: statistics.noOfRows })}
        </p>
      )}
    </>
  );
}

function useSortedRows(
  { by, rows }: InteractionStatistics,
  sortText: string | undefined,
): readonly StatisticsRow[] {
  const t = useT();
  const format = useFormat();
  const sort = readSort(sortText);
  if (sort === null) return rows;
  const direction = sort.isDescending ? -1 : 1;
  if (sort.key === nameKey) {
    const isInTime = rows.some(({ dateFrom }) => dateFrom !== null);
    const nameOf = (row: StatisticsRow) => (isInTime ? (row.key ?? "") : labelOfRow(by, row, t, format));
    return rows.toSorted((a, b) => direction * compareTexts(nameOf(a), nameOf(b), format.language));
  }
  const figure = tableFigures.find(({ key }) => key === sort.key);
  return figure ? rows.toSorted((a, b) => direction * (figure.valueOf(a) - figure.valueOf(b))) : rows;
}

function Columns(props: {
  readonly figure: Figure;
  readonly question: Question;
  readonly isCompared: boolean;
}) {
  const t = useT();
  const { figure, question } = props;
  return (
    <>
      <SortHeader sortKey={figure.key} label={t(figure.labelKey)} question={question} isNumber />
      {props.isCompared && figure === noOfInteractions && (
        <th scope="col" className={classes.number}>
          <span className={classes.plain}>{t("statistics.page.changed")}</span>
        </th>
      )}
    </>
  );
}

function SortHeader(props: {
  readonly sortKey: string;
  readonly label: string;
  readonly question: Question;
  readonly isNumber?: boolean;
}) {
  const t = useT();
  const { sortKey, label, question, isNumber } = props;
  const sort = readSort(question.search.sort);
  const isSorted = sort?.key === sortKey;
  const Arrow = sort?.isDescending ? IconArrowDown : IconArrowUp;
  return (
    <th
      scope="col"
      className={isNumber ? classes.number : undefined}
      aria-sort={isSorted ? (sort.isDescending ? "descending" : "ascending") : undefined}
    >
      <UnstyledButton
        className={classes.sort ?? ""}
        title={t("statistics.page.sortBy", { column: label })}
        onClick={() => question.change({ sort: sortAfter(question.search.sort, sortKey, isNumber) })}
      >
        {label}
        {isSorted && <Arrow size={13} stroke={1.8} aria-hidden />}
      </UnstyledButton>
    </th>
  );
}

/** Numbers begin with the highest. */
function sortAfter(
  current: string | undefined,
  key: string,
  isNumber: boolean | undefined,
): string | undefined {
  if (!isNumber) return nextSort(current, key);
  return { [`-${key}`]: key, [key]: undefined }[current ?? ""] ?? (current === key ? undefined : `-${key}`);
}

function Row(props: {
  readonly row: StatisticsRow;
  readonly label: string;
  readonly entries: Scope | null;
  readonly figures: readonly Figure[];
  readonly highest: number;
}) {
  const { row, label, entries } = props;
  return (
    <tr>
      <th scope="row">
        <span className={classes.name}>{label}</span>
        {row.name !== null && <span className={classes.code}>{row.key}</span>}
        <span className={classes.track} aria-hidden>
          <span style={{ width: `${share(row.noOfInteractions, props.highest)}%` }} />
          {row.compared && (
            <i style={{ insetInlineStart: `${share(row.compared.noOfInteractions, props.highest)}%` }} />
          )}
        </span>
      </th>
      {props.figures.map((figure) => (
        <Cells key={figure.key} figure={figure} row={row} entries={entries} label={label} />
      ))}
    </tr>
  );
}

function share(value: number, highest: number): number {
  return highest === 0 ? 0 : (value / highest) * 100;
}

function Cells(props: {
  readonly figure: Figure;
  readonly row: InteractionFigures & { readonly compared: InteractionFigures | null };
  readonly entries: Scope | null;
  readonly label: string;
}) {
  const t = useT();
  const format = useFormat();
  const { figure, row, entries, label } = props;
  const value = figure.valueOf(row);
  const text = figure.format(value, format);
  const isLink = entries !== null && figure.entries !== undefined && value > 0;
  return (
    <>
      <td className={classes.number} data-none={value === 0 || undefined}>
        {isLink ? (
          <Link
            to={logHref(narrowed(entries, figure.entries ?? {}))}
            preload={false}
            aria-label={t("statistics.page.open", { label, figure: t(figure.labelKey), value: text })}
          >
            {text}
          </Link>
        ) : (
          text
        )}
      </td>
      {row.compared && figure === noOfInteractions && (
        <td className={classes.number}>{changeOf(row, row.compared, format)}</td>
      )}
    </>
  );
}

/** How many per cent more or fewer; from nothing there are no per cent. */
function changeOf(now: InteractionFigures, before: InteractionFigures, format: Format): string {
  if (before.noOfInteractions === 0) return now.noOfInteractions === 0 ? "" : "–";
  const change = (now.noOfInteractions - before.noOfInteractions) / before.noOfInteractions;
  const text = format.percent(change);
  return change > 0 ? `+${text}` : text;
}
