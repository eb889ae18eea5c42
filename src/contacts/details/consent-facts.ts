import { type RawBuilder, sql } from "kysely";
import { consentChannels } from "#privacy/consents/consent-warnings.rules.ts";

/** `SaidConsent`s of the contact with the id that an expression gives, as a value for `json_build_object`. */
export function consentsOf(contactId: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`coalesce((select json_agg(json_build_object('channel', s.channel, 'purpose', s.purpose, 'granted', s.granted))
    from contact_consents s where s.contact_id = ${contactId}), '[]')`;
}

/** The channels over which anybody was asked, as JSON: one step into the index for each. */
export const askedChannels = sql`
  (select coalesce(json_agg(ch.name), '[]') from unnest(${sql.lit(`{${consentChannels.join(",")}}`)}::text[]) as ch(name)
    where exists (select from contact_consents s where s.channel = ch.name))`;
