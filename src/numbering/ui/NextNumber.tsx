import { Text } from "@mantine/core";
import { useT } from "#web/i18n.ts";
import { useFormat } from "#web/use-format.ts";
import { StatusBadge } from "#web/widgets/StatusBadge.tsx";
import { type EditedLine, nextNumber } from "./lines-form.rules.ts";

/** The number that would be drawn next, for a list; a badge says when there is none. */
export function NextNumber({ lines }: { readonly lines: readonly EditedLine[] }) {
  const t = useT();
  const next = nextNumber(lines, useFormat().today());
  if (next.no === null) return <StatusBadge tone="warning">{t("numbering.none")}</StatusBadge>;
  return <span style={{ fontVariantNumeric: "tabular-nums" }}>{next.no}</span>;
}

/** The same in words, for a card: why there is no number, or that the end is near. */
export function NextNumberText({ lines }: { readonly lines: readonly EditedLine[] }) {
  const t = useT();
  const next = nextNumber(lines, useFormat().today());
  return (
    <div role="status">
      <Text size="xs" c="dimmed">
        {t("numbering.nextWouldBe")}
      </Text>
      {next.no === null ? (
        <Text size="sm" c="var(--mantine-color-error)">
          {t(`numbering.because.${next.because}`)}
        </Text>
      ) : (
        <Text fz={18} fw={600} style={{ fontVariantNumeric: "tabular-nums" }}>
          {next.no}
        </Text>
      )}
      {next.no !== null && next.isWarned && (
        <Text size="sm" c="var(--rp-warning-text)">
          {t("numbering.warned")}
        </Text>
      )}
    </div>
  );
}
