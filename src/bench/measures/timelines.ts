import { contactNo, knownContacts, type Scale } from "../scales.ts";
import { ordinaryPeople } from "./contacts-with-entries.ts";
import { timelineOfCompany, timelineOfPerson } from "./floor-sql.ts";
import { type Bench, type Measure, measureReads } from "./measure.ts";

const floorIs = "one statement: the page, joined with all its names";

function timeline(
  name: string,
  title: string,
  floorSql: string,
  contacts: (bench: Bench) => Promise<string[]>,
): Measure {
  const pathOf = (no: string) => `/contacts/${no}/timeline`;
  return {
    name,
    title,
    floorIs,
    async run(bench) {
      const nos = await contacts(bench);
      return measureReads(bench, {
        aim: "read",
        paths: nos.map(pathOf),
        floor: { sql: floorSql, values: nos.map((no) => [no]) },
        count: bench.scale.reads,
      });
    },
    sample: async (bench) => ({ path: pathOf((await contacts(bench))[0]!) }),
  };
}

const only = (idOf: (scale: Scale) => number) => async (bench: Bench) => [contactNo(idOf(bench.scale))];

export const timelines: readonly Measure[] = [
  timeline("timeline-ordinary", "Timeline of an ordinary person", timelineOfPerson, (bench) =>
    ordinaryPeople(bench, bench.scale.reads),
  ),
  timeline(
    "timeline-heavy",
    "Timeline of the person with 20,000 entries",
    timelineOfPerson,
    only((scale) => knownContacts(scale).heavyPerson),
  ),
  timeline(
    "timeline-company",
    "Timeline of the company with 500 people",
    timelineOfCompany,
    only((scale) => knownContacts(scale).bigCompany),
  ),
];
