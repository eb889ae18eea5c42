import { IconFileImport } from "@tabler/icons-react";
import { importInteractionsHref } from "#imports/ui/paths.ts";
import { action } from "#web/actions.ts";

/** Brings what happened elsewhere into the log. */
export const importHistory = action({
  key: "interactions.import",
  labelKey: "interactions.log.import",
  icon: IconFileImport,
  right: "interactions.write",
  run: (_, ui) => ui.go(importInteractionsHref),
});
