import { describe, expect, test } from "vitest";
import { ariaShortcut, isSingleKey, keysOf, matchStrokes, strokeOf } from "./shortcuts.rules.ts";

const press = (
  key: string,
  held: Partial<Record<"ctrlKey" | "metaKey" | "altKey" | "shiftKey", boolean>> = {},
) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});

describe("a key press as text", () => {
  test.each([
    [press("k", { ctrlKey: true }), false, "mod+K"],
    [press("k", { metaKey: true }), true, "mod+K"],
    [press("k", { ctrlKey: true }), true, "K"],
    [press("?", { shiftKey: true }), false, "?"],
    [press("/", { shiftKey: true }), false, "/"],
    [press("N", { shiftKey: true }), false, "shift+N"],
    [press("Enter", { ctrlKey: true }), false, "mod+Enter"],
    [press("Shift", { shiftKey: true }), false, null],
  ])("%o", (given, isMac, expected) => {
    expect(strokeOf(given, isMac)).toBe(expected);
  });
});

describe("matching", () => {
  const items = [
    { name: "home", shortcut: "G H" },
    { name: "new contact", shortcut: "N" },
    { name: "new on top", shortcut: "N" },
    { name: "no shortcut" },
  ];

  test("a sequence begins, then is found", () => {
    expect(matchStrokes(items, ["G"])).toEqual({ kind: "begun" });
    expect(matchStrokes(items, ["G", "H"])).toMatchObject({ kind: "found", item: { name: "home" } });
    expect(matchStrokes(items, ["G", "X"])).toEqual({ kind: "none" });
  });

  test("a second way to press it counts as well", () => {
    const quickLog = { name: "log", shortcut: "mod+I", alias: "L" };

    expect(matchStrokes([quickLog], ["L"])).toEqual({ kind: "found", item: quickLog });
    expect(matchStrokes([quickLog], ["mod+I"])).toEqual({ kind: "found", item: quickLog });
  });

  test("what was added last wins", () => {
    expect(matchStrokes(items, ["N"])).toMatchObject({ item: { name: "new on top" } });
  });
});

test("single keys are those without a modifier", () => {
  expect(isSingleKey("N")).toBe(true);
  expect(isSingleKey("G H")).toBe(true);
  expect(isSingleKey("mod+K")).toBe(false);
});

test("keys are drawn as the platform names them", () => {
  expect(keysOf("mod+K", true)).toEqual([["⌘", "K"]]);
  expect(keysOf("mod+K", false)).toEqual([["Ctrl", "K"]]);
  expect(keysOf("G H", false)).toEqual([["G"], ["H"]]);
  expect(ariaShortcut("mod+K", false)).toBe("Control+K");
  expect(ariaShortcut("G H", false)).toBeUndefined();
});
