import { sql } from "kysely";
import type { TestAnswer, TestApp } from "#app/testing.ts";
import { testContext } from "#app/testing.ts";
import { createToken, type NewToken } from "#users/index.ts";
import { givenUser } from "#users/testing.ts";

export interface DavAnswer extends Pick<TestAnswer, "status" | "headers" | "text"> {
  /** `href` and status of every response, in their order; the status of the first propstat where there are some. */
  readonly responses: readonly { readonly href: string; readonly status: number; readonly text: string }[];
  readonly syncToken: string | null;
}

export interface DavClient {
  send(method: string, path: string, body?: string, headers?: Record<string, string>): Promise<DavAnswer>;
  propfind(path: string, depth: 0 | 1, ...names: string[]): Promise<DavAnswer>;
  /** A multiget with cards of version 3, unless said. */
  multiget(hrefs: readonly string[], version?: string): Promise<DavAnswer>;
  query(filter: string, limit?: number): Promise<DavAnswer>;
  sync(token: string | null): Promise<DavAnswer>;
}

export const bookPath = "/dav/address-books/contacts/";
const namespaces =
  'xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:carddav" xmlns:CS="http://calendarserver.org/ns/"';

/** A client that sends this header. */
export function davClient({ api }: Pick<TestApp, "api">, authorization: string | null): DavClient {
  const send: DavClient["send"] = async (method, path, body, headers = {}) => {
    const answer = await api.server.inject({
      method: method as "GET",
      url: path,
      headers: {
        ...(authorization !== null && { authorization }),
        ...(body !== undefined && { "content-type": "application/xml; charset=utf-8" }),
        ...headers,
      },
      ...(body !== undefined && { payload: body }),
    });
    const text = answer.payload;
    const responses = [...text.matchAll(/<D:response>(.*?)<\/D:response>/gs)].map(([, inner = ""]) => ({
      href: /<D:href>(.*?)<\/D:href>/.exec(inner)?.[1] ?? "",
      status: Number(/<D:status>HTTP\/1\.1 (\d+)/.exec(inner)?.[1]),
      text: inner,
    }));
    const syncToken = /<D:sync-token>([^<]+)<\/D:sync-token><\/D:multistatus>/.exec(text)?.[1] ?? null;
    return { status: answer.statusCode, headers: answer.headers, text, responses, syncToken };
  };
  const report = (name: string, inner: string) =>
    send("REPORT", bookPath, `<?xml version="1.0"?><${name} ${namespaces}>${inner}</${name}>`, {
      depth: "1",
    });
  return {
    send,
    propfind: (path, depth, ...names) =>
      send(
        "PROPFIND",
        path,
        `<?xml version="1.0"?><D:propfind ${namespaces}><D:prop>${names.map((name) => `<${name}/>`).join("")}</D:prop></D:propfind>`,
        { depth: String(depth) },
      ),
    multiget: (hrefs, version = "3.0") =>
      report(
        "C:addressbook-multiget",
        `<D:prop><D:getetag/><C:address-data content-type="text/vcard" version="${version}"/></D:prop>${hrefs
          .map((href) => `<D:href>${href}</D:href>`)
          .join("")}`,
      ),
    query: (filter, limit) =>
      report(
        "C:addressbook-query",
        `<D:prop><D:getetag/></D:prop><C:filter>${filter}</C:filter>${
          limit === undefined ? "" : `<C:limit><C:nresults>${limit}</C:nresults></C:limit>`
        }`,
      ),
    sync: (token) =>
      report(
        "D:sync-collection",
        `<D:sync-token>${token ?? ""}</D:sync-token><D:sync-level>1</D:sync-level><D:prop><D:getetag/></D:prop>`,
      ),
  };
}

export function basicOf(userName: string, secret: string): string {
  return `Basic ${Buffer.from(`${userName}:${secret}`).toString("base64")}`;
}

/** A user with a telephone: what the settings page makes for them. */
export async function givenDevice(app: TestApp, token: Partial<NewToken> = {}) {
  const user = await givenUser(app, {}, null);
  const { id, secret } = await createToken(testContext(app.db, { now: app.clock.now }), {
    name: "Telephone",
    role: user.role,
    narrowedTo: ["contacts.read"],
    userName: user.userName,
    ...token,
  });
  return { user, tokenId: id, secret, authorization: basicOf(user.email, secret) };
}

/** As if all that was written so far lay a minute back: the book is settled then. */
export async function settle({ owner }: TestApp): Promise<void> {
  await sql`update contacts set last_modified_at = last_modified_at - interval '1 minute'`.execute(owner);
  await sql`update address_book_changes set changed_at = changed_at - interval '1 minute'`.execute(owner);
}
