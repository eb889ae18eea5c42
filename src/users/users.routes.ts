import { type Api, created, serve } from "#platform/http/serve.ts";
import { createLink } from "./links.commands.ts";
import {
  createAddressBookToken,
  listAddressBookTokens,
  revokeAddressBookToken,
} from "./own-tokens.commands.ts";
import * as ownTokens from "./own-tokens.contract.ts";
import { publicAddress } from "./public-address.ts";
import { serveSessions } from "./session.routes.ts";
import { createToken, revokeToken } from "./tokens.commands.ts";
import * as tokens from "./tokens.contract.ts";
import { getToken, listTokens } from "./tokens.queries.ts";
import { changeUser, createUser, deleteUser } from "./users.commands.ts";
import * as users from "./users.contract.ts";
import { getUser, listUsers } from "./users.queries.ts";

/** People and access: sessions, users, links, tokens, roles. */
export function serveUsers(api: Api): void {
  serveSessions(api);
  serveUserAdministration(api);
  serveTokens(api);
  serveOwnTokens(api);
}

function serveUserAdministration(api: Api): void {
  serve(api, users.listUsers, ({ ctx, query }) => listUsers(ctx, query));

  serve(api, users.getUser, ({ ctx, params }) => getUser(ctx.db, params.id));

  serve(api, users.createUser, async ({ ctx, body }) => {
    const user = await createUser(ctx, body);
    return created(user, `/users/${user.id}`);
  });

  serve(api, users.changeUser, ({ ctx, params, body, ifMatch }) => changeUser(ctx, params.id, body, ifMatch));

  serve(api, users.deleteUser, async ({ ctx, params }) => {
    await deleteUser(ctx, params.id);
    return undefined;
  });

  serve(api, users.inviteUser, ({ ctx, params, request }) =>
    createLink(ctx, params.id, "invitation", publicAddress(api, request)),
  );

  serve(api, users.resetUser, ({ ctx, params, request }) =>
    createLink(ctx, params.id, "reset", publicAddress(api, request)),
  );
}

function serveTokens(api: Api): void {
  serve(api, tokens.listTokens, ({ ctx, query }) => listTokens(ctx, query));

  serve(api, tokens.getToken, ({ ctx, params }) => getToken(ctx.db, params.id));

  serve(api, tokens.createToken, async ({ ctx, body }) => {
    const { rights, ...token } = body;
    const { id, secret } = await createToken(ctx, { ...token, narrowedTo: rights });
    return created({ ...(await getToken(ctx.db, id)), secret }, `/tokens/${id}`);
  });

  serve(api, tokens.revokeToken, async ({ ctx, params }) => {
    await revokeToken(ctx, params.id);
    return undefined;
  });
}

function serveOwnTokens(api: Api): void {
  serve(api, ownTokens.listAddressBookTokens, async ({ ctx }) => ({
    items: await listAddressBookTokens(ctx),
  }));

  serve(api, ownTokens.createAddressBookToken, async ({ ctx, body }) => {
    const { id, secret } = await createAddressBookToken(ctx, body.name);
    return created({ ...(await getToken(ctx.db, id)), secret }, `/session/address-book-tokens/${id}`);
  });

  serve(api, ownTokens.revokeAddressBookToken, async ({ ctx, params }) => {
    await revokeAddressBookToken(ctx, params.id);
    return undefined;
  });
}
