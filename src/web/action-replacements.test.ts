import { expect, test } from "vitest";
import { withReplacements } from "./action-replacements.ts";
import type { BoundAction } from "./actions.ts";

const log: BoundAction = {
  key: "log",
  labelKey: "web.actions.new",
  shortcut: "mod+I",
  alias: "L",
  run: () => undefined,
};
const logWith: BoundAction = { ...log, key: "logWith", shortcut: "L", alias: undefined, insteadOf: "log" };
const other: BoundAction = { key: "other", labelKey: "web.actions.edit", run: () => undefined };

test("what takes the place of a command answers to its shortcut, and the command is gone", () => {
  expect(withReplacements([log, other, logWith])).toEqual([other, { ...logWith, alias: "mod+I" }]);
});

test("a command whose place nobody takes stays as it is", () => {
  expect(withReplacements([log, other])).toEqual([log, other]);
});

test("where the command itself is not on offer, what would replace it keeps its own shortcut", () => {
  expect(withReplacements([logWith])).toEqual([logWith]);
});
