import {
  type AlternativeAddress,
  listAlternativeAddresses,
} from "#contacts/details/addresses/addresses.contract.ts";
import { call } from "#web/api-client.ts";
import type { LookupOption, LookupSource } from "#web/fields/lookup.ts";

/** The alternative addresses of a contact: few, so that all are asked for at once. */
export function altAddressSourceOf(contactNo: string): LookupSource {
  const list = async (signal: AbortSignal) =>
    (await call(listAlternativeAddresses, { params: { no: contactNo }, signal })).items.map(optionOf);
  return {
    key: ["contacts", "lookup", "alternativeAddresses", contactNo],
    search: async (words, signal) => (await list(signal)).filter((option) => holds(option, words)),
    find: async (values, signal) => (await list(signal)).filter(({ value }) => values.includes(value)),
  };
}

function optionOf({ code, companyName, address, city }: AlternativeAddress): LookupOption {
  const place = [companyName, address, city].filter((part) => part !== null && part !== "");
  return { value: code, label: code, description: place.join(" · ") };
}

function holds({ value, description = "" }: LookupOption, words: string): boolean {
  return `${value} ${description}`.toLocaleLowerCase().includes(words.toLocaleLowerCase());
}
