import { listContacts } from "#contacts/contacts.contract.ts";
import { contactOption, contactSource } from "#contacts/ui/pickers.ts";
import { call } from "#web/api-client.ts";
import { type LookupSource, lookupLimit, lookupOf } from "#web/fields/lookup.ts";
import type { PartyKind } from "../party-kinds.rules.ts";
import { contractOf, nameOf } from "./party-contracts.ts";

/** Where the fields and filters of parties find their records. */

export {
  activeSalespersonSource,
  businessRelationSource,
  countrySource,
  currencySource,
  languageSource,
  numberSeriesSource,
  territorySource,
} from "#setup/ui/lookups.ts";

const standalone = lookupOf(listContacts, { query: { hasCompany: "false" }, option: contactOption });

/** Who may become the primary contact: the contacts of the party; without a link people who stand alone. */
export function primaryContactSource(kind: PartyKind, no: string, isLinked: boolean): LookupSource {
  if (!isLinked) return standalone;
  return {
    key: ["contacts", "lookup", kind, no],
    search: async (words, signal) => {
      const query = { ...(words === "" ? {} : { search: words }), limit: String(lookupLimit) };
      const { items } = await call(contractOf(kind).contacts, { params: { no }, query, signal });
      return items.map(contactOption);
    },
    find: contactSource.find,
  };
}

/** Parties of a kind; those that are linked say so. */
export function partySource(kind: PartyKind): LookupSource {
  return lookupOf(contractOf(kind).list, {
    option: (party) => ({
      value: party.no,
      label: nameOf(party),
      description: [party.city, party.contactNo].filter(Boolean).join(" · ") || undefined,
    }),
  });
}
