import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const root = path.resolve(import.meta.dirname, "..");

/** Recording a postponed interaction deletes it too, but it goes on under its number; erasing has the whole trail blanked. */
const keepsItsTrail = ["interactions/drafts/record-draft.ts", "privacy/erase/blank-records.ts"];

test("whatever deletes interactions forgets what the trail said of them", () => {
  const deleting = readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter(
      (file) => file.endsWith(".ts") && !/(\.test|testing)\.ts$/.test(file) && !file.startsWith("bench/"),
    )
    .filter((file) => !keepsItsTrail.includes(file) && file !== "app/doctor/checks.ts")
    .map((file) => ({ file, source: readFileSync(path.join(root, file), "utf8") }))
    .filter(({ source }) => /delete\s+from\s+interaction_log_entries\b/i.test(source));

  expect(deleting.map(({ file }) => file)).toContain("interactions/log-entries.commands.ts");
  expect(deleting.filter(({ source }) => !/forgetTrail\(/.test(source)).map(({ file }) => file)).toEqual([]);
});
