import { notifications } from "@mantine/notifications";
import type { z } from "zod";
import type { ContactWarning } from "#contacts/contacts.contract.ts";

/** Says what is worth a look and did not keep the contact from being saved. */
export function showWarnings(warnings: readonly z.output<typeof ContactWarning>[]): void {
  for (const { message } of warnings) notifications.show({ message, color: "yellow", autoClose: 12_000 });
}
