/** A row of a file as the fields of a company or person, with everything that can be wrong before it meets the data. */

import { checkContactTexts } from "#contacts/contact.rules.ts";
import type { TableRow } from "#platform/files/index.ts";
import type { MappedColumns } from "../cell-texts.rules.ts";
import { faultOf } from "../file-row.rules.ts";
import type { ContactSettings } from "../import-settings.rules.ts";
import { namedFields } from "../name-references.rules.ts";
import type { RowFinding } from "../row-reports.ts";
import type { ContactField } from "./contact-fields.rules.ts";
import { type RowInput, type RowTexts, readInput, readTexts, typeOfRow } from "./read-row.rules.ts";
import type { RowPhoto } from "./row-photo.ts";

export interface ParsedRow {
  readonly rowNumber: number;
  readonly cells: TableRow["cells"];
  /** What the mapped cells hold. */
  readonly texts: RowTexts;
  /** What the row stands for where it is about a contact that does not exist yet. */
  readonly type: "company" | "person";
  readonly input: RowInput;
  /** A row of the file itself that cannot be read has one without a path. */
  readonly errors: readonly RowFinding[];
  readonly photo: RowPhoto;
  /** Every mapped cell is blank. */
  readonly isBlank: boolean;
}

export type ParseSettings = Pick<ContactSettings, "type" | "acceptShortRows">;

/** @param photo of its card, looked at */
export function parseRow(
  row: TableRow,
  photo: RowPhoto,
  columns: MappedColumns<ContactField>,
  settings: ParseSettings,
): ParsedRow {
  const { rowNumber, cells } = row;
  const texts = readTexts(cells, columns);
  const fault = faultOf(row, settings);
  if (fault)
    return { rowNumber, cells, texts, type: "company", input: {}, errors: [fault], photo, isBlank: false };
  const read = readInput(texts);
  const { type: statedType, ...fields } = read.input;
  const type = settings.type === "auto" ? typeOfRow(read.input) : settings.type;
  const input = settings.type === "auto" && statedType ? { ...fields, type: statedType } : fields;
  const errors = [...read.errors, ...checkContactTexts(withoutReferences(input))];
  return { rowNumber, cells, texts, type, input, errors, photo, isBlank: Object.keys(texts).length === 0 };
}

/** A country may be named by more characters than its code has. */
function withoutReferences(input: RowInput): RowInput {
  const others = { ...input };
  for (const field of namedFields) delete (others as Record<string, unknown>)[field];
  return others;
}
