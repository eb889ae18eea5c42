import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const root = path.resolve(import.meta.dirname, "..");

/** Write only what no sums are made of, or undo what they do. */
const mayStaySilent = new Set([
  // The link to a deleted opportunity.
  "opportunities/opportunities.commands.ts",
  // The number of comments.
  "interactions/comments.commands.ts",
  // Tries in vain what is forbidden.
  "app/doctor/checks.ts",
]);

test("whatever writes to the log says which days it changed", () => {
  const writers = readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts") && !file.endsWith("testing.ts"))
    .filter((file) => !file.startsWith("statistics/") && !mayStaySilent.has(file))
    .filter((file) =>
      /\b(insert\s+into|update|delete\s+from)\s+interaction_log_entries\b|(insertInto|updateTable|deleteFrom)\("interaction_log_entries"\)/.test(
        readFileSync(path.join(root, file), "utf8"),
      ),
    );

  const silent = writers.filter(
    (file) => !/changedDaysOf\(|interaction_changed_days/.test(readFileSync(path.join(root, file), "utf8")),
  );

  expect(writers.length).toBeGreaterThan(2);
  expect(silent).toEqual([]);
});
