import type { RowProblem } from "../file-errors.ts";
import type { CardPhoto } from "./photo.ts";

export type VCardKind = "individual" | "org" | "group" | "location" | "other";

/** One line of a card, decoded: nothing of the file's encoding, folding and escaping is left. */
export interface VCardProperty {
  /** Upper case, such as `TEL`. */
  readonly name: string;
  /** The part before the dot of `item1.TEL`, which ties a label to its property. */
  readonly group: string | null;
  /** Names in upper case; values of `TYPE` in lower case. */
  readonly params: Readonly<Record<string, readonly string[]>>;
  /** One value, or the components of a structured one (`N`, `ADR`, `ORG`), or the entries of a list (`CATEGORIES`). */
  readonly values: readonly string[];
}

export interface VCard {
  /** `2.1`, `3.0`, `4.0`, or whatever the card says; `null` when it does not. */
  readonly version: string | null;
  readonly kind: VCardKind;
  /** In the card's order, without BEGIN, END, VERSION and KIND, and without pictures, sounds and keys. */
  readonly properties: readonly VCardProperty[];
}

export interface NumberedVCard {
  /** 1 for the first card of the file. */
  readonly cardNumber: number;
  readonly card: VCard;
  /** The first of its pictures. */
  readonly photo?: CardPhoto;
  /** Set when the card was not read cleanly. */
  readonly problem?: RowProblem;
}

/** Properties whose value is parted by semicolons. */
export const structuredProperties: ReadonlySet<string> = new Set(["N", "ADR", "ORG", "GENDER"]);

/** Properties whose value is a list parted by commas. */
export const listProperties: ReadonlySet<string> = new Set(["CATEGORIES", "NICKNAME"]);

/** Pictures and the like: no properties of the card, however they are packed; of pictures the first is kept apart. */
export const binaryProperties: ReadonlySet<string> = new Set(["PHOTO", "LOGO", "SOUND", "KEY"]);
