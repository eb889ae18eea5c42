import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const root = path.resolve(import.meta.dirname, "../..");

/** SQL that writes what an entry is found by: a new entry, its texts, or the text of a comment. */
const writesWords =
  /insert\s+into\s+interaction_log_entries\b|update\s+interaction_log_entries\s[^`]*?\b(description|subject)\s*=|(insert\s+into|update)\s+interaction_comments\b/i;

test("whatever writes the texts of an interaction writes the words it is found by", () => {
  const writers = readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && !/(\.test|testing)\.ts$/.test(file))
    // Tries what is forbidden, on no row.
    .filter((file) => file !== "app/doctor/checks.ts")
    .map((file) => ({ file, source: readFileSync(path.join(root, file), "utf8") }))
    .filter(({ source }) => writesWords.test(source));

  expect(writers.map(({ file }) => file)).toEqual(
    expect.arrayContaining([
      "interactions/comments.commands.ts",
      "interactions/log-entries.commands.ts",
      "interactions/insert-entries.commands.ts",
    ]),
  );
  const silent = writers.filter(({ source }) => !/\bsearch_vector\b/.test(source));
  expect(silent.map(({ file }) => file)).toEqual([]);
});
