import type { Measurement } from "../aims.rules.ts";
import { newestEntries, pageWithNames } from "./floor-sql.ts";
import { type Bench, type Measure, measureReads } from "./measure.ts";

const floorIs = "one statement: the page by its index, joined with all its names";
const list = "/interaction-log-entries";
const pageSize = 50;

/** Filters that a deep page exists for, each with many entries. */
const filters = ["CALL", "EMAIL", "MEETING", "LETTER"].map((template) => ({
  template,
  path: `${list}?interactionTemplateCode=${template}&canceled=false`,
}));

const filtered = "e.template_id = (select id from interaction_templates where code = $1) and not e.canceled";

export const logList: readonly Measure[] = [
  {
    name: "log-page-1",
    title: "Filtered log list, page 1",
    floorIs,
    run: firstPages,
    sample: async () => ({ path: filters[0]!.path }),
  },
  {
    name: "log-page-1000",
    title: "Filtered log list, page 1,000",
    floorIs,
    async run(bench) {
      const pages = await deepPages(bench);
      const measured = await measureReads(bench, {
        aim: "deepPage",
        paths: pages.map(({ path }) => path),
        floor: {
          sql: pageWithNames(newestEntries(`${filtered} and (e.happened_at, e.entry_no) < ($2, $3)`)),
          values: pages.map(({ template, happenedAt, entryNo }) => [template, happenedAt, entryNo]),
          isExact: true,
          planning: "auto",
        },
        count: bench.scale.reads,
      });
      const first = await firstPages(bench);
      return { ...measured, firstPageP50Ms: first.http.p50Ms };
    },
    sample: async (bench) => ({ path: (await deepPages(bench))[0]!.path }),
  },
];

function firstPages(bench: Bench): Promise<Omit<Measurement, "name" | "title">> {
  return measureReads(bench, {
    aim: "read",
    paths: filters.map(({ path }) => path),
    floor: {
      sql: pageWithNames(newestEntries(filtered)),
      values: filters.map(({ template }) => [template]),
      isExact: true,
      planning: "auto",
    },
    count: bench.scale.reads,
  });
}

interface ListPage {
  readonly items: readonly { entryNo: number; date: string; time: string }[];
  readonly nextCursor: string | null;
}

/** Where page 1,000 of each filter begins, found by following the cursors in long pages. */
async function deepPages(bench: Bench) {
  const found = [];
  for (const { template, path } of filters) {
    let missing = (bench.scale.deepPage - 1) * pageSize;
    let page: ListPage = { items: [], nextCursor: null };
    while (missing > 0) {
      bench.signal.throwIfAborted();
      const limit = Math.min(missing, 200);
      const cursor = page.nextCursor ? `&cursor=${page.nextCursor}` : "";
      page = JSON.parse(
        (await bench.client.send({ path: `${path}&limit=${limit}${cursor}` })).body,
      ) as ListPage;
      missing -= page.items.length;
      if (!page.nextCursor) throw new Error(`${path} has no page ${bench.scale.deepPage}`);
    }
    const { entryNo, date, time } = page.items.at(-1)!;
    found.push({
      template,
      path: `${path}&cursor=${page.nextCursor}`,
      happenedAt: `${date} ${time}`,
      entryNo,
    });
  }
  return found;
}
