import { expect, test } from "vitest";
import { rights, rightsOfRole } from "../rights.rules.ts";
import { areas, groupRights } from "./right-areas.rules.ts";
import { usersUiTexts } from "./texts.en.ts";

test("every right belongs to one area and has a text", () => {
  const grouped = groupRights(rights);

  expect(grouped.flatMap((group) => group.rights).sort()).toEqual([...rights].sort());
  expect(grouped.every(({ area }) => areas.includes(area))).toBe(true);
  for (const right of rights) {
    const [word = "", verb = ""] = right.split(".");
    const texts = usersUiTexts.rights as Record<string, Record<string, string>>;
    expect(texts[word]?.[verb], right).toBeTruthy();
  }
});

test("areas in which a role may do nothing are left out", () => {
  const ofViewer = groupRights(rightsOfRole.viewer).map(({ area }) => area);

  expect(ofViewer).not.toContain("administration");
  expect(ofViewer[0]).toBe("contacts");
});
