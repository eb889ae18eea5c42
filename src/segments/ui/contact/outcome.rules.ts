import type { AddedSegmentLines } from "#segments/segment-lines.contract.ts";

/** A contact that is put on a segment. */
export interface AddedContact {
  readonly no: string;
  readonly name: string | null;
}

const refusalCodes = ["contact_privacy_blocked", "not_found"] as const;
export type RefusalCode = (typeof refusalCodes)[number] | "other";

/** What became of the contacts that were to come on a segment. */
export interface Outcome {
  readonly added: number;
  readonly existing: number;
  readonly refusals: readonly { readonly code: RefusalCode; readonly names: readonly string[] }[];
}

/** Counts what was answered, and names whoever was refused by its reason. */
export function outcomeOf(
  {
    items,
    existing,
    refused,
  }: Pick<AddedSegmentLines, "existing" | "refused"> & {
    readonly items: readonly unknown[];
  },
  contacts: readonly AddedContact[],
): Outcome {
  const names = new Map(contacts.map(({ no, name }) => [no, name ?? no]));
  const byCode = Map.groupBy(refused, ({ code }) => refusalCodes.find((known) => known === code) ?? "other");
  return {
    added: items.length,
    existing: existing.length,
    refusals: [...byCode].map(([code, lines]) => ({
      code,
      names: lines.map(({ contactNo }) => names.get(contactNo ?? "") ?? contactNo ?? ""),
    })),
  };
}
