import { type RowProblem, rowProblem } from "../file-errors.ts";
import type { FileSource } from "../file-source.ts";
import { maxColumns, maxFieldCharacters, maxRowCharacters } from "../limits.ts";
import type { TableFile } from "../table.ts";
import { type ContentLine, readContentLines } from "./content-lines.ts";
import { parseProperty } from "./parse-property.ts";
import { type CardPhoto, readPhoto } from "./photo.ts";
import {
  binaryProperties,
  type NumberedVCard,
  type VCard,
  type VCardKind,
  type VCardProperty,
} from "./vcard.ts";
import { flattenVCard, vCardColumns } from "./vcard-columns.ts";

const maxProperties = 1_000;

/** The cards of a file as a table: one row per card, its columns named in `vCardColumns`. */
export function openVCards(source: FileSource): TableFile {
  return {
    header: vCardColumns,
    async *rows() {
      for await (const { cardNumber, card, photo, problem } of readVCards(source)) {
        const flat = flattenVCard(card);
        const cells = vCardColumns.map((column) => flat[column]);
        const row = { rowNumber: cardNumber, cells, ...(photo && { photo }) };
        yield problem ? { ...row, problem } : row;
      }
    },
  };
}

/** The cards of a file one after the other, versions 2.1 to 4.0. What stands outside of cards is passed over. */
export async function* readVCards(source: FileSource): AsyncGenerator<NumberedVCard> {
  let cardNumber = 0;
  let draft: CardDraft | null = null;
  for await (const line of readContentLines(source.path, source.head)) {
    const begins = isMark(line, "begin");
    if (begins && draft?.expectsAgent) draft.enterAgent();
    else if (begins) {
      if (draft) yield draft.finish(++cardNumber, false);
      draft = new CardDraft();
    } else if (draft?.isInAgent) {
      if (isMark(line, "end")) draft.leaveAgent();
    } else if (draft && isMark(line, "end")) {
      yield draft.finish(++cardNumber, true);
      draft = null;
    } else draft?.add(line);
  }
  if (draft) yield draft.finish(++cardNumber, false);
}

const marks = { begin: /^\s*BEGIN\s*:\s*VCARD\s*$/i, end: /^\s*END\s*:\s*VCARD\s*$/i };

function isMark(line: ContentLine, mark: keyof typeof marks): boolean {
  return line.bytes.length < 40 && marks[mark].test(line.bytes);
}

/** A card that is being read. */
class CardDraft {
  readonly #properties: VCardProperty[] = [];
  #version: string | null = null;
  #statedKind: string | null = null;
  #characters = 0;
  #problem: RowProblem | null = null;
  #photo: CardPhoto | null = null;
  /** Version 2.1 may hold the card of an assistant within the card; it belongs to somebody else. */
  expectsAgent = false;
  isInAgent = false;

  enterAgent(): void {
    this.expectsAgent = false;
    this.isInAgent = true;
  }

  leaveAgent(): void {
    this.isInAgent = false;
  }

  add(line: ContentLine): void {
    const name = /^(?:[\w-]+\.)?([\w-]+)/.exec(line.bytes)?.[1]?.toUpperCase() ?? "";
    this.expectsAgent = name === "AGENT";
    if (name === "PHOTO") this.#photo ??= readPhoto(line.bytes, line.isCut);
    if (binaryProperties.has(name) || name === "AGENT") return;
    if (line.isCut) {
      this.#problem ??= rowProblem("file_row_field_too_long", { maxCharacters: maxFieldCharacters });
      return;
    }
    this.#characters += line.bytes.length;
    if (this.#characters > maxRowCharacters || this.#properties.length >= maxProperties) {
      this.#problem ??= rowProblem("file_row_too_long", { maxCharacters: maxRowCharacters, maxColumns });
      return;
    }
    const property = parseProperty(line.bytes);
    if (property) this.#keep(property);
  }

  #keep(property: VCardProperty): void {
    const value = property.values[0] ?? "";
    if (property.name === "VERSION") this.#version = value.trim();
    else if (property.name === "KIND") this.#statedKind = value.trim().toLowerCase();
    else this.#properties.push(property);
    if (property.values.some((part) => part.includes("\0"))) this.#problem ??= rowProblem("file_row_nul");
    if (property.values.some((part) => part.includes("\uFFFD")))
      this.#problem ??= rowProblem("file_row_encoding");
  }

  finish(cardNumber: number, isComplete: boolean): NumberedVCard {
    const properties = this.#properties;
    const kind = kindOf(this.#statedKind, properties);
    const card: VCard = { version: this.#version, kind, properties };
    const problem = this.#problem ?? (isComplete ? null : rowProblem("file_row_incomplete"));
    const photo = this.#photo;
    return { cardNumber, card, ...(photo && { photo }), ...(problem && { problem }) };
  }
}

/**
 * Only version 4 says what a card stands for. Apple marks companies in its own way; other programs leave the name
 * of a person empty and repeat the company's as the formatted one.
 */
function kindOf(stated: string | null, properties: readonly VCardProperty[]): VCardKind {
  if (stated === "individual" || stated === "org" || stated === "group" || stated === "location")
    return stated;
  if (stated) return "other";

  const valuesOf = (name: string) => properties.find((property) => property.name === name)?.values ?? [];
  if (valuesOf("X-ABSHOWAS")[0]?.toUpperCase() === "COMPANY") return "org";
  const organization = valuesOf("ORG")[0]?.trim();
  const formattedName = valuesOf("FN")[0]?.trim();
  const hasPersonName = valuesOf("N").some((part) => part.trim() !== "" && part.trim() !== organization);
  return organization && !hasPersonName && (!formattedName || formattedName === organization)
    ? "org"
    : "individual";
}
