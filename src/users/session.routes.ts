import type { FastifyReply, FastifyRequest } from "fastify";
import { type Api, serve } from "#platform/http/serve.ts";
import { signedInUserId } from "./actors.ts";
import { acceptLink, findUserOfLink } from "./links.commands.ts";
import { changeOwnPassword, changeOwnSettings } from "./own-account.commands.ts";
import { publicAddress } from "./public-address.ts";
import { rightsOfRole, roles } from "./rights.rules.ts";
import { sessionCookie } from "./secrets.ts";
import * as contract from "./session.contract.ts";
import { type Client, endOwnSession, endSession, sessionDays } from "./sessions.commands.ts";
import { getSession, listOwnSessions } from "./sessions.queries.ts";
import { type SignedIn, signIn } from "./sign-in.commands.ts";

/** Signing in and out, one's own sessions and settings, one-time links, roles. */
export function serveSessions(api: Api): void {
  const enter = ({ ctx, secret }: SignedIn, request: FastifyRequest, reply: FastifyReply) => {
    reply.setCookie(sessionCookie, secret, {
      ...cookieOptions(api, request),
      maxAge: sessionDays * 24 * 60 * 60,
    });
    return getSession(ctx);
  };

  serve(api, contract.signIn, async ({ ctx, body, request, reply }) =>
    enter(await signIn(ctx, body, clientOf(request)), request, reply),
  );

  serve(api, contract.getSession, ({ ctx }) => getSession(ctx));

  serve(api, contract.signOut, async ({ ctx, request, reply }) => {
    signedInUserId(ctx);
    await endSession(ctx, secretOf(request));
    reply.clearCookie(sessionCookie, cookieOptions(api, request));
    return undefined;
  });

  serve(api, contract.changeOwnSettings, async ({ ctx, body }) => {
    await changeOwnSettings(ctx, body);
    return getSession(ctx);
  });

  serve(api, contract.changeOwnPassword, async ({ ctx, body, request }) => {
    await changeOwnPassword(ctx, body, secretOf(request));
    return undefined;
  });

  serve(api, contract.listOwnSessions, async ({ ctx, request }) => ({
    items: await listOwnSessions(ctx, secretOf(request)),
  }));

  serve(api, contract.endOwnSession, async ({ ctx, params }) => {
    await endOwnSession(ctx, params.id);
    return undefined;
  });

  serve(api, contract.getLink, async ({ ctx, params }) => {
    const found = await findUserOfLink(ctx, params.secret);
    return {
      valid: found !== undefined,
      purpose: found?.purpose ?? null,
      userName: found?.user_name ?? null,
      fullName: found?.full_name ?? null,
      expiresAt: found?.expires_at ?? null,
    };
  });

  serve(api, contract.acceptLink, async ({ ctx, params, body, request, reply }) =>
    enter(await acceptLink(ctx, params.secret, body.password, clientOf(request)), request, reply),
  );

  serve(api, contract.listRoles, async () => ({
    items: roles.map((role) => ({ role, rights: [...rightsOfRole[role]] })),
  }));
}

function clientOf(request: FastifyRequest): Client {
  return {
    address: request.ip,
    userAgent: request.headers["user-agent"] ?? null,
    secret: request.cookies[sessionCookie] ?? null,
  };
}

/** Secret of the cookie the request came with. */
function secretOf(request: FastifyRequest): string {
  return request.cookies[sessionCookie] ?? "";
}

function cookieOptions(api: Api, request: FastifyRequest) {
  const secure = publicAddress(api, request).startsWith("https:");
  return { path: "/", httpOnly: true, sameSite: "lax", secure } as const;
}
