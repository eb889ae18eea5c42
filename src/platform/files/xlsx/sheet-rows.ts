import { type RowProblem, rowProblem } from "../file-errors.ts";
import { maxColumns, maxFieldCharacters, maxRowCharacters } from "../limits.ts";
import type { Cell, RawRow } from "../table.ts";
import { unescapeCellText } from "./cell-text.ts";
import { serialToIso } from "./excel-dates.ts";
import type { NumberFormat } from "./number-formats.ts";
import { CellTextCollector, type SharedStrings } from "./shared-strings.ts";
import { walkXml, type XmlAttributes, type XmlListener } from "./xml-walk.ts";

/** What the cells of a sheet refer to. */
export interface CellContext {
  readonly strings: SharedStrings;
  readonly formats: readonly NumberFormat[];
  readonly is1904: boolean;
}

/** The rows of a worksheet part, as they arrive. */
export async function* readSheetRows(
  pieces: AsyncIterable<Buffer>,
  context: CellContext,
): AsyncGenerator<RawRow> {
  const collector = new RowCollector(context);
  for await (const _piece of walkXml(pieces, collector)) yield* collector.takeRows();
}

class RowCollector implements XmlListener {
  readonly #context: CellContext;
  readonly #inlineText = new CellTextCollector();
  #rows: RawRow[] = [];
  #rowNumber = 0;
  #cells: Cell[] = [];
  #rowCharacters = 0;
  #problem: RowProblem | null = null;
  #column = 0;
  #type = "n";
  #style = 0;
  #value = "";
  #isInValue = false;

  constructor(context: CellContext) {
    this.#context = context;
  }

  takeRows(): RawRow[] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  open(name: string, attributes: XmlAttributes): void {
    if (name === "row") this.#startRow(attributes);
    else if (name === "c") this.#startCell(attributes);
    else if (name === "v") this.#isInValue = true;
    else this.#inlineText.open(name);
  }

  text(text: string): void {
    if (!this.#isInValue) this.#inlineText.text(text);
    else if (this.#value.length <= maxFieldCharacters) this.#value += text;
  }

  close(name: string): void {
    if (name === "row") this.#endRow();
    else if (name === "c") this.#endCell();
    else if (name === "v") this.#isInValue = false;
    else this.#inlineText.close(name);
  }

  #startRow(attributes: XmlAttributes): void {
    const stated = Number(attributes.r);
    const isPlausible = Number.isInteger(stated) && stated > this.#rowNumber;
    this.#rowNumber = isPlausible ? stated : this.#rowNumber + 1;
    this.#cells = [];
    this.#rowCharacters = 0;
    this.#problem = null;
    this.#column = 0;
  }

  #endRow(): void {
    const row = { rowNumber: this.#rowNumber, cells: this.#cells };
    this.#rows.push(this.#problem ? { ...row, problem: this.#problem } : row);
  }

  #startCell(attributes: XmlAttributes): void {
    this.#column = columnOf(attributes.r) ?? this.#column + 1;
    this.#type = attributes.t ?? "n";
    this.#style = Number(attributes.s ?? 0);
    this.#value = "";
    this.#inlineText.start();
  }

  #endCell(): void {
    const cell = this.#readCell();
    if (cell === null || cell === "") return;
    this.#rowCharacters += cell.length;
    if (this.#column > maxColumns || this.#rowCharacters > maxRowCharacters) {
      this.#problem ??= rowProblem("file_row_too_long", { maxCharacters: maxRowCharacters, maxColumns });
    } else if (cell.length > maxFieldCharacters) {
      this.#problem ??= rowProblem("file_row_field_too_long", { maxCharacters: maxFieldCharacters });
    } else {
      while (this.#cells.length < this.#column - 1) this.#cells.push(null);
      this.#cells[this.#column - 1] = cell;
    }
  }

  #readCell(): Cell {
    switch (this.#type) {
      case "s":
        return this.#value === "" ? null : this.#context.strings.get(Number(this.#value));
      case "inlineStr":
        return this.#inlineText.take();
      case "b":
        return this.#value === "" ? null : String(this.#value === "1" || this.#value === "true");
      case "e":
        this.#problem ??= rowProblem("file_row_cell_error", {
          column: columnName(this.#column),
          error: this.#value,
        });
        return null;
      case "n":
        return this.#readNumber();
      default: // a formula's text (str) or an ISO date (d)
        return unescapeCellText(this.#value);
    }
  }

  /** Excel counts with 15 digits; the ones beyond are rubble of binary fractions. */
  #readNumber(): Cell {
    if (this.#value.trim() === "") return null;
    const number = Number(this.#value);
    if (!Number.isFinite(number)) return this.#value;
    const format = this.#context.formats[this.#style] ?? "plain";
    const plain = String(Number(number.toPrecision(15)));
    if (format === "plain") return plain;
    if (typeof format === "object") return /^\d+$/.test(plain) ? plain.padStart(format.digits, "0") : plain;
    return serialToIso(number, format, this.#context.is1904) ?? plain;
  }
}

/** `AB12` → 28; `null` when the cell does not say where it stands. */
function columnOf(reference: string | undefined): number | null {
  const letters = /^([A-Z]{1,4})\d/i.exec(reference ?? "")?.[1];
  if (!letters) return null;
  return [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

/** 28 → `AB`. */
export function columnName(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  const letter = String.fromCharCode(65 + ((column - 1) % 26));
  return rest === 0 ? letter : columnName(rest) + letter;
}
