import type { DemoContact, DemoInteraction } from "./demo.types.ts";
import { addWorkdays, workdayFrom } from "./demo-calendar.ts";
import { firstDay, salespersonThen } from "./generate-stories.ts";
import { kinds } from "./kinds.data.ts";
import { logEntry } from "./log-entry.ts";
import { christmasCard, fairs, newsletters } from "./mailings.data.ts";
import { seededRandom } from "./seeded-random.ts";

type DatedTitle = { monthDay: string; fi: string; en: string };

/** Newsletters and Christmas cards of the two years, each sent to its mailing group within an hour. */
export function generateMailings(
  contacts: readonly DemoContact[],
  today: string,
  seed: number,
): DemoInteraction[] {
  const random = seededRandom(`${seed} mailings`);

  function mail(title: DatedTitle, group: string, kind: "newsletter" | "christmasCard") {
    const recipients = contacts.filter(
      (contact) => mayBeMailed(contact) && contact.mailingGroupCodes.includes(group),
    );
    return daysInWindow(title.monthDay, today).flatMap((date) =>
      recipients.map((contact, index) =>
        logEntry(
          {
            contact,
            kind: kinds[kind],
            moment: { date, minute: 9 * 60 + Math.floor(index / 4) },
            description: titleFor(contact, title),
            salespersonCode: salespersonThen(contact, date, today),
          },
          today,
          random,
        ),
      ),
    );
  }

  return [
    ...newsletters.flatMap((title) => mail(title, "NEWS", "newsletter")),
    ...mail(christmasCard, "XMAS", "christmasCard"),
  ];
}

/** Which people stopped at our stand, on which of the fair's three days. */
export function fairVisits(contacts: readonly DemoContact[], today: string, seed: number) {
  const people = contacts.filter(
    (contact) => contact.mailingGroupCodes.includes("EVENTS") && mayBeMailed(contact),
  );
  return fairs.flatMap((fair) =>
    daysInWindow(fair.monthDay, today).flatMap((opening) => {
      const random = seededRandom(`${seed} ${fair.en} ${opening.slice(0, 4)}`);
      return random.sample(people, 22).flatMap((contact) => {
        const date = addWorkdays(opening, random.between(0, 2));
        const moment = { date, minute: random.between(10 * 60, 16 * 60) };
        return date < today ? [{ contact, moment, fairName: titleFor(contact, fair) }] : [];
      });
    }),
  );
}

/** Whom letters go to. */
export function mayBeMailed({ privacyBlocked, excludeFromSegment }: DemoContact): boolean {
  return !privacyBlocked && !excludeFromSegment;
}

function titleFor({ countryCode }: DemoContact, { fi, en }: DatedTitle): string {
  return countryCode === "FI" ? fi : en;
}

/** The worked days on or after a day of the year that lie within the two years before today. */
function daysInWindow(monthDay: string, today: string): string[] {
  const thisYear = Number(today.slice(0, 4));
  return [thisYear - 2, thisYear - 1, thisYear]
    .map((year) => workdayFrom(`${year}-${monthDay}`))
    .filter((day) => day >= firstDay(today) && day < today);
}
