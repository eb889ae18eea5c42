import type { DemoContact, DemoInteraction, DemoInteractionTemplate, Evaluation } from "./demo.types.ts";
import { addWorkdays } from "./demo-calendar.ts";
import { interactionTemplates } from "./interaction-templates.data.ts";
import { EVALUATIONS, type KindRow } from "./kinds.data.ts";
import { MARKETING, SERVICE } from "./salespeople.data.ts";
import type { Random } from "./seeded-random.ts";

const templates = new Map(interactionTemplates("en").map((template) => [template.code, template]));

/** The day and minute something happened. */
export type Moment = { date: string; minute: number };

export type EntryFacts = {
  contact: DemoContact;
  kind: KindRow;
  moment: Moment;
  description: string;
  salespersonCode: string;
  attemptFailed?: boolean;
};

/** One entry of the log as a salesperson would have left it; `today` bounds what can have been written down. */
export function logEntry(facts: EntryFacts, today: string, random: Random): DemoInteraction {
  const { contact, kind, moment, description } = facts;
  const template = templateOf(kind.template);
  const attemptFailed = facts.attemptFailed === true;
  const durationMin = attemptFailed ? random.between(1, 2) : durationOf(template, random);
  return {
    contactKey: contact.key,
    interactionTemplateCode: template.code,
    date: moment.date,
    time: clock(moment.minute),
    recordedAt: recordedAt(moment, durationMin, today, random),
    description,
    salespersonCode: doneBy(kind, facts.salespersonCode),
    contactVia: contactVia(template, contact),
    evaluation: attemptFailed ? null : evaluationOf(kind, random),
    attemptFailed,
    cost: attemptFailed ? 1 : costOf(template, random),
    durationMin,
    comments: [],
    canceled: false,
    cancelReason: null,
    postponed: false,
  };
}

export function clock(minute: number): string {
  const hours = String(Math.floor(minute / 60)).padStart(2, "0");
  return `${hours}:${String(minute % 60).padStart(2, "0")}`;
}

function templateOf(code: string): DemoInteractionTemplate {
  const template = templates.get(code);
  if (!template) throw new RangeError(`The demo has no template ${code}.`);
  return template;
}

function doneBy(kind: KindRow, salespersonCode: string): string {
  if (kind.by === "service") return SERVICE;
  return kind.by === "marketing" ? MARKETING : salespersonCode;
}

function evaluationOf(kind: KindRow, random: Random): Evaluation | null {
  let roll = random.between(1, 100);
  for (const [index, share] of kind.evaluations.entries()) {
    if (roll <= share) return EVALUATIONS[index] ?? null;
    roll -= share;
  }
  return null;
}

const TALKED = new Set(["PHONE", "MEETING", "SERVICE", "EVENT"]);

/** Talks take as long as they take; paper takes what the template says. */
function durationOf(
  { interactionGroupCode, unitDurationMin }: DemoInteractionTemplate,
  random: Random,
): number {
  if (!TALKED.has(interactionGroupCode) || !random.chance(0.45)) return unitDurationMin;
  const stretched = unitDurationMin * (0.5 + random.next() * 1.5);
  const step = unitDurationMin >= 45 ? 15 : 1;
  return Math.max(step, Math.round(stretched / step) * step);
}

/** Travel makes some visits dearer. */
function costOf({ code, unitCost }: DemoInteractionTemplate, random: Random): number {
  const isVisit = code === "MEET-CUST" || code === "SERVICE" || code === "WORKSHOP";
  return isVisit && random.chance(0.4) ? unitCost + random.between(2, 48) * 5.5 : unitCost;
}

function contactVia(
  { interactionGroupCode, defaultCorrespondenceType, code }: DemoInteractionTemplate,
  contact: DemoContact,
) {
  if (interactionGroupCode === "PHONE") return contact.mobilePhoneNo ?? contact.phoneNo;
  return defaultCorrespondenceType === "email" || code === "MAIL-IN" ? contact.email : null;
}

/** Written down right after, or – one in eight – the next morning. */
function recordedAt({ date, minute }: Moment, durationMin: number, today: string, random: Random): string {
  const delay = random.between(1, 25);
  const nextDay = addWorkdays(date, 1);
  if (random.chance(0.12) && nextDay < today) return `${nextDay}T${clock(8 * 60 + delay)}`;
  return `${date}T${clock(minute + durationMin + delay)}`;
}
