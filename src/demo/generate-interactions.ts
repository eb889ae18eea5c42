import type { Activity } from "./company-rows.ts";
import type { DemoContact, DemoInteraction } from "./demo.types.ts";
import { workdayBefore } from "./demo-calendar.ts";
import { companyRowOf } from "./generate-companies.ts";
import { fairVisits, generateMailings } from "./generate-mailings.ts";
import {
  firstDay,
  salespersonThen,
  startDay,
  type Telling,
  tellStory,
  windowDays,
} from "./generate-stories.ts";
import { kinds } from "./kinds.data.ts";
import { logEntry } from "./log-entry.ts";
import { unfinished } from "./remarks.data.ts";
import { type Random, seededRandom } from "./seeded-random.ts";
import { chooseSubject, sentenceChooser } from "./sentences.ts";
import { firstContact, passingStories, type Story, stories } from "./stories.data.ts";

/** How many stories a company has had, and how many days ago the first and the last of them began at most and at least. */
const LIVES: Record<Activity, { stories: readonly [number, number]; from: number; until: number }> = {
  hero: { stories: [16, 16], from: 790, until: 1 },
  active: { stories: [7, 10], from: 790, until: 1 },
  regular: { stories: [3, 5], from: 790, until: 1 },
  quiet: { stories: [1, 2], from: 720, until: 230 },
  new: { stories: [1, 1], from: 45, until: 20 },
};

const EVERY_STORY: readonly Story[] = Object.values(stories);

const STORIES_OF: Record<Activity, readonly Story[]> = {
  hero: EVERY_STORY,
  active: EVERY_STORY,
  regular: EVERY_STORY,
  quiet: passingStories,
  new: [firstContact],
};

/** The log of the two years before `today`, in the order things happened; nothing on or after that day. */
export function generateInteractions(
  contacts: readonly DemoContact[],
  today: string,
  seed: number,
): DemoInteraction[] {
  const tellings = tellingsOf(contacts, today, seed);
  const all = [
    ...tellings.filter(sellsOrBuys).flatMap(({ telling, activity }) => lifeOf(telling, activity)),
    ...generateMailings(contacts, today, seed),
    ...meetAtFairs(tellings, contacts, today, seed),
    ...leaveUnfinished(tellings, today, seed),
  ];
  const first = firstDay(today);
  return all.filter(({ date }) => date >= first).sort(byTime);
}

type Life = { telling: Telling; activity: Activity };

/** One telling for each company with its people, and one for each person without company. */
function tellingsOf(contacts: readonly DemoContact[], today: string, seed: number): Life[] {
  return contacts
    .filter(({ companyKey, privacyBlocked }) => companyKey === null && !privacyBlocked)
    .map((head) => {
      const random = seededRandom(`${seed} life of ${head.key}`);
      const people = contacts.filter(({ companyKey }) => companyKey === head.key);
      const language = head.countryCode === "FI" ? "fi" : "en";
      const row = companyRowOf(head.key);
      const telling: Telling = {
        people: people.length > 0 ? people : [head],
        industry: row?.industry ?? "DESIGN",
        language,
        sentences: sentenceChooser(random, language),
        random,
        today,
      };
      return { telling, activity: row?.activity ?? "quiet" };
    });
}

/** The press hears from us by newsletter only. */
function sellsOrBuys({ telling }: Life): boolean {
  return telling.people.every(({ businessRelationCodes }) => !businessRelationCodes.includes("PRESS"));
}

function lifeOf(telling: Telling, activity: Activity): DemoInteraction[] {
  const { from, until, stories: range } = LIVES[activity];
  const count = telling.random.between(range[0], range[1]);
  return Array.from({ length: count }, () => {
    const story = weighted(STORIES_OF[activity], telling.random);
    return tellStory(
      story,
      startDay(Math.min(from, windowDays(telling.today) + 60), until, telling),
      telling,
    );
  }).flat();
}

function weighted(choices: readonly Story[], random: Random): Story {
  let roll = random.next() * choices.reduce((sum, { weight }) => sum + weight, 0);
  for (const choice of choices) {
    roll -= choice.weight;
    if (roll < 0) return choice;
  }
  return random.pick(choices);
}

function meetAtFairs(lives: readonly Life[], contacts: readonly DemoContact[], today: string, seed: number) {
  return fairVisits(contacts, today, seed).map(({ contact, moment, fairName }) => {
    const telling = lives.find((life) => life.telling.people.includes(contact))?.telling;
    if (!telling) throw new RangeError(`${contact.key} takes part in no story.`);
    const subject = chooseSubject(telling.random, telling.industry, moment.date);
    const description = `${telling.sentences.describe("fair", subject)} (${fairName})`;
    const salespersonCode = salespersonThen(contact, moment.date, today);
    return logEntry(
      { contact, kind: kinds.fair, moment, description, salespersonCode },
      today,
      telling.random,
    );
  });
}

/** A few interactions of the last days that somebody has begun to write down. */
function leaveUnfinished(lives: readonly Life[], today: string, seed: number): DemoInteraction[] {
  const random = seededRandom(`${seed} unfinished`);
  const busy = lives.filter(({ activity }) => activity === "active" || activity === "hero");
  let date = today;
  return random.sample(busy, 7).map(({ telling }, index) => {
    if (index % 2 === 0) date = workdayBefore(date);
    const contact = random.pick(telling.people);
    const draft = random.pick(unfinished);
    const kind = kinds[draft.kind];
    const moment = { date, minute: random.between(9 * 60, 15 * 60) };
    const description = draft[telling.language];
    const { salespersonCode } = contact;
    const entry = logEntry({ contact, kind, moment, description, salespersonCode }, today, random);
    return { ...entry, evaluation: null, postponed: true };
  });
}

function byTime(one: DemoInteraction, other: DemoInteraction): number {
  return (
    compare(one.date, other.date) ||
    compare(one.time, other.time) ||
    compare(one.contactKey, other.contactKey)
  );
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
