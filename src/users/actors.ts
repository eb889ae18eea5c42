import type { Context } from "#app/database.ts";
import type { Actor } from "#platform/context.ts";
import { Forbidden } from "#platform/errors.ts";
import { ungrantableRights } from "./grants.rules.ts";
import { type Right, type Role, rightsOfUser } from "./rights.rules.ts";

/** A row of `users`, as far as it says who acts. */
export interface ActingUser {
  readonly id: number;
  readonly user_name: string;
  readonly email: string;
  readonly full_name: string;
  readonly role: Role;
  readonly extra_rights: Right[];
  readonly salesperson_id: number | null;
}

/** The context with the user as actor: somebody who has just proved who they are. */
export function actingAs<C extends Context>(ctx: C, user: ActingUser): C {
  const actor: Actor = {
    kind: "user",
    name: user.user_name,
    userId: user.id,
    tokenId: null,
    role: user.role,
    rights: rightsOfUser({ role: user.role, extraRights: user.extra_rights }),
    email: user.email,
    fullName: user.full_name,
    salespersonId: user.salesperson_id,
  };
  return { ...ctx, actor };
}

/** The user behind the session; 403 `session_required` for a token, which has no settings of its own. */
export function signedInUserId({ actor }: Context): number {
  if (actor.kind !== "user" || actor.userId === null) throw new Forbidden("session_required");
  return actor.userId;
}

/** 403 `rights_exceed_own` unless the actor may hand on all of the rights. */
export function requireGrantable(actor: Actor, wanted: Iterable<Right>): void {
  const excess = ungrantableRights(actor, wanted);
  if (excess.length > 0) throw new Forbidden("rights_exceed_own", { rights: excess });
}
