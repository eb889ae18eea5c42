import "@mantine/charts/styles.layer.css";
import { BarChart as MantineBarChart } from "@mantine/charts";
import { useRouter } from "@tanstack/react-router";
import { useFormat } from "../use-format.ts";
import type { BarChartProps } from "./BarChart.tsx";

/** Of the figures at the scale, about. */
const pixelsPerCharacter = 7;

/** The drawing itself; a bar leads to its entries. Loaded by `BarChart`. */
export default function Bars(props: BarChartProps & { readonly height: number }) {
  const format = useFormat();
  const router = useRouter();
  const read = props.formatValue ?? ((value: number) => format.number(value));
  const longest = read(Math.max(...props.bars.map(({ value }) => value))).length;
  return (
    <div aria-hidden>
      <MantineBarChart
        h={props.height}
        data={props.bars.map(({ label, value }) => ({ label, value }))}
        dataKey="label"
        series={[{ name: "value", label: props.valueLabel, color: "var(--rp-accent)" }]}
        gridAxis="x"
        tickLine="none"
        strokeDasharray="0"
        gridColor="var(--rp-line)"
        textColor="var(--mantine-color-dimmed)"
        maxBarWidth={28}
        barProps={{
          radius: [3, 3, 0, 0],
          isAnimationActive: false,
          cursor: "pointer",
          onClick: (_, index) => {
            const href = props.bars[index]?.href;
            if (href !== undefined) void router.navigate({ href });
          },
        }}
        barChartProps={{ accessibilityLayer: false }}
        valueFormatter={read}
        yAxisProps={{ width: Math.max(36, 12 + longest * pixelsPerCharacter), allowDecimals: false }}
      />
    </div>
  );
}
