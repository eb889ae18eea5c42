import { addWorkdays, afterHolidaySeason, holidaySeason, workdayFrom } from "./demo-calendar.ts";
import type { Moment } from "./log-entry.ts";
import type { Random } from "./seeded-random.ts";

const DAY_STARTS = 8 * 60;
const DAY_ENDS = 16 * 60 + 45;

/** A working moment some working days after another; never before it. */
export function momentAfter(previous: Moment, workdays: number, random: Random): Moment {
  if (workdays === 0) {
    const minute = previous.minute + random.between(12, 150);
    if (minute <= DAY_ENDS) return { date: previous.date, minute };
  }
  return outsideHolidays(addWorkdays(previous.date, Math.max(1, workdays)), random);
}

/** A working moment on that day, or soon after when nobody works then. */
export function momentOn(day: string, random: Random): Moment {
  return outsideHolidays(workdayFrom(day), random);
}

/** Most of what falls into July or Christmas waits until people are back; a little happens all the same. */
function outsideHolidays(day: string, random: Random): Moment {
  const waits = { summer: 0.5, christmas: 0.8 };
  const season = holidaySeason(day);
  const isPutOff = season !== null && random.chance(waits[season]);
  const date = isPutOff ? addWorkdays(afterHolidaySeason(day), random.between(0, 9)) : day;
  return { date, minute: officeMinute(random) };
}

/** Mornings and early afternoons are busiest. */
function officeMinute(random: Random): number {
  const roll = random.next();
  if (roll < 0.5) return random.between(8 * 60 + 30, 11 * 60 + 20);
  if (roll < 0.85) return random.between(12 * 60 + 30, 15 * 60 + 10);
  return random.between(DAY_STARTS, DAY_ENDS);
}
