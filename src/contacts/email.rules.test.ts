import fc from "fast-check";
import { expect, test } from "vitest";
import {
  checkEmailList,
  checkSingleEmail,
  isEmailAddress,
  parseEmailList,
  searchEmailOf,
} from "./email.rules.ts";

test.each(["a@x.com", "anna.berg+news@mail.example.org", "ä@öljy.fi", "o'neil@x-y.co"])(
  "%s is an address",
  (text) => {
    expect(isEmailAddress(text)).toBe(true);
  },
);

test.each([
  "",
  "wrong.org",
  "a@x",
  "a@.com",
  "a@x.c",
  "a@x.",
  "a@x..com",
  "@x.com",
  "a@b@x.com",
  "a b@x.com",
  "<a@x.com>",
  "a@x.com|b@y.org",
  "a@x.com\u0000",
])("%j is none", (text) => {
  expect(isEmailAddress(text)).toBe(false);
});

test("CON-018 addresses are separated by semicolons only, blank is fine", () => {
  expect(parseEmailList("a@x.com; b@y.org")).toEqual({ valid: true, addresses: ["a@x.com", "b@y.org"] });
  expect(parseEmailList("a@x.com, b@y.org")).toMatchObject({ valid: false });
  expect(parseEmailList("a@x.com|b@y.org")).toMatchObject({ valid: false });
  expect(parseEmailList("a@x.com b@y.org")).toMatchObject({ valid: false });
  expect(parseEmailList(null)).toEqual({ valid: true, addresses: [] });
  expect(parseEmailList("  ")).toEqual({ valid: true, addresses: [] });
});

test("CON-019 the refusal names the part that is wrong", () => {
  expect(checkEmailList("email", "a@x.com; wrong.org")).toEqual([
    { path: "email", code: "contact_email", values: { offending: "wrong.org" } },
  ]);
});

test("a semicolon too many is forgiven at the ends, not between addresses", () => {
  expect(parseEmailList("; a@x.com;")).toEqual({ valid: true, addresses: ["a@x.com"] });
  expect(parseEmailList("a@x.com;;b@y.org")).toEqual({ valid: false, offending: ";" });
  expect(parseEmailList(";")).toEqual({ valid: false, offending: ";" });
});

test("a list is valid exactly if every address is", () => {
  const part = fc.oneof(fc.emailAddress(), fc.constantFrom("wrong.org", "a@x", "a b@x.com"));
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 4 }), (parts) => {
      expect(parseEmailList(parts.join(" ; ")).valid).toBe(parts.every(isEmailAddress));
    }),
  );
});

test("the second e-mail is one address", () => {
  expect(checkSingleEmail("email2", null)).toEqual([]);
  expect(checkSingleEmail("email2", "a@x.com")).toEqual([]);
  expect(checkSingleEmail("email2", "a@x.com;b@y.org")).toMatchObject([
    { path: "email2", code: "contact_email" },
  ]);
});

test("e-mails are found in upper case", () => {
  expect(searchEmailOf("Anna@x.com")).toBe("ANNA@X.COM");
  expect(searchEmailOf(null)).toBeNull();
});
