import { joinName, type NameParts, splitName } from "#contacts/names.rules.ts";

/** How name and parts of a person follow each other while one types (contacts §3.1). Pure. */

export interface TypedNames extends NameParts {
  readonly name: string | null;
}

/** What a change may hold of the names; `undefined` is left alone. */
type WrittenNames = { readonly [Field in keyof TypedNames]?: string | null | undefined };

const parts = ["firstName", "middleName", "surname"] as const;

/** The names after typing into one of the fields: a name is split, parts make the name. */
export function followTyping(names: TypedNames, typed: Partial<TypedNames>): TypedNames {
  if (typed.name !== undefined) return { name: typed.name, ...splitName(typed.name) };
  const next = { ...names, ...typed };
  return { ...next, name: joinName(next) };
}

/**
 * The change as it is sent: parts that only follow from the name are left to the server, which splits by the same
 * rule, so that a name longer than its parts stays whole.
 */
export function withoutFollowingParts<Change extends WrittenNames>(change: Change): Change {
  if (change.name === undefined) return change;
  const split = splitName(change.name);
  const follows = parts.every((part) => change[part] === undefined || change[part] === split[part]);
  if (!follows) return change;
  const { firstName: _, middleName: __, surname: ___, ...rest } = change;
  return rest as Change;
}
