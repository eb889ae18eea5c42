import type { FastifyRequest } from "fastify";
import { sql } from "kysely";
import type { Db } from "#app/database.ts";
import type { Actor, Language } from "#platform/context.ts";
import { Unauthenticated } from "#platform/errors.ts";
import { effectiveRights, type Right, type Role } from "./rights.rules.ts";
import { hashOfSecret, sessionCookie, tokenPrefix } from "./secrets.ts";

interface FoundActor {
  user_id: number | null;
  user_name: string | null;
  email: string | null;
  full_name: string | null;
  language: Language | null;
  salesperson_id: number | null;
  role: Role;
  extra_rights: Right[] | null;
  narrowed_to: Right[] | null;
  token_id: number | null;
  token_name: string | null;
  is_stale: boolean;
}

/**
 * Who sent the request: the user of the session cookie, or the API token of the `Authorization` header; `null`
 * without either. One statement. A token that is unknown, expired or revoked is refused, an expired session is
 * nobody.
 */
export async function authenticate(db: Db, request: FastifyRequest): Promise<Actor | null> {
  const authorization = request.headers.authorization;
  if (authorization !== undefined) {
    const token = /^Bearer\s+(\S+)$/i.exec(authorization)?.[1];
    const found = token?.startsWith(tokenPrefix) ? await findByToken(db, hashOfSecret(token)) : undefined;
    if (!found) throw new Unauthenticated("token_invalid");
    return toActor(found, request);
  }
  const cookie = request.cookies[sessionCookie];
  const found = cookie ? await findBySession(db, hashOfSecret(cookie)) : undefined;
  return found ? toActor(found, request) : null;
}

async function findByToken(db: Db, hash: Buffer): Promise<FoundActor | undefined> {
  const { rows } = await sql<FoundActor>`
    select u.id as user_id, u.user_name, u.email, u.full_name, u.language, u.salesperson_id, t.role,
           case when u.role = t.role then u.extra_rights end as extra_rights, t.narrowed_to,
           t.id as token_id, t.name as token_name,
           t.last_used_at is null or t.last_used_at < now() - interval '1 minute' as is_stale
      from api_tokens t left join users u on u.id = t.user_id
     where t.token_hash = ${hash} and t.revoked_at is null and (t.expires_at is null or t.expires_at > now())
       and not coalesce(u.disabled, false)`.execute(db);
  const found = rows[0];
  // Once a minute is precise enough for people, and keeps a busy integration from writing on every call.
  if (found?.is_stale) await sql`update api_tokens set last_used_at = now() where token_hash = ${hash}`.execute(db);
  return found;
}

async function findBySession(db: Db, hash: Buffer): Promise<FoundActor | undefined> {
  const { rows } = await sql<FoundActor>`
    select u.id as user_id, u.user_name, u.email, u.full_name, u.language, u.salesperson_id, u.role, u.extra_rights,
           null as narrowed_to, null as token_id, null as token_name,
           s.last_seen_at < now() - interval '1 minute' as is_stale
      from sessions s join users u on u.id = s.user_id
     where s.token_hash = ${hash} and s.expires_at > now() and not u.disabled`.execute(db);
  const found = rows[0];
  if (found?.is_stale) await sql`update sessions set last_seen_at = now() where token_hash = ${hash}`.execute(db);
  return found;
}

function toActor(found: FoundActor, request: FastifyRequest): Actor {
  if (found.token_id === null) request.language = found.language;
  return {
    kind: found.token_id === null ? "user" : "token",
    name: found.user_name ?? found.token_name ?? "token",
    userId: found.user_id,
    tokenId: found.token_id,
    role: found.role,
    rights: effectiveRights(found.role, found.extra_rights ?? [], found.narrowed_to),
    email: found.email,
    fullName: found.full_name ?? found.token_name,
    salespersonId: found.salesperson_id,
  };
}
