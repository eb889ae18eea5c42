import { maxColumns, maxFieldCharacters, maxRowCharacters } from "../limits.ts";

/** One record as it stands in the file. */
export interface CsvRecord {
  /** 1 for the first record, blank ones counted. */
  readonly number: number;
  readonly fields: readonly string[];
  /** How many fields there were, also those beyond the limit. */
  readonly fieldCount: number;
  readonly flaw: CsvFlaw | null;
}

export type CsvFlaw =
  /** A field, or the record, is longer than the limit; the rest of it was dropped. */
  | "fieldTooLong"
  | "recordTooLong"
  /** Text after a closing quotation mark. */
  | "quotes"
  /** The file ended inside quotation marks. */
  | "unclosedQuote";

type State = "fieldStart" | "plain" | "quoted" | "quoteInQuoted" | "afterReturn";

const quote = 0x22;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/**
 * RFC 4180 over text that arrives in pieces. Written here because a record with a flaw has to be reported and the
 * next one read, with bounded memory even when a quotation mark is never closed: parsers at hand give up there.
 */
export class CsvParser {
  readonly #delimiter: number;
  #state: State = "fieldStart";
  #records: CsvRecord[] = [];
  #number = 1;
  #fields: string[] = [];
  #fieldCount = 0;
  #field = "";
  #recordLength = 0;
  #flaw: CsvFlaw | null = null;

  constructor(delimiter: string) {
    this.#delimiter = delimiter.charCodeAt(0);
  }

  /** The records completed by this piece of text. */
  write(text: string): CsvRecord[] {
    let at = 0;
    while (at < text.length) at = this.#step(text, at);
    return this.#takeRecords();
  }

  /** What is left when the text has ended: a last record without a line break, or none. */
  end(): CsvRecord[] {
    if (this.#state === "quoted") this.#flaw = "unclosedQuote";
    const isInRecord =
      this.#state !== "afterReturn" && (this.#state !== "fieldStart" || this.#fieldCount > 0);
    if (isInRecord) this.#endRecord();
    return this.#takeRecords();
  }

  /** Deals with the characters from `at` on that belong together; answers where to go on. */
  #step(text: string, at: number): number {
    switch (this.#state) {
      case "plain":
        return this.#readPlain(text, at);
      case "quoted":
        return this.#readQuoted(text, at);
      case "quoteInQuoted":
        return this.#readAfterQuote(text, at);
      case "afterReturn":
        this.#state = "fieldStart";
        return text.charCodeAt(at) === lineFeed ? at + 1 : at;
      case "fieldStart":
        if (text.charCodeAt(at) === quote) {
          this.#state = "quoted";
          return at + 1;
        }
        this.#state = "plain";
        return at;
    }
  }

  #readPlain(text: string, from: number): number {
    let at = from;
    while (at < text.length && !this.#isFieldEnd(text.charCodeAt(at))) at++;
    this.#append(text, from, at);
    return at < text.length ? this.#endField(text.charCodeAt(at), at) : at;
  }

  #readQuoted(text: string, from: number): number {
    const found = text.indexOf('"', from);
    const until = found === -1 ? text.length : found;
    this.#append(text, from, until);
    if (found === -1) return until;
    this.#state = "quoteInQuoted";
    return until + 1;
  }

  #readAfterQuote(text: string, at: number): number {
    const code = text.charCodeAt(at);
    if (code === quote) {
      this.#append(text, at, at + 1);
      this.#state = "quoted";
      return at + 1;
    }
    if (this.#isFieldEnd(code)) return this.#endField(code, at);
    this.#flaw ??= "quotes";
    this.#state = "plain";
    return at;
  }

  #isFieldEnd(code: number): boolean {
    return code === this.#delimiter || code === lineFeed || code === carriageReturn;
  }

  #append(text: string, from: number, until: number): void {
    this.#recordLength += until - from;
    if (this.#field.length + until - from > maxFieldCharacters) this.#flaw ??= "fieldTooLong";
    else if (this.#recordLength > maxRowCharacters) this.#flaw ??= "recordTooLong";
    else this.#field += text.slice(from, until);
  }

  #endField(code: number, at: number): number {
    if (code === this.#delimiter) {
      this.#keepField();
      this.#state = "fieldStart";
    } else {
      this.#endRecord();
      this.#state = code === carriageReturn ? "afterReturn" : "fieldStart";
    }
    return at + 1;
  }

  #keepField(): void {
    this.#fieldCount++;
    if (this.#fieldCount <= maxColumns) this.#fields.push(this.#field);
    else this.#flaw ??= "recordTooLong";
    this.#field = "";
  }

  #endRecord(): void {
    this.#keepField();
    this.#records.push({
      number: this.#number++,
      fields: this.#fields,
      fieldCount: this.#fieldCount,
      flaw: this.#flaw,
    });
    this.#fields = [];
    this.#fieldCount = 0;
    this.#recordLength = 0;
    this.#flaw = null;
  }

  #takeRecords(): CsvRecord[] {
    const records = this.#records;
    this.#records = [];
    return records;
  }
}
