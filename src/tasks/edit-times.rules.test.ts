import { describe, expect, test } from "vitest";
import { beginEditing, editNewTimes, editTimes, saidTimes } from "./edit-times.rules.ts";

const plain = { type: null, allDay: false } as const;
const task = beginEditing(plain, "2026-11-23", null);
const call = editTimes(editTimes(task, { type: "phoneCall" }), { startTime: "10:00:00" });

describe("the fields of a task", () => {
  test("T-2 follow from each other", () => {
    expect(call).toMatchObject({ endingDate: "2026-11-23", endingTime: "10:30:00", durationSec: 1800 });
    expect(editTimes(call, { startTime: "11:00:00" })).toMatchObject({ endingTime: "11:30:00" });
    expect(editTimes(call, { endingTime: "11:00:00" })).toMatchObject({ durationSec: 3600 });
    expect(editTimes(call, { date: "2026-11-30" })).toMatchObject({ endingDate: "2026-11-30" });
    expect(editTimes(call, { startTime: null })).toMatchObject({ endingTime: null, durationSec: 1800 });
  });

  test("stand as they were typed where the rules refuse them", () => {
    expect(editTimes(call, { endingTime: "09:00:00" })).toEqual({ ...call, endingTime: "09:00:00" });
    expect(editTimes(task, { endingDate: "2026-11-01" })).toEqual({ ...task, endingDate: "2026-11-01" });
    expect(editTimes(task, { date: null })).toEqual({ ...task, date: null });
    expect(editTimes({ ...task, date: null }, { date: "2026-12-01" })).toMatchObject({
      endingDate: "2026-12-01",
    });
  });

  test("of a meeting can be filled in before it has a start time; only a meeting keeps its place", () => {
    const meeting = editTimes(editTimes(task, { type: "meeting" }), { location: "Turku" });

    expect(editTimes(meeting, { date: "2026-12-01" })).toMatchObject({
      type: "meeting",
      endingDate: "2026-12-01",
      location: "Turku",
    });
    expect(editTimes(meeting, { allDay: true })).toMatchObject({ durationSec: 86_400, location: "Turku" });
    expect(editTimes(editTimes(meeting, { allDay: true }), { type: "phoneCall" })).toMatchObject({
      allDay: false,
      location: null,
    });
  });
});

describe("a new task", () => {
  const untouched = { hasEnd: false, formula: "1W" };

  test("T-3 lasts to the day of the formula until somebody says when it ends", () => {
    const begun = beginEditing(plain, "2026-11-23", "1W");

    expect(editNewTimes(begun, { date: "2026-12-01" }, untouched)).toMatchObject({
      endingDate: "2026-12-08",
    });
    expect(editNewTimes(begun, { type: "phoneCall" }, untouched)).toMatchObject({
      durationSec: 1800,
      endingDate: "2026-11-23",
    });
    expect(editNewTimes(begun, { type: "phoneCall" }, { ...untouched, hasEnd: true })).toMatchObject({
      durationSec: 7 * 86_400,
      endingDate: "2026-11-30",
    });
    expect(editNewTimes(call, { date: "2026-12-01" }, untouched)).toMatchObject({
      startTime: "10:00:00",
      endingTime: "10:30:00",
    });
  });

  test("says what its kind has, and an end where there is one", () => {
    expect(saidTimes(task, false)).toEqual({ type: null, date: "2026-11-23" });
    expect(saidTimes(task, true)).toEqual({ type: null, date: "2026-11-23", endingDate: "2026-11-23" });
    expect(saidTimes(call, true)).toEqual({
      type: "phoneCall",
      date: "2026-11-23",
      startTime: "10:00:00",
      endingDate: "2026-11-23",
      endingTime: "10:30:00",
    });
    expect(saidTimes(editTimes(call, { startTime: null }), true)).toMatchObject({
      startTime: null,
      durationSec: 1800,
    });
    expect(saidTimes(editTimes(task, { type: "meeting" }), false)).toMatchObject({
      allDay: false,
      location: null,
    });
  });
});
