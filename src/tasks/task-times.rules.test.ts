import { describe, expect, test } from "vitest";
import {
  arrangeTimes,
  beginTimes,
  convertTimes,
  endOf,
  type TaskTimes,
  type WrittenTimes,
} from "./task-times.rules.ts";

const day = 86_400;
const task: TaskTimes = {
  type: null,
  allDay: false,
  date: "2026-11-23",
  startTime: null,
  durationSec: 2 * day,
};
const call: TaskTimes = { ...task, type: "phoneCall", startTime: "10:00:00", durationSec: 1800 };
const meeting: TaskTimes = { ...call, type: "meeting", durationSec: 3600 };
const allDay: TaskTimes = { ...task, type: "meeting", allDay: true };

/** What becomes of it, or the errors with their fields. */
function arranged(before: TaskTimes, written: WrittenTimes): object | string[] {
  const outcome = arrangeTimes(before, written);
  if (!outcome.isFine) return outcome.errors.map(({ path, code }) => `${path} ${code}`);
  const { date, startTime, durationSec } = outcome.times;
  return { date, startTime, durationSec, ...endOf(outcome.times) };
}

const when = (
  date: string,
  startTime: string | null,
  durationSec: number,
  endingDate: string,
  endingTime: string | null,
) => ({ date, startTime, durationSec, endingDate, endingTime });

describe("a task begins", () => {
  test.for([
    [{ type: null, allDay: false }, null, day, "2026-11-23"],
    [{ type: null, allDay: false }, "1W", 8 * day, "2026-11-30"],
    [{ type: null, allDay: false }, "CM", 8 * day, "2026-11-30"],
    [{ type: null, allDay: false }, "-1W", day, "2026-11-23"],
    [{ type: null, allDay: false }, "999Y", 3650 * day, "2036-11-19"],
    [{ type: "meeting", allDay: true }, "1D", 2 * day, "2026-11-24"],
    [{ type: "phoneCall", allDay: false }, "1W", 1800, "2026-11-23"],
    [{ type: "meeting", allDay: false }, "1W", 1800, "2026-11-23"],
  ] as const)("T-3 as %o with the formula %s: %i seconds, until %s", ([kind, formula, seconds, end]) => {
    const begun = beginTimes(kind, "2026-11-23", formula);

    expect(begun).toEqual({ ...kind, date: "2026-11-23", startTime: null, durationSec: seconds });
    expect(endOf(begun).endingDate).toBe(end);
  });
});

describe("a task of whole days", () => {
  test.for([
    ["keeps its days on another date", { date: "2026-12-01" }, 2 * day, "2026-12-02"],
    ["lasts until its ending date", { endingDate: "2026-11-27" }, 5 * day, "2026-11-27"],
    ["may be one day", { endingDate: "2026-11-23" }, day, "2026-11-23"],
    ["moves and ends elsewhere", { date: "2026-11-30", endingDate: "2026-12-02" }, 3 * day, "2026-12-02"],
  ] as const)("T-2 %s", ([, written, durationSec, endingDate]) => {
    expect(arranged(task, written)).toMatchObject({
      startTime: null,
      durationSec,
      endingDate,
      endingTime: null,
    });
  });

  test("COT-074 all day on one day ends on that day, without a time", () => {
    expect(arranged(allDay, { endingDate: "2026-11-23" })).toEqual(
      when("2026-11-23", null, day, "2026-11-23", null),
    );
  });

  test.for([
    [task, { endingDate: "2026-11-22" }, ["endingDate task_duration"]],
    [task, { endingDate: "2036-11-20" }, ["endingDate task_duration"]],
    [{ ...task, date: "2999-12-31" }, {}, ["endingDate task_date"]],
    [task, { endingDate: null }, ["endingDate ending_date_required"]],
    [
      task,
      { startTime: "10:00:00", durationSec: 60 },
      ["startTime task_not_timed", "durationSec task_not_timed"],
    ],
    [allDay, { endingTime: "10:00:00" }, ["endingTime task_not_timed"]],
    [task, { allDay: true }, ["allDay task_not_meeting"]],
    [call, { allDay: true }, ["allDay task_not_meeting"]],
  ] as const)("T-2 %o, written %o: %o", ([before, written, errors]) => {
    expect(arranged(before, written)).toEqual(errors);
  });
});

