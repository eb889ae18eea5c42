import { z } from "zod";
import { languages } from "#platform/context.ts";
import { endpoint } from "#platform/http/endpoint.ts";
import { requiredText } from "#platform/http/fields.ts";
import { rights, roles } from "./rights.rules.ts";

/** Contract of signing in, of one's own session and settings, and of one-time links. */

export const themes = ["system", "light", "dark"] as const;

/** A password as typed: its rules speak when it is set, not when it is compared. */
export const typedPassword = () => z.string().min(1).max(1_000);

export const Session = z
  .object({
    /** `null` for an API token that belongs to no user. */
    user: z
      .object({
        id: z.int(),
        userName: z.string(),
        fullName: z.string(),
        email: z.string(),
        language: z.enum(languages),
        theme: z.enum(themes),
        salespersonCode: z.string().nullable(),
        role: z.enum(roles),
      })
      .nullable(),
    /** What the caller may do, as `x-access` of the endpoints names it. */
    rights: z.array(z.enum(rights)),
    company: z.object({
      name: z.string().nullable(),
      currencyCode: z.string(),
      /** IANA name, such as `Europe/Helsinki`. */
      timeZone: z.string(),
      language: z.enum(languages),
    }),
    /** `false` until the first-start assistant was finished or skipped. */
    assistantCompleted: z.boolean(),
  })
  .meta({ id: "Session" });
export type Session = z.output<typeof Session>;

export const signIn = endpoint({
  id: "signIn",
  method: "POST",
  path: "/session",
  access: "public",
  summary: "Sign in with a user name or an e-mail address and a password.",
  description:
    "Sets the cookie `rapport_session` (HttpOnly, SameSite=Lax, 30 days) and ends the session of the cookie that was sent along. " +
    "Writes with the cookie need the header `X-Rapport-CSRF: 1`. Failures in a row make the next attempt wait, by user and by address: " +
    "429 with `Retry-After`. `Idempotency-Key` is ignored.",
  body: z.strictObject({ userName: requiredText(254), password: typedPassword() }).meta({ id: "SignIn" }),
  result: Session,
  isRepeatable: false,
  problems: ["sign_in_failed", "too_many_attempts"],
});

export const getSession = endpoint({
  id: "getSession",
  method: "GET",
  path: "/session",
  access: "signedIn",
  summary: "Who is signed in, what they may do, and what the pages need to know of the company.",
  result: Session,
});

export const signOut = endpoint({
  id: "signOut",
  method: "DELETE",
  path: "/session",
  access: "signedIn",
  summary: "Sign out: ends the session of the cookie.",
  problems: ["session_required"],
});

export const changeOwnSettings = endpoint({
  id: "changeOwnSettings",
  method: "PATCH",
  path: "/session/user",
  access: "signedIn",
  summary: "Change one's own language, theme or full name.",
  body: z
    .strictObject({
      fullName: requiredText(100).optional(),
      language: z.enum(languages).optional(),
      theme: z.enum(themes).optional(),
    })
    .meta({ id: "OwnSettings" }),
  result: Session,
  problems: ["session_required"],
});

const passwordProblems = [
  "password_too_short",
  "password_too_long",
  "password_is_name",
  "password_too_common",
] as const;

export const changeOwnPassword = endpoint({
  id: "changeOwnPassword",
  method: "POST",
  path: "/session/password",
  access: "signedIn",
  summary: "Change one's own password; every other session of the user ends.",
  description:
    "At least 10 characters, not the user name or e-mail address, not a very common one. `Idempotency-Key` is ignored.",
  body: z
    .strictObject({ oldPassword: typedPassword(), newPassword: typedPassword() })
    .meta({ id: "PasswordChange" }),
  isRepeatable: false,
  problems: ["session_required", "password_wrong", "too_many_attempts", ...passwordProblems],
});

export const OwnSession = z
  .object({
    /** Names the session; it is not its secret. */
    id: z.string(),
    /** The one this request came with. */
    current: z.boolean(),
    userAgent: z.string().nullable(),
    address: z.string().nullable(),
    createdAt: z.string(),
    /** To the minute. */
    lastSeenAt: z.string(),
    expiresAt: z.string(),
  })
  .meta({ id: "OwnSession" });
export type OwnSession = z.output<typeof OwnSession>;

export const listOwnSessions = endpoint({
  id: "listOwnSessions",
  method: "GET",
  path: "/sessions",
  access: "signedIn",
  summary: "One's own open sessions, the latest used first.",
  result: z.object({ items: z.array(OwnSession) }),
  problems: ["session_required"],
});

export const endOwnSession = endpoint({
  id: "endOwnSession",
  method: "DELETE",
  path: "/sessions/{id}",
  access: "signedIn",
  summary: "End one of one's own sessions.",
  params: z.object({ id: z.string().max(64) }),
  problems: ["session_required", "session_not_found"],
});

const linkPath = z.object({ secret: z.string().max(200) });

export const linkPurposes = ["invitation", "reset"] as const;

export const getLink = endpoint({
  id: "getLink",
  method: "GET",
  path: "/links/{secret}",
  access: "public",
  summary: "What a one-time link is for; `valid` is false when it is used, expired or unknown.",
  params: linkPath,
  result: z
    .object({
      valid: z.boolean(),
      purpose: z.enum(linkPurposes).nullable(),
      userName: z.string().nullable(),
      fullName: z.string().nullable(),
      expiresAt: z.string().nullable(),
    })
    .meta({ id: "Link" }),
});

export const acceptLink = endpoint({
  id: "acceptLink",
  method: "POST",
  path: "/links/{secret}/accept",
  access: "public",
  summary: "Set the password by a one-time link and sign in; every other session of the user ends.",
  description: "The link is used up. The cookie is set as when signing in. `Idempotency-Key` is ignored.",
  params: linkPath,
  body: z.strictObject({ password: typedPassword() }).meta({ id: "LinkAcceptance" }),
  result: Session,
  isRepeatable: false,
  problems: ["link_invalid", ...passwordProblems],
});

export const listRoles = endpoint({
  id: "listRoles",
  method: "GET",
  path: "/roles",
  access: "signedIn",
  summary: "The roles and the rights each of them brings along.",
  result: z.object({
    items: z.array(z.object({ role: z.enum(roles), rights: z.array(z.enum(rights)) }).meta({ id: "Role" })),
  }),
});
