/** Rows that the file itself spoils. */

import type { TableRow } from "#platform/files/index.ts";
import type { CommonSettings } from "./import-settings.rules.ts";
import type { RowFinding } from "./row-reports.ts";

/** Why a row cannot be read; `null` where it can, or where its missing cells are accepted. */
export function faultOf(
  { problem }: TableRow,
  { acceptShortRows }: Pick<CommonSettings, "acceptShortRows">,
): RowFinding | null {
  if (!problem) return null;
  const { code, values } = problem;
  if (code === "file_row_columns" && acceptShortRows && isShort(values)) return null;
  return { path: null, code, values };
}

function isShort({ expected, found }: Readonly<Record<string, unknown>>): boolean {
  return Number(found) < Number(expected);
}
