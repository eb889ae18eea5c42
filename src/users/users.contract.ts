import { z } from "zod";
import { languages } from "#platform/context.ts";
import { endpoint } from "#platform/http/endpoint.ts";
import { code, enumList, flag, requiredText } from "#platform/http/fields.ts";
import { listOf, listQuery } from "#platform/http/list-contract.ts";
import { rights, roles } from "./rights.rules.ts";

/** Contract of the users and of the links by which they set their password. */

export const User = z
  .object({
    id: z.int(),
    userName: z.string(),
    fullName: z.string(),
    email: z.string(),
    role: z.enum(roles),
    /** Single rights on top of the role's. */
    extraRights: z.array(z.enum(rights)),
    salespersonCode: z.string().nullable(),
    language: z.enum(languages),
    disabled: z.boolean(),
    /** `false` until a link was used to set one. */
    hasPassword: z.boolean(),
    /** Of the latest session, to the minute. */
    lastSeenAt: z.string().nullable(),
    version: z.int(),
    createdAt: z.string(),
    lastModifiedAt: z.string(),
  })
  .meta({ id: "User" });
export type User = z.output<typeof User>;

/** Without blanks and `@`, so that a user name is never taken for somebody's e-mail address. */
const userName = () =>
  requiredText(50).refine((value) => !/[\s@]/u.test(value), { params: { code: "user_name_format" } });

const email = () =>
  requiredText(80).refine((value) => z.email().safeParse(value).success, {
    params: { code: "wrong_format", values: { expected: "name@example.com" } },
  });

export const NewUser = z
  .strictObject({
    userName: userName(),
    email: email(),
    fullName: requiredText(100),
    role: z.enum(roles),
    extraRights: z.array(z.enum(rights)).max(rights.length).optional(),
    /** The salesperson the user is; each stands for at most one user. */
    salespersonCode: code(20).optional(),
    /** The company's language unless said. */
    language: z.enum(languages).optional(),
    disabled: z.boolean().optional(),
  })
  .meta({ id: "NewUser" });
export type NewUser = z.output<typeof NewUser>;

export const UserChange = NewUser.partial().meta({ id: "UserChange" });
export type UserChange = z.output<typeof UserChange>;

const userPath = z.object({
  id: z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number),
});

const fieldProblems = [
  "user_name_taken",
  "user_email_taken",
  "user_salesperson_taken",
  "salesperson_blocked",
  "rights_exceed_own",
] as const;

export const listUsers = endpoint({
  id: "listUsers",
  method: "GET",
  path: "/users",
  access: "users.admin",
  summary: "Users.",
  query: listQuery(["userName", "fullName", "email", "createdAt"], {
    search: z.string().max(100).optional(),
    role: enumList(roles).optional(),
    disabled: flag().optional(),
  }),
  result: listOf(User),
});

export const getUser = endpoint({
  id: "getUser",
  method: "GET",
  path: "/users/{id}",
  access: "users.admin",
  summary: "One user.",
  params: userPath,
  result: User,
  problems: ["user_not_found"],
});

export const createUser = endpoint({
  id: "createUser",
  method: "POST",
  path: "/users",
  access: "users.admin",
  summary: "Create a user; an invitation link lets them set a password.",
  description: "Nobody grants more rights than they have.",
  body: NewUser,
  result: User,
  status: 201,
  problems: fieldProblems,
});

export const changeUser = endpoint({
  id: "changeUser",
  method: "PATCH",
  path: "/users/{id}",
  access: "users.admin",
  summary: "Change a user; disabling one ends their sessions and links.",
  params: userPath,
  body: UserChange,
  result: User,
  problems: ["user_not_found", "last_admin", "stale_version", ...fieldProblems],
});

export const deleteUser = endpoint({
  id: "deleteUser",
  method: "DELETE",
  path: "/users/{id}",
  access: "users.admin",
  summary: "Delete a user with their sessions, links and tokens; what they recorded stays.",
  params: userPath,
  problems: ["user_not_found", "last_admin", "rights_exceed_own"],
});

export const OneTimeLink = z
  .object({
    /** Shown once: only a hash of its secret is kept. */
    url: z.string(),
    expiresAt: z.string(),
  })
  .meta({ id: "OneTimeLink" });
export type OneTimeLink = z.output<typeof OneTimeLink>;

const linkProblems = ["user_not_found", "user_disabled", "rights_exceed_own"] as const;

export const inviteUser = endpoint({
  id: "inviteUser",
  method: "POST",
  path: "/users/{id}/invite",
  access: "users.admin",
  summary:
    "A link, valid for 7 days, by which the user sets a first password; earlier links of the user end.",
  params: userPath,
  result: OneTimeLink,
  isSecret: true,
  problems: linkProblems,
});

export const resetUser = endpoint({
  id: "resetUser",
  method: "POST",
  path: "/users/{id}/reset",
  access: "users.admin",
  summary:
    "A link, valid for 24 hours, by which the user sets a new password; earlier links of the user end.",
  params: userPath,
  result: OneTimeLink,
  isSecret: true,
  problems: linkProblems,
});
