import { expect, test } from "vitest";
import { tabOf, tabsOf } from "./tabs.ts";

test("a tab without a section is not shown", () => {
  expect(tabsOf([])).toEqual(["overview", "details", "changes"]);
  expect(tabsOf([{ tab: "comments" }, { tab: "addresses" }, { tab: "facts" }])).toEqual([
    "overview",
    "details",
    "addresses",
    "comments",
    "changes",
  ]);
});

test("the address line opens a tab that is there, and the first one otherwise", () => {
  const tabs = tabsOf([{ tab: "comments" }]);

  expect(tabOf({ tab: "comments" }, tabs)).toBe("comments");
  expect(tabOf({ tab: "profile" }, tabs)).toBe("overview");
  expect(tabOf({}, tabs)).toBe("overview");
});
