import { notifications } from "@mantine/notifications";
import type { Warning } from "#platform/http/warnings.ts";

/** Says what is worth a look and did not keep the contact from being saved. */
export function showWarnings(warnings: readonly Warning[]): void {
  for (const { message } of warnings) notifications.show({ message, color: "yellow", autoClose: 12_000 });
}
