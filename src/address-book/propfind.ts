import type { Context } from "#app/database.ts";
import type { Place } from "./address-book.rules.ts";
import { DavError } from "./dav-error.ts";
import { findMembers, listMembers, readClock } from "./members.queries.ts";
import { describeResource, type Reader, type Resource } from "./properties.ts";
import type { Wanted } from "./read-requests.ts";
import type { Xml } from "./xml.rules.ts";

/** What a PROPFIND answers: the resource itself and, with depth 1, what is in it. @throws DavError 404 `dav_not_found` */
export async function* answerPropfind(
  ctx: Context,
  place: Place,
  depth: 0 | 1,
  wanted: Wanted,
  reader: Reader,
): AsyncGenerator<readonly Xml[]> {
  const described = (resources: readonly Resource[]) =>
    resources.map((resource) => describeResource(resource, wanted, reader));
  const inside: Readonly<Record<Place["kind"], readonly Resource["kind"][]>> = {
    root: ["home"],
    home: ["book"],
    principal: [],
    book: [],
    card: [],
  };
  const kinds = [place.kind, ...(depth === 1 ? inside[place.kind] : [])];
  const needsMark = kinds.includes("book");
  const mark = needsMark ? await readClock(ctx.db) : null;
  const resources = kinds.flatMap((kind): Resource[] => {
    if (kind === "card") return [];
    return [kind === "book" ? { kind, mark: mark! } : { kind }];
  });
  if (place.kind === "card") {
    const member = (await findMembers(ctx.db, [place.contactId])).get(place.contactId);
    if (!member) throw new DavError(404, "dav_not_found");
    resources.push({ kind: "card", member });
  }
  yield described(resources);
  if (place.kind !== "book" || depth === 0) return;
  for await (const page of listMembers(ctx.db))
    yield described(page.map((member) => ({ kind: "card", member })));
}
