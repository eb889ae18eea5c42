import type { Context } from "#app/database.ts";
import { cardOfContact, listContacts } from "#contacts/index.ts";
import { formatVCard, type WrittenVersion } from "#platform/files/index.ts";
import type { Member } from "./members.queries.ts";

/** Cards that are made at a time; their pictures come one after the other. */
const cardsPerPage = 100;

export interface MemberCard {
  readonly member: Member;
  readonly card: string;
}

/** The cards of members as texts, in pages. Who has gone meanwhile is left out. */
export async function* cardsOf(
  ctx: Context,
  dataFolder: string,
  members: readonly Member[],
  version: WrittenVersion,
): AsyncGenerator<readonly MemberCard[]> {
  for (let from = 0; from < members.length; from += cardsPerPage) {
    const page = members.slice(from, from + cardsPerPage);
    const nos = page.map(({ no }) => no);
    const { items } = await listContacts(ctx, { no: nos, sort: "no", limit: cardsPerPage });
    const byNo = new Map(page.map((member) => [member.no, member]));
    for (const contact of items) {
      const card = formatVCard(await cardOfContact(ctx, dataFolder, contact), version);
      yield [{ member: byNo.get(contact.no)!, card }];
    }
  }
}
