import { describe, expect, test } from "vitest";
import type { DemoInteraction } from "./demo.types.ts";
import { addDays, addMonths, weekday } from "./demo-calendar.ts";
import { demoContent } from "./demo-content.ts";
import { phrasesEn } from "./phrases.en.ts";
import { phrasesFi } from "./phrases.fi.ts";

const TODAY = "2026-11-25";
const demo = demoContent("en", TODAY);
const log = demo.interactions;
const contacts = new Map(demo.contacts.map((contact) => [contact.key, contact]));

test("the same language, day and seed give the same content", () => {
  expect(demoContent("en", TODAY)).toEqual(demo);
});

test("another seed tells other stories", () => {
  expect(demoContent("en", TODAY, 2).interactions).not.toEqual(log);
});

test.each(["2026-01-02", "2026-07-20", "2027-02-28", "2028-02-29", "2026-11-22"])(
  "started on %s, the log covers the two years before",
  (today) => {
    const { interactions } = demoContent("fi", today);

    expect(interactions.length).toBeGreaterThanOrEqual(2400);
    for (const { date, recordedAt, comments } of interactions) {
      expect(date >= addMonths(today, -24) && date < today).toBe(true);
      expect(recordedAt.slice(0, 10) < today).toBe(true);
      for (const comment of comments) expect(comment.date < today).toBe(true);
    }
    expect(interactions.at(-1)?.date).toBeDefined();
    expect((interactions.at(-1)?.date ?? "") >= addDays(today, -18)).toBe(true);
  },
);

test("every reference resolves", () => {
  const templates = new Set(demo.interactionTemplates.map(({ code }) => code));
  const salespeople = new Set(demo.salespeople.map(({ code }) => code));
  for (const { contactKey, interactionTemplateCode, salespersonCode } of log) {
    expect(contacts.has(contactKey)).toBe(true);
    expect(templates.has(interactionTemplateCode)).toBe(true);
    expect(salespeople.has(salespersonCode)).toBe(true);
  }
  expect(new Set(log.map(({ interactionTemplateCode }) => interactionTemplateCode))).toEqual(templates);
});

test("nobody is contacted who may not be", () => {
  expect(log.filter(({ contactKey }) => contacts.get(contactKey)?.privacyBlocked)).toEqual([]);
});

test("the retired salesperson has entries, but none of the last year", () => {
  const blocked = demo.salespeople.find((salesperson) => salesperson.blocked)?.code;
  const theirs = log.filter(({ salespersonCode }) => salespersonCode === blocked);

  expect(theirs.length).toBeGreaterThan(50);
  expect(theirs.filter(({ date }) => date > addMonths(TODAY, -12))).toEqual([]);
});

describe("working life", () => {
  test("all happens on workdays, in office hours and in order", () => {
    for (const [index, { date, time }] of log.entries()) {
      expect(weekday(date)).toBeLessThan(5);
      expect(time >= "08:00" && time < "17:00").toBe(true);
      const previous = log[index - 1];
      if (previous) expect(`${previous.date} ${previous.time}` <= `${date} ${time}`).toBe(true);
    }
  });

  test("what happened was written down afterwards", () => {
    for (const { date, time, recordedAt } of log) expect(recordedAt > `${date}T${time}`).toBe(true);
  });

  test("July is quiet", () => {
    const july = log.filter(({ date }) => date.startsWith("2026-07"));
    expect(july.length).toBeLessThan(log.length / 24 / 2);
    expect(july.length).toBeGreaterThan(0);
  });

  test("newsletters go to many on one day", () => {
    const days = countBy(
      log.filter(({ interactionTemplateCode }) => interactionTemplateCode === "NEWS"),
      "date",
    );
    expect(days.size).toBe(10);
    for (const recipients of days.values()) expect(recipients).toBeGreaterThan(40);
  });
});

describe("what was written", () => {
  test("at least 250 different sentences a language, none too long, no placeholder left", () => {
    expect(Object.values(phrasesFi).flat().length).toBeGreaterThanOrEqual(250);
    expect(Object.values(phrasesEn).flat().length).toBeGreaterThanOrEqual(230);
    expect(new Set(log.map(({ description }) => description)).size).toBeGreaterThan(1000);
    for (const { description, comments } of log) {
      for (const text of [description, ...comments.map((comment) => comment.text)])
        expect(text).not.toMatch(/[{}@]/);
      expect(description.length).toBeLessThanOrEqual(100);
    }
  });

  test("contacts in Finland are written about in Finnish", () => {
    const cards = log.filter(({ interactionTemplateCode }) => interactionTemplateCode === "XMASCARD");
    for (const { contactKey, description } of cards) {
      expect(description.startsWith("Joulukortti")).toBe(contacts.get(contactKey)?.countryCode === "FI");
    }
  });
});

