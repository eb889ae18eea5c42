import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { laterTexts } from "#web/later-texts.en.ts";

/** The paths of all texts: `users.list.title`. */
function pathsOf(node: object, path = ""): string[] {
  return Object.entries(node).flatMap(([key, value]) =>
    typeof value === "string" ? [`${path}${key}`] : pathsOf(value as object, `${path}${key}.`),
  );
}

/** The frame, the home page, and what modules add to navigation and palette. */
function isOnEveryPage(file: string): boolean {
  return /^(web\/(shell|widgets)|home\/ui)\/.*\.tsx?$|\/ui\/(module|setup-pages)\.ts$/.test(file);
}

test("what every page shows needs no text that comes later", () => {
  const later = new Set(pathsOf(laterTexts));
  const sources = readdirSync("src", { recursive: true, encoding: "utf8" }).filter(isOnEveryPage);
  const wrong = sources.flatMap((file) =>
    [...readFileSync(`src/${file}`, "utf8").matchAll(/(?:\w+Key: |\bt\()"([\w.]+)"/g)]
      .map(([, key = ""]) => key)
      .filter((key) => later.has(key))
      .map((key) => `${file}: ${key}`),
  );

  expect(sources.length).toBeGreaterThan(20);
  expect(wrong).toEqual([]);
});
