import type { FastifyRequest } from "fastify";
import { sql } from "kysely";
import type { Db } from "#app/database.ts";
import type { Actor, Language } from "#platform/context.ts";
import { prepared } from "#platform/db/prepared.ts";
import { Forbidden, Unauthenticated } from "#platform/errors.ts";
import { type Right, type Role, rightsOfToken, rightsOfUser } from "./rights.rules.ts";
import { hashOfSecret, sessionCookie, tokenPrefix } from "./secrets.ts";

interface FoundActor {
  user_id: number | null;
  user_name: string | null;
  email: string | null;
  full_name: string | null;
  language: Language | null;
  salesperson_id: number | null;
  user_role: Role | null;
  extra_rights: Right[] | null;
  is_stale: boolean;
}

interface FoundToken extends FoundActor {
  token_id: number;
  token_name: string;
  token_role: Role;
  narrowed_to: Right[] | null;
  address_book_only: boolean;
}

interface FoundUser extends FoundActor {
  user_id: number;
  user_name: string;
  user_role: Role;
  extra_rights: Right[];
}

/**
 * Who sent the request: the user of the session cookie, or the API token of the `Authorization` header; `null`
 * without either. One statement. A token that is unknown, expired or revoked is refused, as is one that opens the
 * address book alone (403 `token_for_address_book`); an expired session is nobody.
 */
export async function authenticate(db: Db, request: FastifyRequest, now: Date): Promise<Actor | null> {
  const authorization = request.headers.authorization;
  if (authorization !== undefined) {
    const secret = /^Bearer\s+(\S+)$/i.exec(authorization)?.[1];
    const found = secret === undefined ? undefined : await findToken(db, secret, now);
    if (!found) throw new Unauthenticated("token_invalid");
    if (found.address_book_only) throw new Forbidden("token_for_address_book");
    return actorOfToken(found);
  }
  const cookie = request.cookies[sessionCookie];
  const found = cookie ? await findSession(db, hashOfSecret(cookie), now) : undefined;
  if (!found) return null;
  // A person's setting wins over the browser's; a program asks in its header.
  request.language = found.language;
  return actorOfUser(found);
}

/**
 * Who a token acts for at the door of the address book, which takes those that open nothing else as well; `null` when it
 * is unknown, expired or revoked, or its user is disabled. One statement.
 */
export async function findActorOfToken(db: Db, secret: string, now: Date): Promise<Actor | null> {
  const found = await findToken(db, secret, now);
  return found ? actorOfToken(found) : null;
}

async function findToken(db: Db, secret: string, now: Date): Promise<FoundToken | undefined> {
  if (!secret.startsWith(tokenPrefix)) return undefined;
  const hash = hashOfSecret(secret);
  const { rows } = await sql<FoundToken>`${prepared}
    select u.id as user_id, u.user_name, u.email, u.full_name, u.language, u.salesperson_id, u.role as user_role,
           u.extra_rights, t.id as token_id, t.name as token_name, t.role as token_role, t.narrowed_to,
           t.address_book_only, t.last_used_at is null or t.last_used_at < ${now}::timestamptz - interval '1 minute' as is_stale
      from api_tokens t left join users u on u.id = t.user_id
     where t.token_hash = ${hash} and t.revoked_at is null and (t.expires_at is null or t.expires_at > ${now})
       and not coalesce(u.disabled, false)`.execute(db);
  const found = rows[0];
  // Once a minute is precise enough for people, and keeps a busy integration from writing on every call.
  if (found?.is_stale)
    await sql`update api_tokens set last_used_at = ${now} where token_hash = ${hash}`.execute(db);
  return found;
}

async function findSession(db: Db, hash: Buffer, now: Date): Promise<FoundUser | undefined> {
  const { rows } = await sql<FoundUser>`${prepared}
    select u.id as user_id, u.user_name, u.email, u.full_name, u.language, u.salesperson_id, u.role as user_role,
           u.extra_rights, s.last_seen_at < ${now}::timestamptz - interval '1 minute' as is_stale
      from sessions s join users u on u.id = s.user_id
     where s.token_hash = ${hash} and s.expires_at > ${now} and not u.disabled`.execute(db);
  const found = rows[0];
  if (found?.is_stale)
    await sql`update sessions set last_seen_at = ${now} where token_hash = ${hash}`.execute(db);
  return found;
}

function actorOfToken(found: FoundToken): Actor {
  const user = found.user_role && { role: found.user_role, extraRights: found.extra_rights ?? [] };
  return {
    kind: "token",
    name: found.user_name ?? found.token_name,
    userId: found.user_id,
    tokenId: found.token_id,
    role: found.token_role,
    rights: rightsOfToken({ role: found.token_role, narrowedTo: found.narrowed_to }, user),
    email: found.email,
    fullName: found.full_name ?? found.token_name,
    salespersonId: found.salesperson_id,
  };
}

function actorOfUser(found: FoundUser): Actor {
  return {
    kind: "user",
    name: found.user_name,
    userId: found.user_id,
    tokenId: null,
    role: found.user_role,
    rights: rightsOfUser({ role: found.user_role, extraRights: found.extra_rights }),
    email: found.email,
    fullName: found.full_name,
    salespersonId: found.salesperson_id,
  };
}
