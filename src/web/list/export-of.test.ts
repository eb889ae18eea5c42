import { expect, test } from "vitest";
import { exportOf } from "./export-of.ts";

test("the file has the filters and the order of the list, and words above its columns", () => {
  const href = exportOf({ path: "/interaction-templates" });

  expect(href({ format: "xlsx", headers: "captions" }, { search: "a&b", sort: "-code" })).toBe(
    "/api/v1/exports/interaction-templates?search=a%26b&sort=-code&format=xlsx&headers=captions",
  );
});

test("a filter cannot stand in for what was chosen", () => {
  const href = exportOf({ path: "/contacts" });

  expect(href({ format: "csv" }, { format: "vcard" })).toBe("/api/v1/exports/contacts?format=csv");
});
