import { IconPlus, IconTrash } from "@tabler/icons-react";
import { deleteNumberSeries, type NumberSeries } from "#numbering/number-series.contract.ts";
import { action } from "#web/actions.ts";

declare module "#web/dialogs.ts" {
  interface Dialogs {
    "numbering.new": Record<never, never>;
  }
}

export const numberSeriesPath = "/number-series";

export function numberSeriesHref(code: string): string {
  return `${numberSeriesPath}/${encodeURIComponent(code)}`;
}

export const newNumberSeries = action({
  key: "numbering.new",
  labelKey: "numbering.new",
  icon: IconPlus,
  shortcut: "N",
  tone: "primary",
  right: "setup.write",
  run: (_, ui) => ui.openDialog("numbering.new", {}),
});

export const deleteSeries = action<NumberSeries>({
  key: "numbering.delete",
  labelKey: "numbering.delete",
  icon: IconTrash,
  tone: "danger",
  right: "setup.write",
  run: async ({ code, version }, ui) => {
    const isSure = await ui.ask({
      title: ui.t("numbering.deleteTitle", { code }),
      text: ui.t("numbering.deleteText"),
      confirmLabel: ui.t("numbering.delete"),
      tone: "danger",
    });
    if (!isSure || !(await ui.call(deleteNumberSeries, { params: { code }, ifMatch: version }))) return;
    ui.showSuccess(ui.t("numbering.deleted", { code }));
    ui.go(numberSeriesPath);
  },
});

export const numberSeriesActions = [deleteSeries];
