import { hash } from "node:crypto";
import { searchEmailOf } from "#contacts/email.rules.ts";
import type { RowReport } from "../row-reports.ts";
import { foldName } from "./read-row.rules.ts";

/** `email` is told apart by the contact's type, companies go by their folded names. */
type SeenKind = "no" | "email" | "company";

/**
 * What a dry run would have stored by now: its batches are undone one by one, and a later row may name what an
 * earlier one would have created. Keeps a number of 48 bits for each key, so that a million cost tens of megabytes.
 */
export class SeenKeys {
  readonly #hashes = new Set<number>();

  add(kind: SeenKind, key: string): void {
    this.#hashes.add(hashOf(kind, key));
  }

  has(kind: SeenKind, key: string): boolean {
    return this.#hashes.has(hashOf(kind, key));
  }
}

function hashOf(kind: string, key: string): number {
  return hash("sha1", `${kind}\n${key}`, "buffer").readUIntBE(0, 6);
}

/** Remembers what a batch of a dry run would have left behind. */
export function rememberStored(seen: SeenKeys, reports: readonly RowReport[]): void {
  for (const { contact, createdCompany } of reports) {
    if (createdCompany !== null) seen.add("company", foldName(createdCompany));
    if (contact === null) continue;
    // A drawn number goes back to its series, and means another contact in the next batch.
    if (contact.noSeries === null) seen.add("no", contact.no);
    const email = searchEmailOf(contact.email);
    if (email !== null) seen.add("email", `${contact.type} ${email}`);
    if (contact.type === "company") seen.add("company", foldName(contact.name));
  }
}
