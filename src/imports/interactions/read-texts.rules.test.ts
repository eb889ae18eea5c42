import { describe, expect, test } from "vitest";
import { mostComments, shorten, splitComment } from "./read-texts.rules.ts";

describe("a description is one line of 100 characters", () => {
  test("a text that fits is taken as it is", () => {
    expect(shorten("Asked   for a price")).toEqual({ line: "Asked for a price", whole: null });
    expect(shorten("🙂".repeat(100))).toEqual({ line: "🙂".repeat(100), whole: null });
  });

  test("of a longer one the beginning; the whole is kept", () => {
    const text = "word ".repeat(30).trim();

    const { line, whole } = shorten(text);

    expect([...line].length).toBeLessThanOrEqual(100);
    expect(line.endsWith("…")).toBe(true);
    expect(whole).toBe(text);
  });

  test("of several lines the first", () => {
    expect(shorten("Price list\r\nSend it")).toEqual({ line: "Price list", whole: "Price list\r\nSend it" });
  });
});

describe("comments of 2,000 characters each", () => {
  test("are cut between lines, else between words, and nothing is lost", () => {
    const words = Array.from({ length: 1_500 }, (_, at) => `word${at}`);

    const parts = splitComment(words.join(" "));

    expect(parts.length).toBeGreaterThan(4);
    expect(parts.every((part) => part.length <= 2_000)).toBe(true);
    expect(parts.join(" ")).toBe(words.join(" "));
  });

  test("a text without blanks is cut where it must be, but no character is torn", () => {
    const parts = splitComment(`a${"🙂".repeat(3_000)}`);

    expect(parts.join("")).toBe(`a${"🙂".repeat(3_000)}`);
    expect(parts.every((part) => part.isWellFormed())).toBe(true);
  });

  test("line ends of all systems are one; a million characters are more than there is room for", () => {
    expect(splitComment("a\r\nb\rc\vd")).toEqual(["a\nb\nc\nd"]);
    expect(splitComment("x".repeat(1_000_000)).length).toBe(mostComments + 1);
    expect(splitComment("  ")).toEqual([]);
  });
});
