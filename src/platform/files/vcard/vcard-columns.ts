import type { VCard, VCardProperty } from "./vcard.ts";

/** The columns a card is laid out in, for programs that think in tables. */
export const vCardColumns = [
  "kind",
  "formattedName",
  "familyName",
  "givenName",
  "middleName",
  "namePrefix",
  "nameSuffix",
  "organization",
  "department",
  "title",
  "mobilePhone",
  "workPhone",
  "homePhone",
  "otherPhone",
  "fax",
  "pager",
  "email",
  "email2",
  "poBox",
  "address2",
  "street",
  "city",
  "region",
  "postCode",
  "country",
  "url",
  "note",
  "language",
  "uid",
] as const;

export type VCardColumn = (typeof vCardColumns)[number];
export type FlatVCard = Readonly<Record<VCardColumn, string | null>>;

/**
 * Lays a card out in columns; of several values the preferred one comes first, and what finds no column stays in
 * the card only. A missing formatted name is made of the name's parts or the organisation.
 */
export function flattenVCard(card: VCard): FlatVCard {
  const all = (name: string) => byPreference(card.properties.filter((property) => property.name === name));
  const part = (name: string, at = 0) => blankToNull(all(name)[0]?.values[at]);
  const [familyName, givenName, middleName, namePrefix, nameSuffix] = [0, 1, 2, 3, 4].map((at) =>
    part("N", at),
  );
  const address = all("ADR")[0]?.values ?? [];
  const [email, email2] = emailsOf(all("EMAIL"));
  const partsOfName = [namePrefix, givenName, middleName, familyName, nameSuffix].filter(Boolean).join(" ");

  return {
    kind: card.kind,
    formattedName: part("FN") ?? blankToNull(partsOfName) ?? part("ORG"),
    familyName: familyName ?? null,
    givenName: givenName ?? null,
    middleName: middleName ?? null,
    namePrefix: namePrefix ?? null,
    nameSuffix: nameSuffix ?? null,
    organization: part("ORG"),
    department: part("ORG", 1),
    title: part("TITLE"),
    ...phonesOf(card, all("TEL")),
    email: email ?? null,
    email2: email2 ?? null,
    poBox: blankToNull(address[0]),
    address2: blankToNull(address[1]),
    street: blankToNull(address[2]),
    city: blankToNull(address[3]),
    region: blankToNull(address[4]),
    postCode: blankToNull(address[5]),
    country: blankToNull(address[6]),
    url: part("URL"),
    note: part("NOTE"),
    language: part("LANG"),
    uid: part("UID"),
  };
}

/** The card of a row; the inverse of `flattenVCard` as far as columns can tell. Absent columns are blank. */
export function vCardOfColumns(flat: Partial<FlatVCard>): VCard {
  const of = (column: VCardColumn) => flat[column] ?? "";
  const property = (
    name: string,
    values: readonly string[],
    types: readonly string[] = [],
  ): VCardProperty[] => {
    const params = types.length > 0 ? { TYPE: types } : {};
    return values.some((value) => value !== "") ? [{ name, group: null, params, values }] : [];
  };
  const name = ["familyName", "givenName", "middleName", "namePrefix", "nameSuffix"] as const;
  const address = ["poBox", "address2", "street", "city", "region", "postCode", "country"] as const;
  const organization = [of("organization"), of("department")];

  return {
    version: "4.0",
    kind: flat.kind === "org" || flat.kind === "group" || flat.kind === "location" ? flat.kind : "individual",
    properties: [
      ...property("FN", [of("formattedName")]),
      ...property("N", name.map(of)),
      ...property("ORG", organization[1] ? organization : organization.slice(0, 1)),
      ...property("TITLE", [of("title")]),
      ...property("TEL", [of("mobilePhone")], ["cell"]),
      ...property("TEL", [of("workPhone")], ["work", "voice"]),
      ...property("TEL", [of("homePhone")], ["home", "voice"]),
      ...property("TEL", [of("otherPhone")], ["voice"]),
      ...property("TEL", [of("fax")], ["fax"]),
      ...property("TEL", [of("pager")], ["pager"]),
      ...emailProperties(of("email"), of("email2")),
      ...property("ADR", address.map(of)),
      ...property("URL", [of("url")]),
      ...property("NOTE", [of("note")]),
      ...property("LANG", [of("language")]),
      // Without a type it would have to be an address.
      ...property("UID", [of("uid")]).map((uid) => ({ ...uid, params: { VALUE: ["text"] } })),
    ],
  };
}

