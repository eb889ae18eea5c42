import type { Directory, Referred } from "#setup/index.ts";
import type { ContactReferenceList } from "./contact-fields.ts";

/** Rows of set-up met so far by their codes: of the defaults, of contacts that were read, of what a request names. */
export class KnownReferences {
  readonly #rows = new Map<ContactReferenceList, Map<string, Referred>>();

  /** Remembers a row; a blank reference is none. */
  add<List extends ContactReferenceList>(list: List, row: Referred<List> | null): void {
    if (row === null) return;
    let rows = this.#rows.get(list);
    if (!rows) {
      rows = new Map();
      this.#rows.set(list, rows);
    }
    rows.set(row.code, row);
  }

  addAll(directory: Directory<ContactReferenceList>): void {
    for (const list of Object.keys(directory) as ContactReferenceList[]) {
      for (const row of directory[list].values()) this.add(list, row);
    }
  }

  get<List extends ContactReferenceList>(list: List, code: string): Referred<List> | null {
    return (this.#rows.get(list)?.get(code) as Referred<List> | undefined) ?? null;
  }

  has(list: ContactReferenceList, code: string): boolean {
    return this.get(list, code) !== null;
  }

  /** The id behind a code that was met before; blank is blank. */
  idOf(list: ContactReferenceList, code: string | null): number | null {
    return code === null ? null : (this.get(list, code)?.id ?? null);
  }

  /** The name of a salesperson who was met before. */
  salespersonName(code: string | null): string | null {
    return code === null ? null : (this.get("salespeople", code)?.name ?? null);
  }
}
