import { describe, expect, test } from "vitest";
import {
  readAmount,
  readAttemptFailed,
  readEvaluation,
  readInformationFlow,
  readInitiatedBy,
  readMinutes,
  readSeconds,
} from "./read-values.rules.ts";

test.each([
  ["10", 10],
  ["7,5", 8],
  ["0:10", 10],
  ["1:30", 90],
  ["00:10:29", 10],
  ["00:10:30", 11],
  ["1 h 15 min", 75],
  ["1,5 h", 90],
  ["45 minuuttia", 45],
  ["90 s", 2],
  ["PT1H15M", 75],
  ["", null],
  ["-5", null],
  ["1:75", null],
  ["soon", null],
  ["h", null],
])("%s lasts %s minutes", (text, minutes) => {
  expect(readMinutes(text)).toBe(minutes);
});

test.each([
  ["0", 0],
  ["29", 0],
  ["90", 2],
  ["600", 10],
  ["1:30", null],
])("%s seconds are %s minutes", (text, minutes) => {
  expect(readSeconds(text)).toBe(minutes);
});

test.each([
  ["8", 8],
  ["8,50", 8.5],
  ["8.50 €", 8.5],
  ["EUR 8.50", 8.5],
  ["1 234,50", 1234.5],
  ["1\u00a0234,50 €", 1234.5],
  ["1,234.50", 1234.5],
  ["1.234,50", 1234.5],
  ["1,234,567", 1_234_567],
  ["$1'234.50", 1234.5],
  ["0.12345", 0.12345],
  ["1,234", null],
  ["1,23,456", null],
  ["1.2.3,4", null],
  ["-8", null],
  ["8 or 9", null],
  ["=1+1", null],
])("the amount %s is %s", (text, amount) => {
  expect(readAmount(text)).toBe(amount);
});

describe("words in English and Finnish", () => {
  test.each([
    ["Outbound", "outbound"],
    ["Lähtevä", "outbound"],
    ["SAAPUVA", "inbound"],
    ["INCOMING_EMAIL", "inbound"],
    ["none", null],
    ["sideways", undefined],
  ])("flow %s is %s", (text, expected) => {
    expect(readInformationFlow(text)).toBe(expected);
  });

  test.each([
    ["Us", "us"],
    ["Me", "us"],
    ["Kontakti", "them"],
    ["nobody", undefined],
  ])("initiator %s is %s", (text, expected) => {
    expect(readInitiatedBy(text)).toBe(expected);
  });

  test.each([
    ["Very positive", "veryPositive"],
    ["veryPositive", "veryPositive"],
    ["Erittäin kielteinen", "veryNegative"],
    ["Neutraali", "neutral"],
    ["5", undefined],
  ])("evaluation %s is %s", (text, expected) => {
    expect(readEvaluation(text)).toBe(expected);
  });

  test.each([
    ["yes", true],
    ["Ei", false],
    ["No answer", true],
    ["NO_ANSWER", true],
    ["Not Held", true],
    ["Connected", false],
    ["Planned", undefined],
  ])("failed %s is %s", (text, expected) => {
    expect(readAttemptFailed(text)).toBe(expected);
  });
});
