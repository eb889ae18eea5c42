import { expect, test } from "vitest";
import { readFileName } from "./file-name.rules.ts";

test.each([
  ["contacts.csv", undefined, "contacts.csv"],
  ["Asiakkaat%20%C3%A4%C3%B6.xlsx", undefined, "Asiakkaat äö.xlsx"],
  ["UTF-8''na%C3%AFve.csv", undefined, "naïve.csv"],
  ["100%.csv", undefined, "100%.csv"],
  ["..%2F..%2Fetc%2Fpasswd", undefined, "passwd"],
  ["C:\\lists\\one.csv", undefined, "one.csv"],
  [undefined, "two.vcf", "two.vcf"],
  [undefined, " ", null],
  [undefined, undefined, null],
  ["a%00b%0D%0A.csv", undefined, "ab.csv"],
])("header %s, query %s", (header, query, name) => {
  expect(readFileName(header, query)).toBe(name);
});

test("a long name is cut", () => {
  expect(readFileName("ä".repeat(300), undefined)).toBe("ä".repeat(200));
});
