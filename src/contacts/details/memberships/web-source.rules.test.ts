import { expect, test } from "vitest";
import { launchUrl } from "./web-source.rules.ts";

test("CON-052 a web source opens its address with the search word", () => {
  expect(launchUrl("https://s.test/?q=%1", "steel")).toBe("https://s.test/?q=steel");
});

test.each([
  ["https://s.test/?q=%1", "wood & wire", "https://s.test/?q=wood%20%26%20wire"],
  ["https://s.test/%1/of/%1", "ä/b", "https://s.test/%C3%A4%2Fb/of/%C3%A4%2Fb"],
  ["https://s.test/?q=%1", "$& %1", "https://s.test/?q=%24%26%20%251"],
  ["https://s.test/?q=%1", null, "https://s.test/?q="],
  ["https://s.test/", "steel", "https://s.test/"],
])("%s with %s opens %s", (url, word, opened) => {
  expect(launchUrl(url, word)).toBe(opened);
});

test("a web source without an address opens nothing", () => {
  expect(launchUrl(null, "steel")).toBeNull();
});
