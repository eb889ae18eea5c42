import { z } from "zod";
import { type Access, type Endpoint, endpoint } from "#platform/http/endpoint.ts";
import { codeList, requiredCode } from "#platform/http/fields.ts";
import { listOf, listQuery } from "#platform/http/list-contract.ts";
import type { SetupFields } from "./setup-fields.contract.ts";

export const codeLength = 10;

type WrittenShape<Fields extends SetupFields> = {
  [Name in keyof Fields]: z.ZodOptional<Fields[Name]["written"]>;
};
type ReadShape<Fields extends SetupFields> = { [Name in keyof Fields]: Fields[Name]["read"] };

/** A set-up list as code that works with any of them sees it. */
export interface AnySetupList {
  /** Plural kebab-case, as in the address: `mailing-groups`. */
  readonly resource: string;
  /** In PascalCase, as in operation ids: `MailingGroup`. */
  readonly singular: string;
  /** The field that says in words what a code means. */
  readonly label: "description" | "name";
  /** Besides the code. */
  readonly fields: SetupFields;
  /** Each row says how many contacts have it. */
  readonly countsContacts: boolean;
  /** Each row says how many entries of opportunities have it. */
  readonly countsOpportunities: boolean;
  readonly list: Endpoint;
  readonly get: Endpoint;
  readonly create: Endpoint;
  readonly change: Endpoint;
  readonly remove: Endpoint;
}

interface Definition<Fields extends SetupFields> {
  readonly resource: string;
  readonly singular: string;
  readonly label: "description" | "name";
  readonly fields: Fields;
  /** Each row says how many contacts have it: rows of `contact_<list>` with the column `<singular>_id` (contacts §1.3). */
  readonly countsContacts?: boolean;
  /** Each row says how many entries of opportunities name it in their column `<singular>_id` (campaigns S-4). */
  readonly countsOpportunities?: boolean;
  /** Who may read and who may write, where it is not the set-up's own rights. */
  readonly access?: { readonly read: Access; readonly write: Access };
}

/**
 * Declares a plain set-up list: rows with a code, a description or name and perhaps a few fields more. The five
 * endpoints are the same for all of them (contacts §1.3).
 */
export function defineSetupList<const Fields extends SetupFields>({
  resource,
  singular,
  label,
  fields,
  countsContacts = false,
  countsOpportunities = false,
  access = { read: "setup.read", write: "setup.write" },
}: Definition<Fields>) {
  const plural = pascalCase(resource);
  const tag = resource.replaceAll("-", " ");
  const written = optionalShape(fields);
  const params = z.strictObject({ code: requiredCode(codeLength) });
  const item = z
    .object({
      code: z.string(),
      ...readShape(fields),
      ...figures({ noOfContacts: countsContacts, noOfOpportunities: countsOpportunities }),
      version: z.number().int(),
      lastModifiedAt: z.string(),
    })
    .meta({ id: singular });

  return {
    resource,
    singular,
    label,
    fields,
    countsContacts,
    countsOpportunities,
    item,
    list: endpoint({
      id: `list${plural}`,
      method: "GET",
      path: `/${resource}`,
      access: access.read,
      summary: `Lists ${tag}; \`search\` looks for words in code and ${label}.`,
      query: listQuery(["code", label], {
        search: z.string().max(200).optional(),
        code: codeList().optional(),
        ...filterShape(fields),
      }),
      result: listOf(item),
    }),
    get: endpoint({
      id: `get${singular}`,
      method: "GET",
      path: `/${resource}/{code}`,
      access: access.read,
      summary: `One of the ${tag}.`,
      params,
      result: item,
      problems: ["not_found"],
    }),
    create: endpoint({
      id: `create${singular}`,
      method: "POST",
      path: `/${resource}`,
      access: access.write,
      summary: `Adds to the ${tag}.`,
      body: z.strictObject({ code: requiredCode(codeLength), ...written }).meta({ id: `New${singular}` }),
      result: item,
      status: 201,
      problems: ["duplicate"],
    }),
    change: endpoint({
      id: `change${singular}`,
      method: "PATCH",
      path: `/${resource}/{code}`,
      access: access.write,
      summary: `Changes one of the ${tag}; a new \`code\` shows everywhere at once.`,
      params,
      body: z
        .strictObject({ code: requiredCode(codeLength).optional(), ...written })
        .meta({ id: `${singular}Changes` }),
      result: item,
      problems: ["not_found", "duplicate", "stale_version"],
    }),
    remove: endpoint({
      id: `delete${singular}`,
      method: "DELETE",
      path: `/${resource}/{code}`,
      access: access.write,
      summary: `Deletes one of the ${tag} that nothing uses.`,
      params,
      problems: ["not_found", "setup_in_use", "stale_version"],
    }),
  };
}

function optionalShape<Fields extends SetupFields>(fields: Fields): WrittenShape<Fields> {
  const shape = Object.entries(fields).map(([name, field]) => [name, field.written.optional()]);
  return Object.fromEntries(shape) as WrittenShape<Fields>;
}

function readShape<Fields extends SetupFields>(fields: Fields): ReadShape<Fields> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, field.read]),
  ) as ReadShape<Fields>;
}

/** Present in the lists that count. */
function figures<Name extends string>(counted: Record<Name, boolean>): Record<Name, z.ZodOptional<z.ZodInt>> {
  const names = Object.entries(counted).filter(([, isCounted]) => isCounted);
  const shape: unknown = Object.fromEntries(names.map(([name]) => [name, z.int()]));
  return shape as Record<Name, z.ZodOptional<z.ZodInt>>;
}

/** A filter takes several values by commas, in any case. */
function filterShape(fields: SetupFields): Record<string, z.ZodOptional<ReturnType<typeof codeList>>> {
  const filters = Object.entries(fields).filter(([, field]) => field.isFilter);
  return Object.fromEntries(filters.map(([name]) => [name, codeList().optional()]));
}

function pascalCase(resource: string): string {
  return resource
    .split("-")
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");
}
