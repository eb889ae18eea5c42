import type { DemoContact, DemoLanguage, DemoSegment } from "./demo.types.ts";
import { addDays, workdayFrom } from "./demo-calendar.ts";
import { mayBeMailed } from "./generate-mailings.ts";
import { MARKETING } from "./salespeople.data.ts";
import { seededRandom } from "./seeded-random.ts";
import { segmentRows } from "./segments.data.ts";

/** Open segments, each with some contacts of a mailing group. */
export function generateSegments(
  contacts: readonly DemoContact[],
  today: string,
  language: DemoLanguage,
  seed: number,
): DemoSegment[] {
  const blocked = new Set(contacts.filter((contact) => contact.privacyBlocked).map(({ key }) => key));
  const mailed = contacts.filter(
    (contact) => mayBeMailed(contact) && !blocked.has(contact.companyKey ?? contact.key),
  );
  return segmentRows.map((row) => {
    const random = seededRandom(`${seed} segment ${row.en}`);
    const group = mailed.filter(({ mailingGroupCodes }) => mailingGroupCodes.includes(row.mailingGroupCode));
    const chosen = new Set(random.sample(group, Math.min(row.most, group.length)));
    return {
      description: language === "fi" ? row.fi : row.en,
      campaignIndex: row.campaignIndex,
      salespersonCode: row.isOfMarketing ? MARKETING : null,
      date: workdayFrom(addDays(today, row.day)),
      lines: group
        .filter((contact) => chosen.has(contact))
        .map(({ key, salespersonCode }) => ({
          contactKey: key,
          salespersonCode: row.isOfMarketing ? MARKETING : salespersonCode,
        })),
    };
  });
}
