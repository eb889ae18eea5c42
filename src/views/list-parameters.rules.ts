/** What a list's contract says about the parameters of a saved view. */

import { z } from "zod";
import type { Endpoint, Schema } from "#platform/http/endpoint.ts";

/** A list whose views can be saved. */
export interface ViewableList {
  readonly access: Endpoint["access"];
  /** Its query without what belongs to a page. */
  readonly parameters: z.ZodObject;
}

/** Parameters of one page of a list, not of the list. */
const ofPages = { limit: true, cursor: true, count: true } as const;

/**
 * The list of that name among the endpoints: its path without the slash. Only whole lists: not those of one record,
 * and nothing that has no pages.
 */
export function findList(endpoints: readonly Endpoint[], name: string): ViewableList | null {
  const found = endpoints.find(({ method, path }) => method === "GET" && path === `/${name}`);
  if (!found || found.path.includes("{") || !isListQuery(found.query)) return null;
  return { access: found.access, parameters: found.query.omit(ofPages) };
}

function isListQuery(query: Schema | undefined): query is z.ZodObject {
  return query instanceof z.ZodObject && Object.keys(ofPages).every((name) => name in query.shape);
}

export interface CheckedParameters {
  readonly accepted: Readonly<Record<string, string>>;
  /** Names of those that the list does not take any more, or not with this value. */
  readonly refused: readonly string[];
}

/** Those of the stored parameters that the list still accepts, and those that it does not. */
export function checkParameters(
  { parameters }: ViewableList,
  stored: Readonly<Record<string, string>>,
): CheckedParameters {
  let accepted = stored;
  const refused: string[] = [];
  for (;;) {
    const result = parameters.safeParse(accepted);
    if (result.success || Object.keys(accepted).length === 0) return { accepted, refused };
    const wrong = result.error.issues.flatMap((issue) =>
      issue.code === "unrecognized_keys" ? issue.keys : issue.path.slice(0, 1).map(String),
    );
    // An objection to the whole and to no part of it: nothing of it can be trusted.
    const names = wrong.some((name) => name in accepted) ? wrong : Object.keys(accepted);
    refused.push(...names.filter((name) => name in accepted));
    accepted = Object.fromEntries(Object.entries(accepted).filter(([name]) => !names.includes(name)));
  }
}
