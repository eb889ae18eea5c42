import type { Import } from "#imports/imports.contract.ts";
import type { Translate } from "#web/i18n.ts";

/** What kind of file it is and how long, in a line. */
export function describeFile(
  { format, rowCountEstimate, sheetName }: Pick<Import, "format" | "rowCountEstimate" | "sheetName">,
  t: Translate,
): string {
  const rows =
    rowCountEstimate === null ? t("imports.rowsUnknown") : t("imports.rows", { count: rowCountEstimate });
  const sheet = sheetName === null ? [] : [t("imports.sheet", { name: sheetName })];
  return [t(`imports.formats.${format}`), ...sheet, rows].join(" · ");
}
