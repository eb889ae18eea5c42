import { type PartyKind, resourceOfKind } from "../party-kinds.rules.ts";

/** The list of a kind, such as `/customers`. */
export function partiesPath(kind: PartyKind): string {
  return `/${resourceOfKind[kind]}`;
}

/** The card of a party. */
export function partyHref(kind: PartyKind, no: string): string {
  return `${partiesPath(kind)}/${encodeURIComponent(no)}`;
}

/** Everything that parties were invoiced. */
export const entriesPath = "/party-entries";

export const syncLogPath = "/sync-log";

export const templatesPath = "/setup/party-templates";
