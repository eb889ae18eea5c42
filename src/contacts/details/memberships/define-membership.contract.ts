import { z } from "zod";
import { type Endpoint, endpoint } from "#platform/http/endpoint.ts";
import { requiredCode, text } from "#platform/http/fields.ts";
import { type ContactChild, contactFieldLengths } from "../../contact.rules.ts";

/** Longest search word of a web source, in characters. */
export const searchWordLength = 30;

const contactPath = z.object({ no: requiredCode(contactFieldLengths.no) });
const memberPath = contactPath.extend({ code: requiredCode(10) });

/** What is the same of every list a contact can be a member of. */
export interface AnyMembership {
  readonly child: ContactChild;
  /** Plural kebab-case, as in the address and as the set-up list: `mailing-groups`. */
  readonly resource: string;
  /** Each row holds a word to search with. */
  readonly hasSearchWord: boolean;
  readonly list: Endpoint;
  readonly add: Endpoint;
  readonly remove: Endpoint;
}

interface Definition {
  readonly child: ContactChild;
  readonly resource: string;
  /** In PascalCase, as in operation ids: `MailingGroup`. */
  readonly singular: string;
  /** What the rows say, for the reference. */
  readonly summary: string;
}

const membership = { code: z.string(), description: z.string().nullable() };

/** The shape of a membership as every list shows it. */
export const Membership = z.object(membership).meta({ id: "ContactMembership" });
export type Membership = z.output<typeof Membership>;

/** A web source of a contact. */
export const ContactWebSource = z
  .object({
    ...membership,
    url: z.string().nullable(),
    searchWord: z.string().nullable(),
    /** The address to open: the word stands for `%1`. Blank where the web source has no address. */
    launchUrl: z.string().nullable(),
    version: z.int(),
    lastModifiedAt: z.string(),
  })
  .meta({ id: "ContactWebSource" });
export type ContactWebSource = z.output<typeof ContactWebSource>;

/** The endpoints of a list a contact can be a member of (contacts §1.2); the list itself is set-up. */
export function defineMembership({ child, resource, singular, summary }: Definition) {
  const path = `/contacts/{no}/${resource}/{code}`;
  return {
    child,
    resource,
    hasSearchWord: false,
    list: endpoint({
      id: `listContact${pascalCase(resource)}`,
      method: "GET",
      path: `/contacts/{no}/${resource}`,
      access: "contacts.read",
      summary,
      params: contactPath,
      result: z.object({ items: z.array(Membership) }),
      problems: ["contact_not_found"],
    }),
    add: endpoint({
      id: `putContact${singular}`,
      method: "PUT",
      path,
      access: "contacts.write",
      summary: "Makes the contact a member (201); one that is stays one (200).",
      params: memberPath,
      result: Membership,
      problems: problemsOf(child),
    }),
    remove: endpoint({
      id: `deleteContact${singular}`,
      method: "DELETE",
      path,
      access: "contacts.write",
      summary: "Ends the membership.",
      params: memberPath,
      problems: ["contact_not_found", "not_found"],
    }),
  } as const;
}

function pascalCase(resource: string): string {
  return resource.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
}

function problemsOf(child: ContactChild): string[] {
  const ofType =
    child === "mailingGroup"
      ? []
      : [child === "jobResponsibility" ? "contact_person_only" : "contact_company_only"];
  return ["contact_not_found", "not_found", ...ofType];
}

/** The endpoints of web sources: a membership with a search word that can be changed. */
export function defineWebSources() {
  const {
    list: _list,
    add: _add,
    ...base
  } = defineMembership({
    child: "webSource",
    resource: "web-sources",
    singular: "WebSource",
    summary: "Web sources about a company, with the word to search each by.",
  });
  return {
    ...base,
    hasSearchWord: true,
    list: endpoint({
      id: "listContactWebSources",
      method: "GET",
      path: "/contacts/{no}/web-sources",
      access: "contacts.read",
      summary: "Web sources about a company, with the word to search each by.",
      params: contactPath,
      result: z.object({ items: z.array(ContactWebSource) }),
      problems: ["contact_not_found"],
    }),
    add: endpoint({
      id: "putContactWebSource",
      method: "PUT",
      path: "/contacts/{no}/web-sources/{code}",
      access: "contacts.write",
      summary: "Writes a web source of a company, whether it was there (200) or not (201).",
      params: memberPath,
      body: z
        .strictObject({ searchWord: text(searchWordLength).optional() })
        .meta({ id: "ContactWebSourceContent" }),
      result: ContactWebSource,
      problems: [...problemsOf("webSource"), "stale_version"],
    }),
    launch: endpoint({
      id: "getContactWebSourceLaunch",
      method: "GET",
      path: "/contacts/{no}/web-sources/{code}/launch",
      access: "contacts.read",
      summary: "The address that a web source opens for the contact: its own with the encoded search word.",
      params: memberPath,
      result: z.object({ url: z.string() }).meta({ id: "ContactWebSourceLaunch" }),
      problems: ["contact_not_found", "not_found", "web_source_url_blank"],
    }),
  } as const;
}