describe("how it went", () => {
  test("about four in ten are evaluated, a quarter has a comment", () => {
    expect(shareOf(({ evaluation }) => evaluation !== null)).toBeGreaterThan(0.33);
    expect(shareOf(({ evaluation }) => evaluation !== null)).toBeLessThan(0.47);
    expect(shareOf(({ comments }) => comments.length > 0)).toBeGreaterThan(0.2);
    expect(shareOf(({ comments }) => comments.length > 0)).toBeLessThan(0.32);
  });

  test("only calls go unanswered, and nobody evaluates those", () => {
    const failed = log.filter(({ attemptFailed }) => attemptFailed);
    expect(failed.length).toBeGreaterThan(60);
    for (const entry of failed)
      expect(entry).toMatchObject({ interactionTemplateCode: "CALL-OUT", evaluation: null });
  });

  test("what is canceled has a reason, what is not has none", () => {
    for (const { canceled, cancelReason } of log) expect(cancelReason !== null).toBe(canceled);
    expect(log.filter(({ canceled }) => canceled).length).toBeGreaterThan(20);
  });

  test("a few of the last days wait to be finished", () => {
    const postponed = log.filter((entry) => entry.postponed);
    expect(postponed.length).toBe(7);
    for (const { date } of postponed) expect(date > addDays(TODAY, -10)).toBe(true);
  });

  test("cost and duration sometimes differ from the template's", () => {
    const templates = new Map(demo.interactionTemplates.map((template) => [template.code, template]));
    const differing = log.filter(({ interactionTemplateCode, cost, durationMin }) => {
      const template = templates.get(interactionTemplateCode);
      return template?.unitCost !== cost || template.unitDurationMin !== durationMin;
    });
    expect(differing.length).toBeGreaterThan(200);
    for (const { cost, durationMin } of log) {
      expect(cost).toBeGreaterThan(0);
      expect(Number.isInteger(durationMin) && durationMin > 0).toBe(true);
    }
  });
});

describe("companies", () => {
  const companyOf = (key: string) => contacts.get(key)?.companyKey ?? key;
  const entries = new Map<string, DemoInteraction[]>();
  for (const entry of log) {
    const company = companyOf(entry.contactKey);
    entries.set(company, [...(entries.get(company) ?? []), entry]);
  }

  test("one is busier than all the others", () => {
    const [busiest, second] = [...entries.values()].map(({ length }) => length).sort((a, b) => b - a);
    expect(busiest).toBeGreaterThan(105);
    expect(busiest).toBeLessThan(140);
    expect(second).toBeLessThan(busiest ?? 0);
  });

  test("with many nobody has talked for half a year", () => {
    const lost = [...entries.values()].filter((list) => (list.at(-1)?.date ?? TODAY) < addMonths(TODAY, -6));
    expect(lost.length).toBeGreaterThanOrEqual(12);
  });

  test("an order is confirmed before it is delivered, delivered before it is invoiced", () => {
    const confirmed = firstDayByOrder("ORDERCONF");
    const delivered = firstDayByOrder("DELIVERY");
    const both = [...delivered.keys()].filter((order) => confirmed.has(order));

    expect(both.length).toBeGreaterThan(30);
    for (const order of both) expect((confirmed.get(order) ?? "") <= (delivered.get(order) ?? "")).toBe(true);
  });

  function firstDayByOrder(template: string): Map<string, string> {
    const days = new Map<string, string>();
    for (const { contactKey, interactionTemplateCode, description, date } of log) {
      const order = /M-\d+/.exec(description)?.[0];
      if (interactionTemplateCode === template && order) days.set(`${companyOf(contactKey)} ${order}`, date);
    }
    return days;
  }
});

function shareOf(matches: (entry: DemoInteraction) => boolean): number {
  return log.filter(matches).length / log.length;
}

function countBy(entries: readonly DemoInteraction[], field: "date"): Map<string, number> {
  const counts = new Map<string, number>();
  for (const entry of entries) counts.set(entry[field], (counts.get(entry[field]) ?? 0) + 1);
  return counts;
}
