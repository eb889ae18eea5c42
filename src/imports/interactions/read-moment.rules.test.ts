import { describe, expect, test } from "vitest";
import { type MomentSettings, readDate, readTime } from "./read-moment.rules.ts";

const settings: MomentSettings = { dateOrder: "dmy", timeZone: "Europe/Helsinki", today: "2026-11-23" };
const read = (text: string, others: Partial<MomentSettings> = {}) => {
  const moment = readDate(text, { ...settings, ...others });
  return moment && [moment.date, moment.time].filter((part) => part !== null).join(" ");
};

describe("days and moments as the wall clock showed them", () => {
  test.each([
    ["2024-04-03", "2024-04-03"],
    ["2024-4-3 9:05", "2024-04-03 09:05:00"],
    ["2024-04-03T09:05:30", "2024-04-03 09:05:30"],
    ["2024/04/03 09:05", "2024-04-03 09:05:00"],
    ["20240403", "2024-04-03"],
    ["20240403T090530", "2024-04-03 09:05:30"],
    ["3.4.2024", "2024-04-03"],
    ["03.04.2024 klo 9.05", "2024-04-03 09:05:00"],
    ["ke 3.4.2024", "2024-04-03"],
    ["3. 4. 2024", "2024-04-03"],
    ["3.4.24", "2024-04-03"],
    ["3.4.97", "1997-04-03"],
    ["3/4/2024", "2024-04-03"],
    ["3-4-2024 14:05", "2024-04-03 14:05:00"],
    ["3 Apr 2024", "2024-04-03"],
    ["3. huhtikuuta 2024 klo 14.05", "2024-04-03 14:05:00"],
    ["Apr 3, 2024, 2:05 PM", "2024-04-03 14:05:00"],
    ["April 3rd, 2024 12:05 am", "2024-04-03 00:05:00"],
    ["45385", "2024-04-03"],
    ["45385.5", "2024-04-03 12:00:00"],
    ["45385,25", "2024-04-03 06:00:00"],
    ["29.2.2024", "2024-02-29"],
    ["0001-01-01", "0001-01-01"],
    ["9999-12-31", "9999-12-31"],
  ])("%s is %s", (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test.each([
    ["2024-04-03T09:05:30Z", "2024-04-03 12:05:30"],
    ["2024-04-03T23:30:00-05:00", "2024-04-04 07:30:00"],
    ["Wed, 3 Apr 2024 09:05:00 +0200", "2024-04-03 10:05:00"],
    ["2024-04-03 09:05:00 UTC", "2024-04-03 12:05:00"],
    ["1712135100", "2024-04-03 12:05:00"],
    ["1712135100000", "2024-04-03 12:05:00"],
  ])("%s with its zone is %s in Helsinki", (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test.each([
    ["31.3.2024 3:30", "2024-03-31 03:30:00", "an hour that the clock skipped stays as it is written"],
    ["2024-03-31T01:30:00Z", "2024-03-31 04:30:00", "the hour after the gap"],
    ["2024-03-31T00:59:59Z", "2024-03-31 02:59:59", "the last second before it"],
    ["2024-10-27T00:30:00Z", "2024-10-27 03:30:00", "the first of two"],
    ["2024-10-27T01:30:00Z", "2024-10-27 03:30:00", "the second of two"],
  ])("around daylight saving time %s is %s: %s", (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test("which number is the day is a setting, except where dots or a year's place tell", () => {
    expect(read("3/4/2024", { dateOrder: "mdy" })).toBe("2024-03-04");
    expect(read("3.4.2024", { dateOrder: "mdy" })).toBe("2024-04-03");
    expect(read("2024/4/3", { dateOrder: "mdy" })).toBe("2024-04-03");
    expect(read("3/25/2024", { dateOrder: "mdy" })).toBe("2024-03-25");
    expect(read("3/25/2024")).toBeNull();
  });

  test.each([
    "",
    "yesterday",
    "31.4.2024",
    "29.2.2023",
    "2024-13-01",
    "0.0.2024",
    "2024-04-03 25:00",
    "2024-04-03 12:60",
    "3 Foo 2024",
    "3.4.2024 9.05 tai 10",
    "12345",
    "=TODAY()",
    "3.4.20244",
    `3.4.${"2".repeat(100_000)}`,
    `${" ".repeat(50_000)}3`,
  ])("%s is none", (text) => {
    expect(read(text)).toBeNull();
  });
});

test.each([
  ["14:05", "14:05:00"],
  ["klo 9.05", "09:05:00"],
  ["9:05:30", "09:05:30"],
  ["2 pm", "14:00:00"],
  ["12:30 AM", "00:30:00"],
  ["13 pm", null],
  ["24:00", null],
  ["9", null],
  ["noon", null],
])("the time %s is %s", (text, expected) => {
  expect(readTime(text)).toBe(expected);
});
