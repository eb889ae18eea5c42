import type { FieldError } from "#platform/errors.ts";
import type { ContactFields } from "./contact-fields.ts";
import type { ContactState } from "./contact-states.queries.ts";
import type { Contact } from "./contacts.contract.ts";
import type { DuplicatePair } from "./duplicates/duplicate-pair.contract.ts";
import { imageAddress } from "./image/image.rules.ts";
import type { KnownReferences } from "./references-known.ts";

/**
 * A contact as it leaves the program; the number of a person's company is looked up by the caller, what its codes
 * stand for was met by the command.
 */
export function presentContact(
  state: ContactState,
  companyNo: string | null,
  references: KnownReferences,
): Contact {
  const { no, fields, businessRelation, noSeries, imageNo, erasedAt, version, lastModifiedAt } = state;
  const { type, name, name2, searchName, companyName, ...others } = fields;
  return {
    no,
    type,
    name,
    name2,
    searchName,
    companyNo: type === "company" ? no : companyNo,
    companyName,
    ...others,
    salespersonName: references.salespersonName(others.salespersonCode),
    businessRelation,
    noSeries,
    image: imageAddress(no, imageNo),
    erasedAt,
    version,
    lastModifiedAt,
  };
}

export interface WrittenOutcome {
  readonly written: true;
  readonly id: number;
  readonly contact: Contact;
  /** The fields as they were; of a new contact those that it has. */
  readonly before: ContactFields;
  /** Worth a look, but no reason not to save; coded like errors. */
  readonly warnings: readonly FieldError[];
  /** Companies that may be the same; none where they are not searched for. */
  readonly duplicates: readonly DuplicatePair[];
}

/** What became of one contact of a call. */
export type ContactOutcome = WrittenOutcome | { readonly written: false; readonly error: Error };
