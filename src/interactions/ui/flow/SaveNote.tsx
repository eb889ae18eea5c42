import { Text } from "@mantine/core";
import { IconCloudCheck, IconCloudOff, IconCloudUp } from "@tabler/icons-react";
import { useT } from "#web/i18n.ts";
import type { SaveStatus } from "./use-draft.ts";

const icons = {
  saved: IconCloudCheck,
  saving: IconCloudUp,
  refused: IconCloudOff,
  notSaved: IconCloudOff,
} as const;
const keys = {
  saved: "interactions.flow.saved",
  saving: "interactions.flow.saving",
  refused: "interactions.flow.refused",
  notSaved: "interactions.flow.notSaved",
} as const;

/** Whether what was typed is safe; before logging also that nothing is sent. */
export function SaveNote({ status, isLast }: { readonly status: SaveStatus; readonly isLast: boolean }) {
  const t = useT();
  const Icon = icons[status];
  const isUnsafe = status === "notSaved" || status === "refused";
  return (
    <Text
      size="xs"
      c={isUnsafe ? "var(--mantine-color-error)" : "dimmed"}
      role={isUnsafe ? "alert" : undefined}
      style={{ display: "inline-flex", gap: 6, alignItems: "center" }}
    >
      <Icon size={15} stroke={1.6} aria-hidden />
      <span>
        {t(keys[status])}
        {isLast && !isUnsafe && ` ${t("interactions.quickLog.nothingSent")}`}
      </span>
    </Text>
  );
}