describe("a timed task", () => {
  test.for<[string, TaskTimes, WrittenTimes, object]>([
    [
      "COT-075 from 12:01:00 to 12:59:59 takes 58 minutes and 59 seconds",
      call,
      { startTime: "12:01:00", endingTime: "12:59:59" },
      when("2026-11-23", "12:01:00", 3539, "2026-11-23", "12:59:59"),
    ],
    [
      "T-2 starts later and ends later",
      call,
      { startTime: "23:50:00" },
      when("2026-11-23", "23:50:00", 1800, "2026-11-24", "00:20:00"),
    ],
    [
      "T-2 takes longer and ends later",
      call,
      { durationSec: 5400 },
      when("2026-11-23", "10:00:00", 5400, "2026-11-23", "11:30:00"),
    ],
    [
      "T-2 ends later and takes longer",
      call,
      { endingTime: "11:00:00" },
      when("2026-11-23", "10:00:00", 3600, "2026-11-23", "11:00:00"),
    ],
    [
      "T-2 ends on another day at the same time",
      call,
      { endingDate: "2026-11-24" },
      when("2026-11-23", "10:00:00", day + 1800, "2026-11-24", "10:30:00"),
    ],
    [
      "T-2 moves to another day with its end",
      call,
      { date: "2026-12-01" },
      when("2026-12-01", "10:00:00", 1800, "2026-12-01", "10:30:00"),
    ],
    [
      "T-2 moves to another day and to another time",
      call,
      { date: "2026-12-01", startTime: "08:00:00", endingTime: "08:10:00" },
      when("2026-12-01", "08:00:00", 600, "2026-12-01", "08:10:00"),
    ],
    [
      "T-2 of several days keeps the day of its end",
      { ...meeting, durationSec: 2 * day },
      { endingTime: "16:00:00" },
      when("2026-11-23", "10:00:00", 2 * day + 6 * 3600, "2026-11-25", "16:00:00"),
    ],
    [
      "T-2 ends where it is said to, whatever its duration is said to be",
      call,
      { durationSec: 7200, endingTime: "10:15:00" },
      when("2026-11-23", "10:00:00", 900, "2026-11-23", "10:15:00"),
    ],
    [
      "T-2 at some time of the day has no ending time",
      call,
      { startTime: null },
      when("2026-11-23", null, 1800, "2026-11-23", null),
    ],
    [
      "T-2 at some time of the day ends at 00:00 of its ending date",
      { ...call, startTime: null },
      { endingDate: "2026-11-25" },
      when("2026-11-23", null, 2 * day, "2026-11-25", null),
    ],
  ])("%s", ([, before, written, after]) => {
    expect(arranged(before, written)).toEqual(after);
  });

  test.for([
    [call, { durationSec: -60 }, ["durationSec task_duration"]],
    [call, { durationSec: 59 }, ["durationSec task_duration"]],
    [call, { durationSec: 3650 * day + 1 }, ["durationSec task_duration"]],
    [call, { endingTime: "10:00:30" }, ["endingTime task_duration"]],
    [call, { endingTime: "09:00:00" }, ["endingTime task_duration"]],
    [call, { endingDate: "2026-11-22" }, ["endingDate task_duration"]],
    [{ ...call, date: "2999-12-31" }, { durationSec: day }, ["endingDate task_date"]],
    [call, { durationSec: null }, ["durationSec duration_required"]],
    [call, { endingTime: null }, ["endingTime ending_time_required"]],
    [call, { startTime: null, endingTime: "11:00:00" }, ["startTime start_time_required"]],
    [meeting, { startTime: null }, ["startTime start_time_required"]],
  ] as const)("T-2 T-4 %o, written %o: %o", ([before, written, errors]) => {
    expect(arranged(before, written)).toEqual(errors);
  });

  test("takes from a minute to ten years", () => {
    expect(arranged(call, { durationSec: 60 })).toMatchObject({ endingTime: "10:01:00" });
    expect(arranged(call, { durationSec: 3650 * day })).toMatchObject({ endingDate: "2036-11-20" });
  });
});

describe("as another kind", () => {
  const toCall = { type: "phoneCall", allDay: false } as const;
  const toTask = { type: null, allDay: false } as const;
  const toMeeting = { type: "meeting", allDay: false } as const;
  const toAllDay = { type: "meeting", allDay: true } as const;

  test.for([
    ["timed to blank keeps the ending date", { ...call, durationSec: 2 * day }, toTask, 3 * day],
    ["timed to blank within a day is one day", call, toTask, day],
    ["blank to timed takes half an hour on the same day", { ...task, durationSec: day }, toCall, 1800],
    ["blank to timed ends at 00:00 of the ending date", task, toCall, day],
    ["ticking all day rounds up to whole days", { ...meeting, durationSec: day + 1 }, toAllDay, 2 * day],
    ["ticking all day makes one day at least", meeting, toAllDay, day],
    ["unticking all day takes a day away", allDay, toMeeting, day],
    ["unticking all day leaves half an hour of one day", { ...allDay, durationSec: day }, toMeeting, 1800],
    ["all day to blank keeps the days", allDay, toTask, 2 * day],
    ["blank to all day keeps the days", task, toAllDay, 2 * day],
    ["a call that becomes a meeting takes as long", call, toMeeting, 1800],
  ] as const)("T-2 %s", ([, before, kind, durationSec]) => {
    const after = convertTimes(before, kind);

    expect(after).toMatchObject({ ...kind, durationSec });
    if (kind !== toMeeting || before !== call) expect(after.startTime).toBeNull();
  });

  test("an all-day meeting needs a start time to be none any more", () => {
    expect(arranged(allDay, { allDay: false })).toEqual(["startTime start_time_required"]);
    expect(arranged(allDay, { allDay: false, startTime: "09:00:00" })).toEqual(
      when("2026-11-23", "09:00:00", day, "2026-11-24", "09:00:00"),
    );
  });

  test("a call that becomes a meeting lasting all day elsewhere is no all-day call afterwards", () => {
    expect(convertTimes(allDay, toCall).allDay).toBe(false);
  });
});
