import { Invalid } from "#platform/errors.ts";
import { Answer, type Api, serve } from "#platform/http/serve.ts";
import { findDetailed } from "../detailed-contact.ts";
import type { AnyMembership, ContactWebSource } from "./define-membership.contract.ts";
import { deleteMembership, type MembershipContent, putMembership } from "./memberships.commands.ts";
import { contactWebSources, memberships } from "./memberships.contract.ts";
import { getMembership, listMemberships } from "./memberships.queries.ts";

interface MemberPath {
  readonly no: string;
  readonly code: string;
}

/** The endpoints of all lists a contact can be a member of. What comes in was checked by each list's own contract. */
export function serveMemberships(api: Api): void {
  for (const membership of memberships) serveMembership(api, membership);
  serve(api, contactWebSources.launch, async ({ ctx, params: { no, code } }) => {
    const contact = await findDetailed(ctx.db, no);
    const source = await getMembership(ctx.db, contactWebSources, contact.id, code);
    const url = (source as ContactWebSource).launchUrl;
    if (url === null) throw new Invalid("web_source_url_blank", { key: code });
    return { url };
  });
}

function serveMembership(api: Api, membership: AnyMembership): void {
  serve(api, membership.list, async ({ ctx, params }) => ({
    items: await listMemberships(ctx.db, membership, (params as MemberPath).no),
  }));
  serve(api, membership.add, async ({ ctx, params, body, ifMatch }) => {
    const content = (body ?? {}) as MembershipContent;
    const { member, isNew } = await putMembership(ctx, membership, params as MemberPath, content, ifMatch);
    return new Answer(member, { status: isNew ? 201 : 200 });
  });
  serve(api, membership.remove, async ({ ctx, params, ifMatch }) => {
    await deleteMembership(ctx, membership, params as MemberPath, ifMatch);
    return undefined;
  });
}
