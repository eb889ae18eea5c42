import type { TaskType } from "#tasks/tasks.rules.ts";
import { inLanguage } from "./bilingual.ts";
import { campaignRows, campaignStatusRows, opportunityRows, taskRows } from "./deals.data.ts";
import type { DemoContact, DemoDeals, DemoLanguage } from "./demo.types.ts";
import { addDays, addWorkdays, workdayBefore, workdayFrom } from "./demo-calendar.ts";
import { generateSteps } from "./generate-steps.ts";
import { closeCodeRows, salesCycleData } from "./sales-cycles.data.ts";
import { MARKETING } from "./salespeople.data.ts";
import { type Random, seededRandom } from "./seeded-random.ts";

/** Every third company has something going on. */
const DEAL_SHARE = 1 / 3;

/** Campaigns, and for some companies an opportunity and what is to be done next. */
export function generateDeals(
  contacts: readonly DemoContact[],
  today: string,
  language: DemoLanguage,
  seed: number,
): DemoDeals {
  const texts = <Row extends readonly [en: string, fi: string, ...unknown[]]>(row: Row) =>
    language === "fi" ? row[1] : row[0];
  const random = seededRandom(`deals ${seed}`);
  // Chances of their own, so that everything else stays as it was.
  const times = seededRandom(`task times ${seed}`);
  const opportunities: DemoDeals["opportunities"] = [];
  const tasks: DemoDeals["tasks"] = [];
  for (const company of contacts) {
    if (company.type !== "company" || company.privacyBlocked || !random.chance(DEAL_SHARE)) continue;
    const people = contacts.filter(
      ({ companyKey, privacyBlocked }) => companyKey === company.key && !privacyBlocked,
    );
    const contactKey = people.length > 0 ? random.pick(people).key : company.key;
    const creationDate = workdayBefore(addDays(today, -random.between(3, 200)));
    const status = random.pick(["notStarted", "inProgress", "inProgress", "won", "lost"] as const);
    const isClosed = status === "won" || status === "lost";
    const cycle = random.pick(salesCycleData);
    const until = workdayBefore(today);
    const entries =
      status === "notStarted" ? [] : generateSteps(random, { cycle, creationDate, status, until, language });
    opportunities.push({
      contactKey,
      description: texts(random.pick(opportunityRows)),
      salespersonCode: company.salespersonCode,
      campaignIndex: random.chance(0.3) ? random.between(0, campaignRows.length - 2) : null,
      salesCycleCode: cycle.row[0],
      status,
      creationDate,
      dateClosed: entries.at(-1)?.dateClosed ?? null,
      entries,
    });
    if (isClosed && random.chance(0.6)) continue;
    const [, , type] = random.pick(taskRows);
    const row = random.pick(taskRows.filter((candidate) => candidate[2] === type));
    tasks.push({
      contactKey,
      description: texts(row),
      type,
      salespersonCode: company.salespersonCode,
      opportunityIndex: opportunities.length - 1,
      date: random.chance(0.2)
        ? workdayBefore(addDays(today, -random.between(0, 6)))
        : addWorkdays(today, random.between(0, 15)),
      ...taskTimes(times, type, company.city),
    });
  }
  return {
    campaignStatuses: inLanguage(campaignStatusRows, language),
    salesCycles: salesCycleData.map(({ row, probabilityCalculation }) => ({
      ...inLanguage([row], language)[0]!,
      probabilityCalculation,
    })),
    salesCycleStages: salesCycleData.flatMap(({ row, stages }) =>
      stages.map(({ en, fi, allowSkip = false, quoteRequired = false, ...stage }, index) => ({
        ...stage,
        salesCycleCode: row[0],
        stage: index + 1,
        description: language === "fi" ? fi : en,
        allowSkip,
        quoteRequired,
      })),
    ),
    closeOpportunityCodes: (["won", "lost"] as const).flatMap((type) =>
      inLanguage(closeCodeRows[type], language).map((code) => ({ ...code, type })),
    ),
    campaigns: campaignRows.map((row) => ({
      description: texts(row),
      statusCode: row[2],
      startingDate: workdayFrom(addDays(today, row[3])),
      endingDate: row[4] === null ? null : workdayFrom(addDays(today, row[4])),
      salespersonCode: MARKETING,
    })),
    opportunities,
    tasks,
  };
}

/** Most calls are agreed for a time; a meeting takes an hour or two at the company, now and then all day. */
function taskTimes(random: Random, type: TaskType | null, place: string) {
  const clock = () =>
    `${String(random.between(8, 15)).padStart(2, "0")}:${random.pick(["00", "15", "30", "45"])}:00`;
  if (type === null) return { startTime: null, durationSec: 86_400, allDay: false, location: null };
  if (type === "phoneCall")
    return {
      startTime: random.chance(0.7) ? clock() : null,
      durationSec: random.pick([900, 1800]),
      allDay: false,
      location: null,
    };
  if (random.chance(0.2)) return { startTime: null, durationSec: 86_400, allDay: true, location: place };
  return { startTime: clock(), durationSec: random.pick([3600, 5400, 7200]), allDay: false, location: place };
}
