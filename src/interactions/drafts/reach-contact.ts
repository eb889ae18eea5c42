import type { Context } from "#app/database.ts";
import { localMoment } from "#platform/moment.rules.ts";
import type { RecordingContact } from "../recording-facts.queries.ts";
import {
  countingAddress,
  type EmailAddress,
  type PhoneNumber,
  type Reachable,
  selectableEmails,
  selectableNumbers,
} from "./phone-numbers.rules.ts";

/** By which numbers and addresses a contact is reached today; `named`: the alternative address of an interaction. */
export function waysToReach(
  ctx: Pick<Context, "now" | "timeZone">,
  contact: RecordingContact,
  named: string | null,
): { readonly numbers: PhoneNumber[]; readonly emails: EmailAddress[] } {
  const today = localMoment(ctx.now, ctx.timeZone).date;
  const { company } = contact;
  const own: Reachable = {
    ...contact.phones,
    email: contact.email,
    alternative: countingAddress(contact, today, named),
  };
  const companys = company && { ...company, alternative: countingAddress(company, today) };
  return { numbers: selectableNumbers(own, companys), emails: selectableEmails(own, companys) };
}
