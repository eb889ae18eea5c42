import type { Context } from "#app/database.ts";
import { cardPath, contactIdOf, readSyncToken, syncToken } from "./address-book.rules.ts";
import { matchesFilter } from "./card-filter.ts";
import { cardsOf } from "./cards.ts";
import { DavError } from "./dav-error.ts";
import { findMembers, listChanges, listMembers, type Member, readClock } from "./members.queries.ts";
import { describeMissing, describeResource, describeTruncation, type Reader } from "./properties.ts";
import type { Report, Wanted } from "./read-requests.ts";
import { cardNamespace, tag, type Xml } from "./xml.rules.ts";

/** Where the answer is read from, and for whom. */
export interface Sources {
  readonly ctx: Context;
  /** Absolute: `RAPPORT_DATA`. */
  readonly dataFolder: string;
  readonly reader: Reader;
}

export interface ReportAnswer {
  readonly pages: AsyncIterable<readonly Xml[]>;
  readonly end: readonly Xml[];
}

/** What a REPORT on the address book answers. @throws DavError */
export async function answerReport(sources: Sources, report: Report): Promise<ReportAnswer> {
  switch (report.kind) {
    case "multiget":
      return { pages: multiget(sources, report.hrefs, report.wanted), end: [] };
    case "query":
      return { pages: query(sources, report), end: [] };
    case "sync":
      return synchronise(sources, report.token, report.wanted);
  }
}

const hrefsPerPage = 1_000;

/** Only what is in the book is answered, whatever address is asked for. */
async function* multiget(sources: Sources, hrefs: readonly string[], wanted: Wanted) {
  const unique = [...new Set(hrefs)];
  for (let from = 0; from < unique.length; from += hrefsPerPage) {
    const page = unique.slice(from, from + hrefsPerPage).map((href) => ({ href, id: contactIdOf(href) }));
    const members = await findMembers(
      sources.ctx.db,
      page.flatMap(({ id }) => id ?? []),
    );
    const missing = page.filter(({ id }) => id === null || !members.has(id));
    yield missing.map(({ href }) => describeMissing(href));
    yield* describe(sources, [...members.values()], wanted);
  }
}

async function* query(sources: Sources, { filter, limit, wanted }: Extract<Report, { kind: "query" }>) {
  const most = limit ?? Number.POSITIVE_INFINITY;
  let count = 0;
  // One more than asked for says whether there are more.
  for await (const page of listMembers(sources.ctx.db, matchesFilter(filter), most + 1)) {
    yield* describe(sources, page.slice(0, most - count), wanted);
    count += page.length;
  }
  if (count > most) yield [describeTruncation()];
}

/** What has changed since a token; without one everything (RFC 6578). */
async function synchronise(sources: Sources, token: string | null, wanted: Wanted): Promise<ReportAnswer> {
  const clock = await readClock(sources.ctx.db);
  const now = new Date(Number(clock.nowMicros) / 1_000);
  const since = token === null ? null : readSyncToken(token, clock.identity, now);
  if (token !== null && since === null) throw new DavError(403, "dav_sync_token", "D:valid-sync-token");
  const pages =
    since === null ? everybody(sources, wanted) : changes(sources, since.micros, clock.nowMicros, wanted);
  return { pages, end: [tag("D:sync-token", syncToken(clock))] };
}

async function* everybody(sources: Sources, wanted: Wanted) {
  for await (const page of listMembers(sources.ctx.db)) yield* describe(sources, page, wanted);
}

async function* changes(sources: Sources, since: string, until: string, wanted: Wanted) {
  for await (const page of listChanges(sources.ctx.db, since, until)) {
    const gone = page.filter(({ member }) => member === null);
    yield gone.map(({ id }) => describeMissing(cardPath(id)));
    yield* describe(
      sources,
      page.flatMap(({ member }) => member ?? []),
      wanted,
    );
  }
}

async function* describe(
  { ctx, dataFolder, reader }: Sources,
  members: readonly Member[],
  wanted: Wanted,
): AsyncGenerator<readonly Xml[]> {
  if (!wantsCards(wanted)) {
    yield members.map((member) => describeResource({ kind: "card", member }, wanted, reader));
    return;
  }
  for await (const page of cardsOf(ctx, dataFolder, members, wanted.cardVersion))
    yield page.map(({ member, card }) => describeResource({ kind: "card", member, card }, wanted, reader));
}

function wantsCards(wanted: Wanted): wanted is Extract<Wanted, { kind: "some" }> {
  return (
    wanted.kind === "some" &&
    wanted.names.some(({ uri, local }) => uri === cardNamespace && local === "address-data")
  );
}
