import { contactNo, knownContacts } from "../scales.ts";
import { type KnownContact, ordinaryPeople } from "./contacts-with-entries.ts";
import { type Bench, type Measure, measureReads } from "./measure.ts";

/** Counts by month and evaluation; the program adds them up. */
const floorSql = `
  select date_trunc('month', e.happened_at)::date as month, e.evaluation, count(*) as n, sum(e.cost) as cost,
         sum(e.duration_min) as duration_min, max(e.happened_at) filter (where not e.attempt_failed) as last_interaction,
         max(e.happened_at) filter (where e.initiated_by = 'us') as last_attempt
    from contacts c
    join interaction_log_entries e on e.contact_id = c.id and e.company_id is not distinct from c.company_id
   where c.id = $1 and not e.canceled and not e.postponed
   group by 1, 2`;

function statistics(
  name: string,
  title: string,
  contacts: (bench: Bench) => Promise<KnownContact[]>,
): Measure {
  const pathOf = ({ no }: KnownContact) => `/contacts/${no}/statistics`;
  return {
    name,
    title,
    floorIs: "one statement: counts and sums by month and evaluation",
    async run(bench) {
      const known = await contacts(bench);
      return measureReads(bench, {
        aim: "read",
        paths: known.map(pathOf),
        floor: { sql: floorSql, values: known.map(({ id }) => [id]), isExact: false, planning: "auto" },
        count: bench.scale.slowReads,
      });
    },
    sample: async (bench) => ({ path: pathOf((await contacts(bench))[0]!) }),
  };
}

export const contactStatistics: readonly Measure[] = [
  statistics("statistics-ordinary", "Statistics of an ordinary person", (bench) =>
    ordinaryPeople(bench, bench.scale.slowReads),
  ),
  statistics("statistics-heavy", "Statistics of the person with 20,000 entries", async ({ scale }) => {
    const id = knownContacts(scale).heavyPerson;
    return [{ id, no: contactNo(id) }];
  }),
];
