import "@mantine/charts/styles.layer.css";
import { BarChart as MantineBarChart } from "@mantine/charts";
import { useElementSize } from "@mantine/hooks";
import { useRouter } from "@tanstack/react-router";
import { useFormat } from "../use-format.ts";
import type { BarChartProps } from "./BarChart.tsx";
import { placeLabels, shortened } from "./bar-labels.rules.ts";

/** Of the figures at the scale, about. */
const pixelsPerCharacter = 7;
const usualNamesHeight = 30;
/** Without the shift of the usual names, which would undo the slant. */
const slanted = { fontSize: 12, fill: "currentColor" };

/** The drawing itself; a bar leads to its entries. Loaded by `BarChart`. */
export default function Bars(props: BarChartProps & { readonly height: number }) {
  const format = useFormat();
  const router = useRouter();
  const read = props.formatValue ?? ((value: number) => format.number(value));
  const longest = read(Math.max(...props.bars.map(({ value }) => value))).length;
  const { ref, width } = useElementSize();
  const scaleWidth = Math.max(36, 12 + longest * pixelsPerCharacter);
  const names = placeLabels(
    props.bars.map(({ label }) => label),
    width - scaleWidth,
  );
  return (
    <div aria-hidden ref={ref}>
      <MantineBarChart
        h={props.height + names.height - usualNamesHeight}
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
        xAxisProps={{
          interval: names.shown === "all" ? 0 : "equidistantPreserveStart",
          height: names.height,
          ...(names.isSlanted && { angle: -40, textAnchor: "end", tickFormatter: shortened, tick: slanted }),
        }}
        yAxisProps={{ width: scaleWidth, allowDecimals: false }}
      />
    </div>
  );
}
