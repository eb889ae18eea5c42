import { z } from "zod";
import { endpoint } from "#platform/http/endpoint.ts";
import { enumList, flag, requiredText, text } from "#platform/http/fields.ts";
import { listOf, listQuery } from "#platform/http/list-contract.ts";
import { rights, roles } from "./rights.rules.ts";

/** Contract of the API tokens. */

export const Token = z
  .object({
    id: z.int(),
    name: z.string(),
    /** First characters of the token, so that people recognise it. */
    prefix: z.string(),
    role: z.enum(roles),
    /** Single rights the token is narrowed to; `null` = all of the role. */
    rights: z.array(z.enum(rights)).nullable(),
    /** It opens the address book (`/dav/`) and nothing else; the API refuses it. */
    addressBookOnly: z.boolean(),
    /** The user on whose behalf it acts. */
    userName: z.string().nullable(),
    expiresAt: z.string().nullable(),
    revokedAt: z.string().nullable(),
    /** To the minute. */
    lastUsedAt: z.string().nullable(),
    createdBy: z.string(),
    createdAt: z.string(),
    version: z.int(),
  })
  .meta({ id: "Token" });
export type Token = z.output<typeof Token>;

export const NewToken = z
  .strictObject({
    name: requiredText(100),
    role: z.enum(roles),
    rights: z.array(z.enum(rights)).min(1).max(rights.length).nullable().optional(),
    /** RFC 3339, in the future; `null` = never. */
    expiresAt: z.iso.datetime({ offset: true }).nullable().optional(),
    /** On whose behalf it acts; it never may do more than this user. */
    userName: text(50).optional(),
  })
  .meta({ id: "NewToken" });
export type NewToken = z.output<typeof NewToken>;

export const CreatedToken = Token.extend({
  /** The token itself, shown this once: `Authorization: Bearer <secret>`, or the password of an address book. */
  secret: z.string(),
}).meta({ id: "CreatedToken" });

export const tokenPath = z.object({
  id: z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number),
});

export const listTokens = endpoint({
  id: "listTokens",
  method: "GET",
  path: "/tokens",
  access: "users.admin",
  summary: "API tokens, without their secrets.",
  query: listQuery(["name", "createdAt"], {
    search: z.string().max(100).optional(),
    role: enumList(roles).optional(),
    userName: z.string().max(50).optional(),
    revoked: flag().optional(),
  }),
  result: listOf(Token),
});

export const getToken = endpoint({
  id: "getToken",
  method: "GET",
  path: "/tokens/{id}",
  access: "users.admin",
  summary: "One API token, without its secret.",
  params: tokenPath,
  result: Token,
  problems: ["token_not_found"],
});

export const createToken = endpoint({
  id: "createToken",
  method: "POST",
  path: "/tokens",
  access: "users.admin",
  summary: "Create an API token; the answer holds its secret, once.",
  description: "A token may do no more than its creator, and no more than the user on whose behalf it acts.",
  body: NewToken,
  result: CreatedToken,
  status: 201,
  isSecret: true,
  problems: ["rights_exceed_own", "token_exceeds_user", "right_not_in_role", "expiry_past", "not_found"],
});

export const revokeToken = endpoint({
  id: "revokeToken",
  method: "DELETE",
  path: "/tokens/{id}",
  access: "users.admin",
  summary: "Revoke an API token; it stays in the list.",
  params: tokenPath,
  problems: ["token_not_found"],
});