/** Addresses that are preferred alike, as version 4 says it by number, are one value together. */
function emailsOf(properties: readonly VCardProperty[]): readonly (string | null)[] {
  const best = properties.filter(({ params }) => params.PREF?.[0] === "1");
  const together = best.length > 1 ? best : properties.slice(0, 1);
  const others = properties.filter((property) => !together.includes(property));
  const addressOf = ({ values }: VCardProperty) => blankToNull(values[0]?.replace(/^mailto:/i, ""));
  const addresses = together.map(addressOf).filter((address) => address !== null);
  return [blankToNull(addresses.join("; ")), ...others.map(addressOf)];
}

function emailProperties(email: string, email2: string): VCardProperty[] {
  const parts = email.split(";").map((address) => address.trim());
  const addresses = parts.every((part) => part.includes("@")) ? parts : [email];
  const params = addresses.length > 1 ? { PREF: ["1"] } : {};
  return [
    ...addresses.map((address) => ({ name: "EMAIL", group: null, params, values: [address] })),
    { name: "EMAIL", group: null, params: {}, values: [email2] },
  ].filter(({ values }) => values[0] !== "");
}

type PhoneColumn = "mobilePhone" | "workPhone" | "homePhone" | "otherPhone" | "fax" | "pager";

/** A second phone of a kind goes to `otherPhone` while that is free. */
function phonesOf(card: VCard, properties: readonly VCardProperty[]): Record<PhoneColumn, string | null> {
  const phones: Record<PhoneColumn, string | null> = {
    mobilePhone: null,
    workPhone: null,
    homePhone: null,
    otherPhone: null,
    fax: null,
    pager: null,
  };
  for (const property of properties) {
    const number = blankToNull(phoneNumber(property.values[0] ?? ""));
    const column = phoneColumn(card, property);
    if (phones[column] === null) phones[column] = number;
    else if (column !== "fax" && column !== "pager") phones.otherPhone ??= number;
  }
  return phones;
}

/** Version 4 writes numbers as `tel:+358-9-123;ext=4`. */
function phoneNumber(value: string): string {
  if (!/^tel:/i.test(value)) return value;
  const [number = "", ...params] = value.slice(4).split(";");
  const extension = params.find((param) => /^ext=/i.test(param))?.slice(4);
  return extension ? `${number} ext. ${extension}` : number;
}

/** Decided by the types, or by the label Apple ties to the number through a group. */
function phoneColumn(card: VCard, property: VCardProperty): PhoneColumn {
  const label = card.properties.find(
    (candidate) =>
      candidate.name === "X-ABLABEL" && property.group !== null && candidate.group === property.group,
  );
  const hints = [...(property.params.TYPE ?? []), label?.values[0]?.toLowerCase() ?? ""].join(" ");
  if (/fax|faksi/.test(hints)) return "fax";
  if (/pager|haku/.test(hints)) return "pager";
  if (/cell|mobile|iphone|matkapuhelin/.test(hints)) return "mobilePhone";
  if (/work|työ/.test(hints)) return "workPhone";
  return /home|koti/.test(hints) ? "homePhone" : "otherPhone";
}

const notPreferred = 101;

/** `PREF` counts from 1 (best) to 100; older versions have a type `pref`. The rest keeps its order. */
function byPreference(properties: readonly VCardProperty[]): readonly VCardProperty[] {
  const rank = ({ params }: VCardProperty) =>
    params.TYPE?.includes("pref") ? 1 : Number(params.PREF?.[0] ?? notPreferred) || notPreferred;
  return properties.toSorted((one, other) => rank(one) - rank(other));
}

function blankToNull(text: string | undefined): string | null {
  return text?.trim() || null;
}
