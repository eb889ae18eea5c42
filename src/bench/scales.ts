/** How much data is measured on, and how hard. */
export interface Scale {
  readonly companies: number;
  readonly people: number;
  readonly entries: number;
  /** Entries of the one contact that everybody calls. */
  readonly heavyEntries: number;
  readonly bigCompanyPeople: number;
  /** Entries of the big company and its people, about. */
  readonly bigCompanyEntries: number;
  /** Page that lists are leafed through to. */
  readonly deepPage: number;
  /** Requests of each reading measure. */
  readonly reads: number;
  /** Requests of each reading measure that a person would call slow. */
  readonly slowReads: number;
  /** Interactions created with each number of clients. */
  readonly creations: number;
  /** Batches of 1,000. */
  readonly batches: number;
  readonly deletedEntries: number;
  readonly importedContacts: number;
  readonly importedInteractions: number;
}

const full = {
  bigCompanyPeople: 500,
  heavyEntries: 20_000,
  bigCompanyEntries: 30_000,
  deepPage: 1_000,
  reads: 500,
  slowReads: 200,
  creations: 2_000,
  batches: 20,
  deletedEntries: 100_000,
  importedContacts: 100_000,
  importedInteractions: 100_000,
};

export const scaleNames = ["small", "1m", "1m-contacts", "10m"] as const;
export type ScaleName = (typeof scaleNames)[number];

export const scales: Readonly<Record<ScaleName, Scale>> = {
  /** To see that everything runs; its figures mean nothing. */
  small: {
    companies: 500,
    people: 1_500,
    entries: 10_000,
    heavyEntries: 400,
    bigCompanyPeople: 50,
    bigCompanyEntries: 600,
    deepPage: 10,
    reads: 12,
    slowReads: 12,
    creations: 64,
    batches: 2,
    deletedEntries: 500,
    importedContacts: 500,
    importedInteractions: 500,
  },
  "1m": { companies: 50_000, people: 150_000, entries: 1_000_000, ...full },
  "1m-contacts": { companies: 250_000, people: 750_000, entries: 1_000_000, ...full },
  "10m": { companies: 250_000, people: 750_000, entries: 10_000_000, ...full },
};

/** Ids of the contacts that stand out; companies come first, then people, those of the big company before all. */
export function knownContacts({ companies, bigCompanyPeople }: Scale) {
  return { bigCompany: 1, heavyPerson: companies + bigCompanyPeople + 1 };
}

/** The number that people know a generated contact by. */
export function contactNo(id: number): string {
  return `CT${String(id).padStart(7, "0")}`;
}
