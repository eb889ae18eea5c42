import { listContacts } from "#contacts/contacts.contract.ts";
import { contactOption, contactSource } from "#contacts/ui/pickers.ts";
import { listNumberSeries } from "#numbering/number-series.contract.ts";
import { listSalespeople } from "#salespeople/salespeople.contract.ts";
import {
  businessRelations,
  countries,
  currencies,
  languages,
  territories,
} from "#setup/lists/lists.contract.ts";
import { call } from "#web/api-client.ts";
import { type LookupSource, lookupLimit, lookupOf } from "#web/fields/lookup.ts";
import type { PartyKind } from "../party-kinds.rules.ts";
import { contractOf, nameOf } from "./party-contracts.ts";

/** Where the fields and filters of parties find their records. */

interface Named {
  readonly code: string;
  readonly name: string | null;
}
interface Described {
  readonly code: string;
  readonly description: string | null;
}
const named = ({ code, name }: Named) => ({ value: code, label: name ?? code });
const described = ({ code, description }: Described) => ({ value: code, label: description ?? code });

export const countrySource = lookupOf(countries.list, { option: named });
export const territorySource = lookupOf(territories.list, { option: named });
export const currencySource = lookupOf(currencies.list, { option: named });
export const languageSource = lookupOf(languages.list, { option: named });
export const businessRelationSource = lookupOf(businessRelations.list, { option: described });
export const numberSeriesSource = lookupOf(listNumberSeries, { option: described });
export const activeSalespersonSource = lookupOf(listSalespeople, {
  query: { blocked: "false", privacyBlocked: "false" },
  option: named,
});

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
