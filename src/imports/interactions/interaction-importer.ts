import type { Context } from "#app/database.ts";
import { localMoment } from "#platform/moment.rules.ts";
import { mappedColumns } from "../cell-texts.rules.ts";
import type { ImportRow } from "../imports.queries.ts";
import type { RowImporter } from "../row-importer.ts";
import { SeenKeys } from "../seen-keys.ts";
import { interactionFields } from "./interaction-fields.rules.ts";
import type { InteractionReport } from "./interaction-reports.ts";
import { type ParsedInteraction, parseInteraction } from "./parse-interaction.rules.ts";
import { textOf } from "./source-keys.ts";
import { storeInteractions } from "./store-interactions.commands.ts";

/** Records what happened before Rapport was there, each row of a source once. */
export function interactionImporter(
  { now, timeZone }: Pick<Context, "now" | "timeZone">,
  run: ImportRow,
  { isDry }: { isDry: boolean },
): RowImporter<ParsedInteraction, InteractionReport> {
  const columns = mappedColumns(run.mapping, interactionFields);
  const { acceptShortRows, dateOrder } = run;
  const settings = { acceptShortRows, dateOrder, timeZone, today: localMoment(now, timeZone).date };
  const seen = isDry ? new SeenKeys<"row">() : null;
  return {
    passes: [() => true],
    parse: (row) => parseInteraction(row, columns, settings),
    store: (tx, rows) =>
      storeInteractions(tx, rows, { run, isSeen: (key) => seen?.has("row", textOf(key)) ?? false }),
    companiesCreated: () => 0,
    remember(reports) {
      for (const { action, key } of reports) if (action === "created") seen?.add("row", textOf(key));
    },
  };
}
