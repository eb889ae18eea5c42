import { z } from "zod";
import { endpoint } from "#platform/http/endpoint.ts";
import { requiredText } from "#platform/http/fields.ts";
import { CreatedToken, Token, tokenPath } from "./tokens.contract.ts";

/** Contract of the tokens by which a user's own devices read the address book (contacts B11). */

const path = "/session/address-book-tokens";

export const listAddressBookTokens = endpoint({
  id: "listAddressBookTokens",
  method: "GET",
  path,
  access: "contacts.read",
  summary:
    "Tokens of one's own that open the address book and nothing else, the newest first; revoked ones are left out.",
  result: z.object({ items: z.array(Token) }),
  problems: ["session_required"],
});

export const createAddressBookToken = endpoint({
  id: "createAddressBookToken",
  method: "POST",
  path,
  access: "contacts.read",
  summary: "Create a token for a device of one's own; the answer holds its secret, once.",
  description:
    "Address books (CardDAV, `/dav/`) take the token as the password beside one's e-mail address; the API refuses it (403 `token_for_address_book`). It does not expire: it ends when it is revoked, or with its user.",
  body: z.strictObject({ name: requiredText(100) }).meta({ id: "NewAddressBookToken" }),
  result: CreatedToken,
  status: 201,
  isSecret: true,
  problems: ["session_required"],
});

export const revokeAddressBookToken = endpoint({
  id: "revokeAddressBookToken",
  method: "DELETE",
  path: `${path}/{id}`,
  access: "contacts.read",
  summary: "Revoke a token of a device of one's own: it reads nothing more from now on.",
  params: tokenPath,
  problems: ["session_required", "token_not_found"],
});
