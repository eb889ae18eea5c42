import { topics } from "../load/words.data.ts";
import { newestEntries, pageWithNames } from "./floor-sql.ts";
import { type Bench, type Measure, measureReads } from "./measure.ts";

/** What is looked for: words that stand in every tenth entry, in every hundredth, and in a few. */
const ranks = [0, 1, 2, 4, 8, 12, 20, 30, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000];

function oneWord(): string[] {
  return ranks.map((rank) => topics[rank]!);
}

/** A topic with a word of a phrase: few entries hold both. */
function twoWords(): string[] {
  return ranks.map(
    (rank, index) => `${["tarjouksen", "contract", "invoice", "hinnasto"][index % 4]} ${topics[rank]}`,
  );
}

interface Searching {
  readonly name: string;
  readonly title: string;
  readonly texts: () => readonly string[];
  readonly filter: string;
  readonly condition: string;
}

const searches: readonly Searching[] = [
  { name: "word", title: "a word", texts: oneWord, filter: "", condition: "true" },
  { name: "words", title: "two words", texts: twoWords, filter: "", condition: "true" },
  {
    name: "filtered",
    title: "a word and a template",
    texts: oneWord,
    filter: "&interactionTemplateCode=CALL",
    condition: "e.template_id = (select id from interaction_templates where code = 'CALL')",
  },
];

/** Search of the log by words, from the most frequent to the rarest, newest entries first. */
export const logSearch: readonly Measure[] = searches.map(({ name, title, texts, filter, condition }) => {
  const pathOf = (text: string) => `/interaction-log-entries?search=${encodeURIComponent(text)}${filter}`;
  return {
    name: `log-search-${name}`,
    title: `Log, search for ${title}`,
    floorIs: "one statement: the same condition in the order of the log, joined with all its names",
    run: (bench: Bench) =>
      measureReads(bench, {
        aim: "search",
        paths: texts().map(pathOf),
        floor: {
          sql: pageWithNames(newestEntries(`e.search_vector @@ search_query_of($1) and ${condition}`)),
          values: texts().map((text) => [text]),
          isExact: true,
          planning: "force_custom_plan",
        },
        count: bench.scale.slowReads,
      }),
    sample: async () => ({ path: pathOf(topics[12]!) }),
  };
});
