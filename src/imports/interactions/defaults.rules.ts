/** What rows take that name no template or salesperson, or one that does not exist. */

import type { InteractionSettings } from "../import-settings.rules.ts";
import type { RowFinding } from "../row-reports.ts";
import type { ParsedInteraction } from "./parse-interaction.rules.ts";

type Defaults = Pick<InteractionSettings, "defaultTemplateCode" | "defaultSalespersonCode">;

/** The rows with the defaults of their import; where a default stands in for something unknown, a warning says so. */
export function takeDefaults<Row extends ParsedInteraction>(rows: readonly Row[], defaults: Defaults): Row[] {
  return rows.map((row) =>
    takeDefault(
      takeDefault(row, "interactionTemplateCode", defaults.defaultTemplateCode),
      "salespersonCode",
      defaults.defaultSalespersonCode,
    ),
  );
}

function takeDefault<Row extends ParsedInteraction>(
  row: Row,
  field: "interactionTemplateCode" | "salespersonCode",
  code: string | null,
): Row {
  if (code === null) return row;
  const isUnknown = ({ path, code: problem }: RowFinding) => path === field && problem === "not_found";
  const unknown = row.errors.some(isUnknown);
  if (row.input[field] !== undefined && !unknown) return row;
  return {
    ...row,
    input: { ...row.input, [field]: code },
    errors: row.errors.filter((error) => !isUnknown(error)),
    warnings: unknown
      ? [...row.warnings, { path: field, code: "import_default_taken", values: { code } }]
      : row.warnings,
  };
}
