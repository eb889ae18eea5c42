/** Choosing fields for columns. Pure. */

import type { ImportField, ImportMapping } from "../import-settings.rules.ts";

/** The mapping after a column got another field; a field that another column had moves here. */
export function mapColumn(mapping: ImportMapping, index: number, field: ImportField | null): ImportMapping {
  const others = Object.entries(mapping).filter(
    ([column, taken]) => column !== String(index) && taken !== field,
  );
  return Object.fromEntries(field === null ? others : [...others, [String(index), field]]);
}
