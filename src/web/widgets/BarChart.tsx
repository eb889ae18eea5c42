import { Skeleton, Table, UnstyledButton } from "@mantine/core";
import { lazy, Suspense, useState } from "react";
import { useT } from "../i18n.ts";
import { useFormat } from "../use-format.ts";

const Bars = lazy(() => import("./Bars.tsx"));

/** One bar: where it stands, how high, and the entries behind it. */
export interface Bar {
  readonly label: string;
  readonly value: number;
  /** Address of the list with the very entries. */
  readonly href?: string;
}

export interface BarChartProps {
  readonly title: string;
  readonly bars: readonly Bar[];
  /** What the figures count, for the tooltip and the table. */
  readonly valueLabel: string;
  /** How a value reads; a plain number unless said. */
  readonly formatValue?: (value: number) => string;
  readonly height?: number;
}

/** Figures over time or by kind. The chart's code is loaded when it is shown; the figures can be read as a table. */
export function BarChart(props: BarChartProps) {
  const t = useT();
  const [isTable, setIsTable] = useState(false);
  const { height = 180 } = props;
  if (props.bars.every(({ value }) => value === 0)) {
    return (
      <p style={{ minHeight: height, color: "var(--mantine-color-dimmed)", fontSize: 13 }}>
        {t("web.chart.empty")}
      </p>
    );
  }
  return (
    <figure style={{ margin: 0 }} aria-label={t("web.chart.label", { title: props.title })}>
      {isTable ? (
        <FigureTable {...props} />
      ) : (
        <Suspense fallback={<Skeleton height={height} />}>
          <Bars {...props} height={height} />
        </Suspense>
      )}
      <UnstyledButton fz="xs" c="dimmed" aria-pressed={isTable} onClick={() => setIsTable(!isTable)}>
        {t("web.chart.table")}
      </UnstyledButton>
    </figure>
  );
}

function FigureTable({ bars, valueLabel, title, formatValue }: BarChartProps) {
  const format = useFormat();
  const read = formatValue ?? ((value: number) => format.number(value));
  return (
    <Table verticalSpacing={3} fz="xs">
      <caption className="visually-hidden">{title}</caption>
      <Table.Thead>
        <Table.Tr>
          <Table.Th />
          <Table.Th ta="right">{valueLabel}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {bars.map(({ label, value }) => (
          <Table.Tr key={label}>
            <Table.Th scope="row">{label}</Table.Th>
            <Table.Td ta="right">{read(value)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
