import { IconTrash } from "@tabler/icons-react";
import { logFilters } from "#interactions/log-entry.contract.ts";
import { action } from "#web/actions.ts";
import { parseSearch, pickKnown, type SearchValues } from "#web/url-state.ts";

declare module "#web/dialogs.ts" {
  interface Dialogs {
    "interactions.deleteCanceled": { readonly filters: SearchValues; readonly isNarrowed: boolean };
  }
}

const filterNames = Object.keys(logFilters).filter((name) => name !== "canceled");

/** Deletes the canceled entries among those that the log's filters leave. */
export const deleteCanceled = action({
  key: "interactions.deleteCanceled",
  labelKey: "interactions.log.deleteCanceled",
  icon: IconTrash,
  right: "interactions.delete",
  tone: "danger",
  run: (_, ui) => {
    const filters = pickKnown(parseSearch(window.location.search), filterNames);
    ui.openDialog("interactions.deleteCanceled", { filters, isNarrowed: Object.keys(filters).length > 0 });
  },
});
