import type { FastifyRequest } from "fastify";
import type { Context } from "#app/database.ts";
import type { Actor } from "#platform/context.ts";
import { Unauthenticated } from "#platform/errors.ts";
import { claimAttempt, type Subject } from "./attempts.commands.ts";
import { findActorOfToken } from "./authenticate.ts";
import { type Credentials, readCredentials } from "./basic-credentials.rules.ts";
import { hashOfSecret } from "./secrets.ts";
import { countedAddress } from "./sign-in.rules.ts";

/**
 * Who an address book acts for that knows only user name and password: the password is an API token, the name its user's
 * e-mail address or user name. A token alone (`Bearer`) does as well; cookies do not count. 401 `unauthenticated`,
 * `token_invalid`.
 *
 * Failures in a row make the next one wait like failures to sign in (429 `too_many_attempts`), but are counted apart:
 * a telephone with a token that was revoked goes on asking, and must not keep its user from signing in. A token that
 * is right never waits: nobody can guess one.
 */
export async function authenticateProgram(ctx: Context, request: FastifyRequest): Promise<Actor> {
  const { authorization } = request.headers;
  if (authorization === undefined) throw new Unauthenticated("unauthenticated");
  const credentials = readCredentials(authorization);
  const actor = credentials ? await findActorOfToken(ctx.db, credentials.secret, ctx.now) : null;
  if (actor && isNamed(actor, credentials!)) return actor;
  await claimAttempt(ctx, [
    { kind: "address", key: `program:address:${countedAddress(request.ip)}` },
    ...(credentials?.userName ? [userOf(credentials.userName)] : []),
  ]);
  throw new Unauthenticated("token_invalid");
}

function isNamed({ email, name }: Actor, { userName }: Credentials): boolean {
  if (userName === null) return true;
  return [email, name].some((own) => own?.toLowerCase() === userName.toLowerCase());
}

/** Not kept as it was typed: people type passwords into it. */
function userOf(userName: string): Subject {
  const hash = hashOfSecret(userName.toLowerCase()).toString("hex");
  return { kind: "user", key: `program:user:${hash}` };
}
