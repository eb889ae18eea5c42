import { cities } from "../load/words.data.ts";
import { contactPage } from "./floor-sql.ts";
import { type Bench, type Measure, measureReads } from "./measure.ts";

/** One combination of filters, chosen anew for each request. */
interface Filtering {
  readonly name: string;
  readonly title: string;
  /** Query of the list and the values of `condition`, for the n-th request. */
  readonly choose: (n: number) => { readonly query: string; readonly values: readonly string[] };
  readonly condition: string;
}

const salesperson = (n: number) => `SP${String(1 + (n % 30)).padStart(2, "0")}`;
const ofSalesperson = "c.salesperson_id = (select id from salespeople where code = $1)";

const filterings: readonly Filtering[] = [
  { name: "all", title: "without a filter", choose: () => ({ query: "", values: [] }), condition: "true" },
  {
    name: "salesperson",
    title: "people of a salesperson",
    choose: (n) => ({ query: `type=person&salespersonCode=${salesperson(n)}`, values: [salesperson(n)] }),
    condition: `${ofSalesperson} and c.type = 'person'`,
  },
  {
    name: "area",
    title: "a salesperson's contacts of a territory and city",
    choose(n) {
      const [territory, city] = [`AREA${1 + (n % 12)}`, cities[n % cities.length]!];
      return {
        query: `salespersonCode=${salesperson(n)}&territoryCode=${territory}&city=${encodeURIComponent(city)}`,
        values: [salesperson(n), territory, city],
      };
    },
    condition: `${ofSalesperson} and c.territory_id = (select id from territories where code = $2) and c.city = $3`,
  },
];

const howMany = 40;

function filtered({ name, title, choose, condition }: Filtering): Measure {
  const choices = Array.from({ length: howMany }, (_, index) => choose(index));
  const paths = choices.map(({ query }) => `/contacts?${query}`);
  return {
    name: `list-${name}`,
    title: `Contact list, ${title}`,
    floorIs: "one statement: the same condition in the order of the list, joined with its codes",
    run: (bench: Bench) =>
      measureReads(bench, {
        aim: "read",
        paths,
        floor: {
          sql: contactPage(condition),
          values: choices.map(({ values }) => values),
          isExact: true,
          planning: "auto",
        },
        count: bench.scale.slowReads,
      }),
    sample: async () => ({ path: paths[0]! }),
  };
}

export const contactList: readonly Measure[] = filterings.map(filtered);
