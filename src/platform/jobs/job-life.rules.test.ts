import { describe, expect, test } from "vitest";
import { Conflict, Unavailable } from "../errors.ts";
import {
  decideFailure,
  decideStart,
  JobStopped,
  KeptError,
  maximumAttempts,
  toJobProblem,
} from "./job-life.rules.ts";

const waiting = { status: "queued", attempts: 0, cancel_requested: false } as const;
const cutOff = { status: "running", attempts: 1, cancel_requested: false } as const;

describe("what to do with a job the queue hands out", () => {
  test.each([
    ["a waiting one runs", waiting, false, { does: "run" }],
    ["one that has ended is left", { ...waiting, status: "canceled" as const }, true, { does: "nothing" }],
    ["one cut off that may be repeated runs again", cutOff, true, { does: "run" }],
    [
      "one cut off after a cancel ends canceled",
      { ...cutOff, cancel_requested: true },
      true,
      { does: "end", status: "canceled", problem: null },
    ],
  ])("%s", (_title, run, isRepeatable, decision) => {
    expect(decideStart(run, isRepeatable)).toEqual(decision);
  });

  test("one cut off that may not be repeated has failed, because nobody knows how far it came", () => {
    expect(decideStart(cutOff, false)).toMatchObject({
      does: "end",
      status: "failed",
      problem: { code: "job_interrupted" },
    });
  });

  test("one that brings the program down every time is given up", () => {
    expect(decideStart({ ...cutOff, attempts: maximumAttempts }, true)).toMatchObject({
      does: "end",
      status: "failed",
    });
  });
});

describe("what becomes of a job whose handler threw", () => {
  const unexpected = new Error("bang");

  test.each([
    ["canceled", new JobStopped("canceled"), 1, false, { status: "canceled" }],
    ["taken over", new JobStopped("taken_over"), 1, true, { status: "taken_over" }],
    [
      "stopping, repeatable: handed back without counting",
      new JobStopped("stopping"),
      1,
      true,
      { status: "queued", counts: false },
    ],
    ["unexpected, repeatable: again", unexpected, 1, true, { status: "queued", counts: true }],
    [
      "database away, repeatable: again",
      new Unavailable("database_unavailable"),
      2,
      true,
      { status: "queued", counts: true },
    ],
  ])("%s", (_title, error, attempts, isRepeatable, decision) => {
    expect(decideFailure(error, attempts, isRepeatable)).toEqual(decision);
  });

  test.each([
    ["a broken rule is final, repeatable or not", new Conflict("segment_empty"), 1, true, "segment_empty"],
    ["an unexpected error fails what may not be repeated", unexpected, 1, false, "unexpected"],
    ["and what was tried often enough", unexpected, maximumAttempts, true, "unexpected"],
    ["stopping fails what may not be repeated", new JobStopped("stopping"), 1, false, "job_interrupted"],
  ])("%s", (_title, error, attempts, isRepeatable, code) => {
    expect(decideFailure(error, attempts, isRepeatable)).toMatchObject({
      status: "failed",
      problem: { code },
    });
  });
});

test("an error survives being kept", () => {
  const kept = toJobProblem(new Conflict("duplicate", { key: "X" }, [{ path: "no", code: "duplicate" }]));

  const restored = new KeptError(kept);

  expect(restored).toMatchObject({
    status: 409,
    code: "duplicate",
    values: { key: "X" },
    fieldErrors: [{ path: "no", code: "duplicate" }],
  });
});

test("an unknown error keeps no details", () => {
  expect(JSON.stringify(toJobProblem(new Error("password is swordfish")))).not.toContain("swordfish");
});
