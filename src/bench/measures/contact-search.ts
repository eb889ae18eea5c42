import { firstNames, surnameEndings, surnameStems } from "../load/words.data.ts";
import { contactPage } from "./floor-sql.ts";
import { type Bench, type Measure, measureReads } from "./measure.ts";

/** What is typed, and the condition on contacts `c` that it means; `$1` is the text, folded and in small letters. */
interface Typing {
  readonly name: string;
  readonly title: string;
  readonly texts: (bench: Bench) => readonly string[];
  readonly condition: string;
  /** Best hits first, as far as one statement can tell. */
  readonly likeness: string;
}

const howMany = 40;
const holdsOrResembles = `(c.search_text like '%' || $1 || '%'
  or word_vector(c.search_names) @@ (select meant_words($1)))`;

const typings: readonly Typing[] = [
  {
    name: "letters",
    title: "two letters",
    texts: () => [...new Set(firstNames.map((name) => folded(name.slice(0, 2))))].slice(0, howMany),
    condition: `word_vector(c.search_names) @@ to_tsquery('simple', $1 || ':*')`,
    likeness: "c.name, c.id",
  },
  {
    name: "word",
    title: "a surname",
    texts: surnames,
    condition: holdsOrResembles,
    likeness: "starts_with(fold_text(c.name), $1) desc, c.name, c.id",
  },
  {
    name: "typo",
    title: "a surname with a typing error",
    texts: (bench) => surnames(bench).map((surname) => misspelt(surname, bench.chance)),
    condition: holdsOrResembles,
    likeness: "c.name, c.id",
  },
];

function surnames({ chance }: Bench): string[] {
  const pick = (choices: readonly string[]) => choices[Math.floor(chance() * choices.length)]!;
  return Array.from({ length: howMany }, () => folded(pick(surnameStems) + pick(surnameEndings)));
}

function folded(text: string): string {
  return text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
}

/** Another letter in the place of one, not of the first two or the last. */
function misspelt(word: string, chance: () => number): string {
  const at = 2 + Math.floor(chance() * (word.length - 3));
  return `${word.slice(0, at)}${word[at] === "x" ? "z" : "x"}${word.slice(at + 1)}`;
}

/** Only what a picker shows, without preferring the contacts of the latest interactions. */
function lookupFloor({ condition, likeness }: Typing): string {
  return `select c.no, c.name, c.company_name, c.type, c.phone_no, c.email, c.city, s.code as salesperson
      from contacts c left join salespeople s on s.id = c.salesperson_id
     where ${condition} order by ${likeness} limit 10`;
}

function list(typing: Typing): Measure {
  return search(typing, {
    name: `list-${typing.name}`,
    title: `Contact list, search for ${typing.title}`,
    floorIs: "one statement: the same condition in the order of the list, joined with its codes",
    path: "/contacts?search=",
    sql: contactPage(typing.condition),
    isExact: true,
  });
}

function lookup(typing: Typing): Measure {
  return search(typing, {
    name: `lookup-${typing.name}`,
    title: `Contact picker, ${typing.title}`,
    floorIs: "one statement: the hits in order of likeness, without preferring recent contacts",
    path: "/contacts/lookup?search=",
    sql: lookupFloor(typing),
    isExact: false,
  });
}

interface Search {
  readonly name: string;
  readonly title: string;
  readonly floorIs: string;
  readonly path: string;
  readonly sql: string;
  readonly isExact: boolean;
}

function search(typing: Typing, { name, title, floorIs, path, sql, isExact }: Search): Measure {
  return {
    name,
    title,
    floorIs,
    run(bench) {
      const texts = typing.texts(bench);
      return measureReads(bench, {
        aim: "read",
        paths: texts.map((text) => path + encodeURIComponent(text)),
        floor: { sql, values: texts.map((text) => [text]), isExact, planning: "auto" },
        count: bench.scale.slowReads,
      });
    },
    sample: async (bench) => ({ path: path + encodeURIComponent(typing.texts(bench)[0]!) }),
  };
}

export const contactSearch: readonly Measure[] = [...typings.map(list), ...typings.map(lookup)];
