import type { DemoLanguage } from "./demo.types.ts";
import { addDays, dayOfYear, isoWeek } from "./demo-calendar.ts";
import type { SpokenKind } from "./kinds.data.ts";
import { phrasesEn } from "./phrases.en.ts";
import { phrasesFi } from "./phrases.fi.ts";
import { type PlaceRow, placesOf } from "./places.data.ts";
import { type ProblemRow, problems } from "./problems.data.ts";
import { type ProductRow, productsFor } from "./products.data.ts";
import { colours, type RemarkMood, remarks } from "./remarks.data.ts";
import type { Random } from "./seeded-random.ts";

/** What one story is about: the same goods, room and document numbers in all of its sentences. */
export type Subject = {
  product: ProductRow;
  quantity: number;
  place: PlaceRow;
  problem: ProblemRow;
  colour: { en: string; fi: string };
  discountPercent: number;
  deliveryDay: string;
  /** Whether a quote has gone out, so that one can speak of it. */
  isQuoted: boolean;
  quoteNo: string;
  orderNo: string;
  invoiceNo: string;
};

export function chooseSubject(random: Random, industry: string, day: string): Subject {
  const product = random.pick(productsFor(industry));
  const [low, high] = product.quantity;
  const serial = dayOfYear(day) * 10 + random.between(0, 9);
  const year = day.slice(2, 4);
  return {
    product,
    quantity: random.between(low, high),
    place: random.pick(placesOf(industry)),
    problem: random.pick(problems.filter(({ families }) => families.includes(product.family))),
    colour: random.pick(colours),
    discountPercent: random.between(3, 12),
    deliveryDay: addDays(day, random.between(35, 70)),
    isQuoted: false,
    quoteNo: `T-${year}${String(serial).padStart(4, "0")}`,
    orderNo: `M-${year}${String(serial + 137).padStart(4, "0")}`,
    invoiceNo: `${year}${String(serial + 2204).padStart(5, "0")}`,
  };
}

/** Chooses sentences so that one company's history repeats itself as late as possible. */
export function sentenceChooser(random: Random, language: DemoLanguage) {
  const used = new Map<string, Set<string>>();
  const phrases = language === "fi" ? phrasesFi : phrasesEn;

  function fresh(bag: string, choices: readonly string[]): string {
    const already = used.get(bag) ?? new Set<string>();
    used.set(bag, already);
    if (choices.every((choice) => already.has(choice))) already.clear();
    const chosen = random.pick(choices.filter((choice) => !already.has(choice)));
    already.add(chosen);
    return chosen;
  }

  return {
    describe(kind: SpokenKind, subject: Subject): string {
      const fitting = phrases[kind].filter((phrase) => fits(phrase, kind, subject));
      return fillIn(fresh(kind, fitting), subject, language, random);
    },
    remark(mood: RemarkMood, subject: Subject): string {
      return fillIn(fresh(mood, remarks[language][mood]), subject, language, random);
    },
  };
}

export type SentenceChooser = ReturnType<typeof sentenceChooser>;

/** A sentence fits when it is about such goods, and speaks of a quote only once there is one. */
function fits(phrase: string, kind: SpokenKind, { product, isQuoted }: Subject): boolean {
  if (phrase.includes("{quote}") && kind !== "quoteSent" && !isQuoted) return false;
  const families = /^@([\w,]+) /.exec(phrase)?.[1];
  return families === undefined || families.split(",").includes(product.family);
}

/** The same story a little later: what was promised for a day gone by is promised anew. */
export function subjectOn(subject: Subject, day: string): Subject {
  return subject.deliveryDay > addDays(day, 6) ? subject : { ...subject, deliveryDay: addDays(day, 24) };
}

const WEEKDAYS = {
  fi: ["maanantaina", "tiistaina", "keskiviikkona", "torstaina", "perjantaina"],
  en: ["on Monday", "on Tuesday", "on Wednesday", "on Thursday", "on Friday"],
};

/** Fills the placeholders in; a problem brings placeholders of its own. */
function fillIn(phrase: string, subject: Subject, language: DemoLanguage, random: Random): string {
  const values = placeholderValues(subject, language, random);
  let sentence = phrase.replace(/^@[\w,]+ /, "");
  for (let round = 0; round < 2; round++) {
    sentence = sentence.replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = values[name];
      if (value === undefined) throw new RangeError(`Unknown placeholder {${name}} in "${phrase}".`);
      return value;
    });
  }
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

function placeholderValues(subject: Subject, language: DemoLanguage, random: Random): Record<string, string> {
  const { product, place, quantity } = subject;
  return {
    n: String(quantity),
    p: product[language].one,
    pMany: product[language].many,
    pPart: product.fi.partitive,
    pGen: product.fi.genitive,
    place: language === "fi" ? place.fi.one : place.en,
    placeInto: place.fi.into,
    placeOf: place.fi.of,
    problem: subject.problem[language].problem,
    repair: subject.problem[language].repair,
    colour: subject.colour[language],
    quote: subject.quoteNo,
    order: subject.orderNo,
    invoice: subject.invoiceNo,
    week: String(isoWeek(subject.deliveryDay)),
    pct: String(subject.discountPercent),
    euro: euros(quantity * product.unitPrice, language),
    day: random.pick(WEEKDAYS[language]),
  };
}

/** `48 500 €` in Finnish, `€48,500` in English. */
function euros(amount: number, language: DemoLanguage): string {
  const grouped = String(amount).replace(/\B(?=(\d{3})+$)/g, language === "fi" ? "\u00a0" : ",");
  return language === "fi" ? `${grouped}\u00a0€` : `€${grouped}`;
}
