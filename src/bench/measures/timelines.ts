import { contactNo, knownContacts } from "../scales.ts";
import { type KnownContact, ordinaryPeople } from "./contacts-with-entries.ts";
import { timelineOfCompany, timelineOfPerson } from "./floor-sql.ts";
import { type Bench, type Floor, type Measure, measureReads } from "./measure.ts";

const floorIs = "one statement: the page of a contact known by its id, joined with all its names";

function timeline(
  name: string,
  title: string,
  floorSql: string,
  planning: Floor["planning"],
  contacts: (bench: Bench) => Promise<KnownContact[]>,
): Measure {
  const pathOf = ({ no }: KnownContact) => `/contacts/${no}/timeline`;
  return {
    name,
    title,
    floorIs,
    async run(bench) {
      const known = await contacts(bench);
      return measureReads(bench, {
        aim: "read",
        paths: known.map(pathOf),
        floor: { sql: floorSql, values: known.map(({ id }) => [id]), isExact: true, planning },
        count: bench.scale.reads,
      });
    },
    sample: async (bench) => ({ path: pathOf((await contacts(bench))[0]!) }),
  };
}

function only(which: "bigCompany" | "heavyPerson") {
  return async ({ scale }: Bench): Promise<KnownContact[]> => {
    const id = knownContacts(scale)[which];
    return [{ id, no: contactNo(id) }];
  };
}

export const timelines: readonly Measure[] = [
  timeline("timeline-ordinary", "Timeline of an ordinary person", timelineOfPerson, "auto", (bench) =>
    ordinaryPeople(bench, bench.scale.reads),
  ),
  timeline(
    "timeline-heavy",
    "Timeline of the person with 20,000 entries",
    timelineOfPerson,
    "force_custom_plan",
    only("heavyPerson"),
  ),
  timeline(
    "timeline-company",
    "Timeline of the company with 500 people",
    timelineOfCompany,
    "force_custom_plan",
    only("bigCompany"),
  ),
];
