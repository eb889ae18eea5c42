import { type RawBuilder, sql } from "kysely";
import type { AltAddressRange } from "../../alternative-address.rules.ts";

/** An alternative address as far as one reaches somebody by it. */
export interface ReachableAddress {
  readonly code: string;
  readonly phoneNo: string | null;
  readonly mobilePhoneNo: string | null;
  readonly email: string | null;
}

/** What says which alternative address counts when, and how one reaches the contact there. */
export interface AddressFacts {
  readonly altAddressRanges: readonly AltAddressRange[];
  readonly altAddresses: readonly ReachableAddress[];
}

/** `AddressFacts` of the contact with the id that an expression gives, as pairs for `json_build_object`. */
export function addressFactsOf(contactId: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    'altAddressRanges', coalesce((select json_agg(json_build_object('altAddressCode', r.code,
        'startingDate', r.starting_date, 'endingDate', r.ending_date))
      from contact_alternative_address_ranges r where r.contact_id = ${contactId}), '[]'),
    'altAddresses', coalesce((select json_agg(json_build_object('code', a.code, 'phoneNo', a.phone_no,
        'mobilePhoneNo', a.mobile_phone_no, 'email', a.email))
      from contact_alternative_addresses a where a.contact_id = ${contactId}), '[]')`;
}
