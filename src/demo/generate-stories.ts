import type { DemoContact, DemoInteraction, DemoLanguage } from "./demo.types.ts";
import { addDays, addMonths, addWorkdays, daysBetween, workdayBefore } from "./demo-calendar.ts";
import { type KindRow, kinds, type SpokenKind } from "./kinds.data.ts";
import { type EntryFacts, logEntry, type Moment } from "./log-entry.ts";
import { cancelReasons } from "./remarks.data.ts";
import { RETIRED } from "./salespeople.data.ts";
import type { Random } from "./seeded-random.ts";
import { chooseSubject, type SentenceChooser, type Subject, subjectOn } from "./sentences.ts";
import type { Step, Story } from "./stories.data.ts";
import { momentAfter, momentOn } from "./work-hours.ts";

/** One company, or one person without company, and what is needed to tell about it. */
export type Telling = {
  /** The contacts taking part, the one we talk to first at the head. */
  people: readonly DemoContact[];
  industry: string;
  language: DemoLanguage;
  sentences: SentenceChooser;
  random: Random;
  today: string;
};

/** Calls that now and then nobody answers. */
const MAY_FAIL = new Set<SpokenKind>([
  "callBack",
  "quoteChase",
  "followUp",
  "checkIn",
  "lost",
  "closing",
  "complaintCall",
  "deliveryAgreed",
]);

/** Lets a story run from a day on, as far as it has got before today. */
export function tellStory(story: Story, startDay: string, telling: Telling): DemoInteraction[] {
  const { random, today, people } = telling;
  const lead = leadOf(people, random);
  const told: DemoInteraction[] = [];
  let subject = chooseSubject(random, telling.industry, startDay);
  let moment: Moment | null = null;

  function tell(kindName: SpokenKind, contact: DemoContact, at: Moment) {
    subject = subjectOn(subject, at.date);
    if (kindName === "quoteSent") subject = { ...subject, isQuoted: true };
    told.push(entryOf(kindName, contact, at, subject, telling));
  }

  for (const step of story.steps) {
    if (!random.chance(step.percent / 100)) continue;
    const kindName = random.pick(step.oneOf);
    moment = nextMoment(moment, step, kindName, subject, startDay, random);
    if (MAY_FAIL.has(kindName) && moment.date < today && random.chance(0.2)) {
      tell("noAnswer", lead, moment);
      moment = momentAfter(moment, random.between(0, 2), random);
    }
    if (moment.date >= today) break;
    tell(kindName, concerned(kinds[kindName], lead, people), moment);
  }
  return told;
}

/** Mostly the one we always talk to, now and then a colleague; those who pay the invoices buy nothing. */
function leadOf(people: readonly DemoContact[], random: Random): DemoContact {
  const buyers = people.filter(({ jobResponsibilityCodes }) => !jobResponsibilityCodes.includes("FINANCE"));
  return buyers[0] && random.chance(0.55) ? buyers[0] : random.pick(buyers.length > 0 ? buyers : people);
}

/** Goods leave on the day that was promised, everything else follows its predecessor. */
function nextMoment(
  previous: Moment | null,
  { workdays: [least, most] }: Step,
  kindName: SpokenKind,
  { deliveryDay }: Subject,
  startDay: string,
  random: Random,
): Moment {
  if (previous === null) return momentOn(startDay, random);
  if (kindName === "deliveryNote" && deliveryDay > previous.date) return momentOn(deliveryDay, random);
  return momentAfter(previous, random.between(least, most), random);
}

function entryOf(
  kindName: SpokenKind,
  contact: DemoContact,
  moment: Moment,
  subject: Subject,
  telling: Telling,
): DemoInteraction {
  const { random, sentences, today } = telling;
  const kind: KindRow = kinds[kindName];
  const facts: EntryFacts = {
    contact,
    kind,
    moment,
    description: sentences.describe(kindName, subject),
    salespersonCode: salespersonThen(contact, moment.date, today),
    attemptFailed: kindName === "noAnswer",
  };
  const entry = logEntry(facts, today, random);
  if (random.chance(kind.comments / 100)) {
    const text = sentences.remark(kind.mood ?? "talk", subject);
    entry.comments.push({ date: remarkDay(moment.date, today, random), text });
  }
  return cancelSometimes(entry, telling);
}

/** Invoices go to those who pay them, faults to those who look after the house. */
function concerned(
  { responsibility }: KindRow,
  lead: DemoContact,
  people: readonly DemoContact[],
): DemoContact {
  if (responsibility === undefined) return lead;
  return people.find(({ jobResponsibilityCodes }) => jobResponsibilityCodes.includes(responsibility)) ?? lead;
}

/** Until a good year ago the west was in the hands of a colleague who has since retired. */
export function salespersonThen(contact: DemoContact, date: string, today: string): string {
  return contact.territoryCode === "LANSI" && date < addMonths(today, -14)
    ? RETIRED
    : contact.salespersonCode;
}

function remarkDay(date: string, today: string, random: Random): string {
  if (random.chance(0.75)) return date;
  const later = addWorkdays(date, random.between(1, 3));
  return later < today ? later : date;
}

function cancelSometimes(entry: DemoInteraction, { random, language }: Telling): DemoInteraction {
  if (entry.attemptFailed || !random.chance(0.025)) return entry;
  const reasons = cancelReasons.filter(
    ({ templates }) => templates === null || templates.includes(entry.interactionTemplateCode),
  );
  return { ...entry, canceled: true, cancelReason: random.pick(reasons)[language], evaluation: null };
}

/** A day between two distances before today, chosen evenly. */
export function startDay(earliestDaysAgo: number, latestDaysAgo: number, telling: Telling): string {
  return addDays(telling.today, -telling.random.between(latestDaysAgo, earliestDaysAgo));
}

/** The first day of the demo's log: two years before today. */
export function firstDay(today: string): string {
  return addMonths(today, -24);
}

export function windowDays(today: string): number {
  return daysBetween(firstDay(today), workdayBefore(today));
}
