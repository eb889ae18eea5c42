import { DavError } from "./dav-error.ts";
import { cardNamespace, davNamespace } from "./xml.rules.ts";
import { childrenNamed, readXml, type XmlElement } from "./xml-reader.ts";

export interface PropertyName {
  readonly uri: string;
  readonly local: string;
}

/** What a client wants to know of each resource. */
export type Wanted =
  | { readonly kind: "all" | "names" }
  | {
      readonly kind: "some";
      readonly names: readonly PropertyName[];
      /** How `address-data` is to be written. */
      readonly cardVersion: "3.0" | "4.0";
    };

export type Collation = "i;unicode-casemap" | "i;ascii-casemap" | "i;octet";
export type MatchType = "equals" | "contains" | "starts-with" | "ends-with";

export interface TextMatch {
  readonly text: string;
  readonly collation: Collation;
  readonly matchType: MatchType;
  readonly isNegated: boolean;
}

export interface PropertyFilter {
  /** Upper case, such as `EMAIL`. */
  readonly property: string;
  readonly test: "anyof" | "allof";
  readonly isNotDefined: boolean;
  readonly matches: readonly TextMatch[];
}

export interface CardFilter {
  readonly test: "anyof" | "allof";
  readonly filters: readonly PropertyFilter[];
}

export type Report =
  | { readonly kind: "multiget"; readonly wanted: Wanted; readonly hrefs: readonly string[] }
  | {
      readonly kind: "query";
      readonly wanted: Wanted;
      readonly filter: CardFilter;
      readonly limit: number | null;
    }
  | { readonly kind: "sync"; readonly wanted: Wanted; readonly token: string | null };

/** What a PROPFIND asks for; without a body everything. @throws DavError */
export function readPropfind(body: string): Wanted {
  const root = readXml(body);
  if (root === null) return { kind: "all" };
  if (root.uri !== davNamespace || root.local !== "propfind") throw new DavError(400, "dav_xml");
  return readWanted(root) ?? { kind: "all" };
}

/** @throws DavError 400 `dav_xml`; 403 `dav_report_unknown`, `dav_filter`, `dav_limit` */
export function readReport(body: string): Report {
  const root = readXml(body);
  if (root === null) throw new DavError(400, "dav_xml");
  const wanted = readWanted(root) ?? { kind: "all" };
  switch (`${root.uri} ${root.local}`) {
    case `${cardNamespace} addressbook-multiget`: {
      const hrefs = childrenNamed(root, davNamespace, "href").map(({ text }) => text.trim());
      return { kind: "multiget", wanted, hrefs };
    }
    case `${cardNamespace} addressbook-query`:
      return { kind: "query", wanted, filter: readFilter(root), limit: readLimit(root, cardNamespace) };
    case `${davNamespace} sync-collection`: {
      // What is left out could not be asked for: the moments of changes have no order within a moment.
      if (readLimit(root, davNamespace) !== null)
        throw new DavError(403, "dav_limit", "D:number-of-matches-within-limits");
      const token = childrenNamed(root, davNamespace, "sync-token")[0]?.text.trim() || null;
      return { kind: "sync", wanted, token };
    }
    default:
      throw new DavError(403, "dav_report_unknown", "D:supported-report");
  }
}

function readWanted(root: XmlElement): Wanted | null {
  if (childrenNamed(root, davNamespace, "allprop").length > 0) return { kind: "all" };
  if (childrenNamed(root, davNamespace, "propname").length > 0) return { kind: "names" };
  const [prop] = childrenNamed(root, davNamespace, "prop");
  if (!prop) return null;
  const names = prop.children.map(({ uri, local }) => ({ uri, local }));
  const [data] = childrenNamed(prop, cardNamespace, "address-data");
  return { kind: "some", names, cardVersion: data ? cardVersion(data.attributes) : "3.0" };
}

/** Version 3 unless said (RFC 6352, 10.4). */
function cardVersion(attributes: Readonly<Record<string, string>>): "3.0" | "4.0" {
  const { "content-type": type = "text/vcard", version = "3.0" } = attributes;
  const isKnown = type.toLowerCase() === "text/vcard" && (version === "3.0" || version === "4.0");
  if (!isKnown) throw new DavError(403, "dav_card_version", "C:supported-address-data");
  return version;
}

function readLimit(root: XmlElement, uri: string): number | null {
  const [limit] = childrenNamed(root, uri, "limit");
  const [results] = limit ? childrenNamed(limit, uri, "nresults") : [];
  if (!results) return null;
  const number = Number(results.text.trim());
  if (!Number.isSafeInteger(number) || number < 1) throw new DavError(400, "dav_xml");
  return number;
}

function readFilter(root: XmlElement): CardFilter {
  const [filter] = childrenNamed(root, cardNamespace, "filter");
  if (!filter) return { test: "anyof", filters: [] };
  return {
    test: readTest(filter),
    filters: childrenNamed(filter, cardNamespace, "prop-filter").map((prop) => {
      if (childrenNamed(prop, cardNamespace, "param-filter").length > 0) throw unsupportedFilter();
      return {
        property: (prop.attributes.name ?? "").toUpperCase(),
        test: readTest(prop),
        isNotDefined: childrenNamed(prop, cardNamespace, "is-not-defined").length > 0,
        matches: childrenNamed(prop, cardNamespace, "text-match").map(readMatch),
      };
    }),
  };
}

function readTest({ attributes: { test = "anyof" } }: XmlElement): "anyof" | "allof" {
  if (test !== "anyof" && test !== "allof") throw unsupportedFilter();
  return test;
}

const collations: readonly string[] = ["i;unicode-casemap", "i;ascii-casemap", "i;octet"];
const matchTypes: readonly string[] = ["equals", "contains", "starts-with", "ends-with"];

function readMatch({ text, attributes }: XmlElement): TextMatch {
  const { collation = "i;unicode-casemap", "match-type": matchType = "contains" } = attributes;
  if (!collations.includes(collation)) throw new DavError(403, "dav_filter", "C:supported-collation");
  if (!matchTypes.includes(matchType)) throw unsupportedFilter();
  return {
    text: text.toWellFormed().replaceAll("\0", ""),
    collation: collation as Collation,
    matchType: matchType as MatchType,
    isNegated: attributes["negate-condition"] === "yes",
  };
}

/** A filter that is not understood is refused: answering everybody or nobody would be a lie. */
export function unsupportedFilter(): DavError {
  return new DavError(403, "dav_filter", "C:supported-filter");
}
