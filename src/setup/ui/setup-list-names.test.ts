import { expect, test } from "vitest";
import { setupListNames } from "./setup-list-names.ts";
import { salutationsPage, setupListPages } from "./setup-list-pages.ts";

test("every set-up list has a page, at the address that the overview leads to", () => {
  const pages = [...setupListPages, salutationsPage].map(({ resource }) => resource);

  expect(pages.toSorted()).toEqual(Object.values(setupListNames).toSorted());
});
