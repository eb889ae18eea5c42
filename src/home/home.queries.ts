import { sql } from "kysely";
import type { Context } from "#app/database.ts";
import { countWithOpenOpportunities } from "#contacts/index.ts";
import { countOwnPostponed, listLogEntries } from "#interactions/index.ts";
import { localMoment } from "#platform/moment.rules.ts";
import type { Home } from "./home.contract.ts";

const latestCount = 8;

/** Everything the first page shows, for the reader. */
export async function getHome(ctx: Context, weekCount: number): Promise<Home> {
  const thisMonday = mondayOf(localMoment(ctx.now, ctx.timeZone).date);
  const mondays = Array.from({ length: weekCount }, (_, index) =>
    addDays(thisMonday, -7 * (weekCount - 1 - index)),
  );
  const [contacts, weeks, latest, postponed] = await Promise.all([
    countContacts(ctx),
    countWeeks(ctx, mondays[0]!),
    listLogEntries(ctx, { limit: latestCount }),
    countOwnPostponed(ctx),
  ]);
  const thisWeek = weeks.get(thisMonday);
  return {
    tiles: {
      companies: contacts.company,
      persons: contacts.person,
      openDuplicates: contacts.openDuplicates,
      withOpenOpportunities: contacts.withOpenOpportunities,
      interactionsThisWeek: thisWeek?.all ?? 0,
      myInteractionsThisWeek: thisWeek?.mine ?? 0,
      myPostponedInteractions: postponed,
    },
    weeks: mondays.map((monday) => ({
      monday,
      noOfInteractions: weeks.get(monday)?.all ?? 0,
      noOfMyInteractions: weeks.get(monday)?.mine ?? 0,
    })),
    latest: latest.items,
  };
}

interface ContactCounts {
  readonly company: number;
  readonly person: number;
  readonly openDuplicates: number;
  readonly withOpenOpportunities: number;
}

async function countContacts(ctx: Context): Promise<ContactCounts> {
  const { rows } = await sql<ContactCounts>`
    select count(*) filter (where type = 'company') as company, count(*) filter (where type = 'person') as person,
           (select count(*) from contact_duplicates where not separate) as "openDuplicates",
           ${countWithOpenOpportunities} as "withOpenOpportunities"
      from contacts`.execute(ctx.db);
  return rows[0]!;
}

/** Entries of this and later weeks, by Monday; read from the index alone. */
async function countWeeks(
  ctx: Context,
  firstMonday: string,
): Promise<Map<string, { all: number; mine: number }>> {
  const { rows } = await sql<{ monday: string; all: number; mine: number }>`
    select date_trunc('week', happened_at)::date as monday, count(*) as "all",
           count(*) filter (where user_id = ${ctx.actor.name}) as mine
      from interaction_log_entries
     where happened_at >= ${firstMonday}::date and not canceled and not postponed
     group by 1`.execute(ctx.db);
  return new Map(rows.map(({ monday, all, mine }) => [monday, { all, mine }]));
}

function mondayOf(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return addDays(day, -((weekday + 6) % 7));
}

function addDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}
