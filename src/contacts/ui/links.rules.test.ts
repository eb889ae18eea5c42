import { expect, test } from "vitest";
import { emailsOf, telHref, webHref, webLabel } from "./links.rules.ts";

test.each([
  ["+358 40 555 0101", "tel:+358405550101"],
  ["+44 (0)20 7946 0001", "tel:+442079460001"],
  ["040-555 0101", "tel:0405550101"],
  ["(09) 555 010", "tel:09555010"],
  ["?", null],
])("%s is called as %s", (phoneNo, href) => {
  expect(telHref(phoneNo)).toBe(href);
});

test("every address of a list is one of its own", () => {
  expect(emailsOf("aino@saimaa.example; tilaukset@saimaa.example")).toEqual([
    "aino@saimaa.example",
    "tilaukset@saimaa.example",
  ]);
  expect(emailsOf("no address")).toEqual(["no address"]);
});

test.each([
  ["www.saimaa.example", "https://www.saimaa.example/"],
  ["http://saimaa.example/fi", "http://saimaa.example/fi"],
  ["javascript:alert(1)", null],
  ["two words", null],
])("%s leads to %s", (homePage, href) => {
  expect(webHref(homePage)).toBe(href);
});

test("a home page is read without its protocol", () => {
  expect(webLabel("https://www.saimaa.example/")).toBe("www.saimaa.example");
});
