import {
  book,
  cardPath,
  cardTag,
  davRoot,
  home,
  principals,
  type SyncMark,
  syncToken,
} from "./address-book.rules.ts";
import type { Member } from "./members.queries.ts";
import type { PropertyName, Wanted } from "./read-requests.ts";
import { calendarServerNamespace, cardNamespace, davNamespace, tag, tagOf, Xml } from "./xml.rules.ts";

/** Something a client can ask about. */
export type Resource =
  | { readonly kind: "root" | "principal" | "home" }
  | { readonly kind: "book"; readonly mark: SyncMark }
  | {
      readonly kind: "card";
      readonly member: Member;
      /** The card as text, where it was asked for. */
      readonly card?: string;
    };

/** Whom the answer is for. */
export interface Reader {
  /** Last part of the principal's address. */
  readonly principal: string;
  /** As people see it: of the user. */
  readonly fullName: string;
  /** As people see it: of the address book. */
  readonly bookName: string;
}

export const cardType = "text/vcard; charset=utf-8";

/** Bytes that a card with its picture can have. */
const maxCardBytes = 4_000_000;

export function hrefOf(resource: Resource, reader: Reader): string {
  switch (resource.kind) {
    case "root":
      return davRoot;
    case "principal":
      return principalPath(reader);
    case "home":
      return home;
    case "book":
      return book;
    case "card":
      return cardPath(resource.member.id);
  }
}

function principalPath({ principal }: Reader): string {
  return `${principals}${encodeURIComponent(principal)}/`;
}

type Value = (resource: Resource, reader: Reader) => readonly (Xml | string)[] | undefined;

const href = (path: string) => tag("D:href", path);

const dav: Readonly<Record<string, Value>> = {
  resourcetype: ({ kind }) => {
    if (kind === "card") return [];
    const types = { root: [], principal: [tag("D:principal")], home: [], book: [tag("C:addressbook")] }[kind];
    return [tag("D:collection"), ...types];
  },
  displayname: (resource, { fullName, bookName }) => {
    if (resource.kind === "card") return undefined;
    return [resource.kind === "principal" ? fullName : bookName];
  },
  "current-user-principal": (_, reader) => [href(principalPath(reader))],
  "current-user-privilege-set": () => [
    tag("D:privilege", tag("D:read")),
    tag("D:privilege", tag("D:read-current-user-privilege-set")),
  ],
  "principal-collection-set": () => [href(principals)],
  "principal-URL": ({ kind }, reader) => (kind === "principal" ? [href(principalPath(reader))] : undefined),
  owner: ({ kind }, reader) => (kind === "root" ? undefined : [href(principalPath(reader))]),
  "supported-report-set": ({ kind }) =>
    kind === "book"
      ? ["C:addressbook-multiget", "C:addressbook-query", "D:sync-collection"].map((name) =>
          tag("D:supported-report", tag("D:report", tag(name))),
        )
      : undefined,
  "sync-token": (resource) => (resource.kind === "book" ? [syncToken(resource.mark)] : undefined),
  getetag: (resource) => (resource.kind === "card" ? [cardTag(resource.member)] : undefined),
  getcontenttype: ({ kind }) => (kind === "card" ? [cardType] : undefined),
};

const cardDav: Readonly<Record<string, Value>> = {
  "addressbook-home-set": ({ kind }) => (kind === "principal" ? [href(home)] : undefined),
  "addressbook-description": ({ kind }, { bookName }) => (kind === "book" ? [bookName] : undefined),
  "supported-address-data": ({ kind }) =>
    kind === "book"
      ? ["3.0", "4.0"].map(
          (version) => new Xml(`<C:address-data-type content-type="text/vcard" version="${version}"/>`),
        )
      : undefined,
  "supported-collation-set": ({ kind }) =>
    kind === "book"
      ? ["i;ascii-casemap", "i;unicode-casemap", "i;octet"].map((name) => tag("C:supported-collation", name))
      : undefined,
  "max-resource-size": ({ kind }) => (kind === "book" ? [String(maxCardBytes)] : undefined),
  "address-data": (resource) =>
    resource.kind === "card" && resource.card !== undefined ? [resource.card] : undefined,
};

const calendarServer: Readonly<Record<string, Value>> = {
  getctag: (resource) => (resource.kind === "book" ? [syncToken(resource.mark)] : undefined),
};

const namespaces: Readonly<Record<string, Readonly<Record<string, Value>>>> = {
  [davNamespace]: dav,
  [cardNamespace]: cardDav,
  [calendarServerNamespace]: calendarServer,
};

/** What everybody is told who asks for everything: what costs nothing, and no cards. */
const plainNames: readonly PropertyName[] = [
  "resourcetype",
  "displayname",
  "getetag",
  "getcontenttype",
  "sync-token",
].map((local) => ({ uri: davNamespace, local }));

const allNames: readonly PropertyName[] = Object.entries(namespaces).flatMap(([uri, values]) =>
  Object.keys(values).map((local) => ({ uri, local })),
);

function propertyValue({ uri, local }: PropertyName, resource: Resource, reader: Reader) {
  const values = namespaces[uri];
  return values && Object.hasOwn(values, local) ? values[local]!(resource, reader) : undefined;
}

/** What a resource says of itself: a `D:response` with what it has and what it has not. */
export function describeResource(resource: Resource, wanted: Wanted, reader: Reader): Xml {
  const names = wanted.kind === "some" ? wanted.names : wanted.kind === "all" ? plainNames : allNames;
  const found: Xml[] = [];
  const missing: Xml[] = [];
  for (const name of names) {
    const value = propertyValue(name, resource, reader);
    if (value === undefined) missing.push(tagOf(name));
    else found.push(tagOf(name, wanted.kind === "names" ? [] : value));
  }
  return tag(
    "D:response",
    href(hrefOf(resource, reader)),
    ...(found.length > 0 || missing.length === 0 || wanted.kind !== "some"
      ? [propstat(found, "200 OK")]
      : []),
    ...(missing.length > 0 && wanted.kind === "some" ? [propstat(missing, "404 Not Found")] : []),
  );
}

function propstat(content: readonly Xml[], status: string): Xml {
  return tag("D:propstat", tag("D:prop", ...content), tag("D:status", `HTTP/1.1 ${status}`));
}

/** What is not in the address book, or not any more. */
export function describeMissing(path: string): Xml {
  return tag("D:response", href(path), tag("D:status", "HTTP/1.1 404 Not Found"));
}

/** There is more than was asked for (RFC 6352, 8.6.2). */
export function describeTruncation(): Xml {
  return tag(
    "D:response",
    href(book),
    tag("D:status", "HTTP/1.1 507 Insufficient Storage"),
    tag("D:error", tag("D:number-of-matches-within-limits")),
  );
}
