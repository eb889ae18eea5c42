import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const root = path.resolve(import.meta.dirname, "..");

/** Columns that sums are kept by, are made of, or that say whether an entry counts. */
const counted =
  /\b(happened_at|template_id|group_id|salesperson_id|campaign_id|evaluation|cost|duration_min|attempt_failed|campaign_target|campaign_response|canceled|postponed)\s*=/;

/** Whether the SQL changes what the statistics say. */
function changesSums(sql: string): boolean {
  if (/^delete/i.test(sql)) return !/\bpostponed\b/.test(sql.slice(0, 200));
  if (/^insert/i.test(sql)) return true;
  return counted.test(sql.slice(0, sql.search(/\swhere\s/i)));
}

/** The rest of the file from each place where SQL writes to the log. */
function writesIn(source: string): string[] {
  const writes = source.matchAll(/\b(insert\s+into|update|delete\s+from)\s+interaction_log_entries\b/gi);
  return [...writes].map((write) => source.slice(write.index));
}

test("whatever changes what the log adds up to says which days it changed", () => {
  const writers = readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && !/(\.test|testing)\.ts$/.test(file))
    // Comes to nothing: tries what is forbidden, on no row.
    .filter((file) => !file.startsWith("statistics/") && file !== "app/doctor/checks.ts")
    .map((file) => ({ file, source: readFileSync(path.join(root, file), "utf8") }))
    .filter(({ source }) => writesIn(source).some(changesSums));

  const silent = writers.filter(({ source }) => !/changedDaysOf\(|interaction_changed_days/.test(source));

  expect(writers.map(({ file }) => file)).toEqual(
    expect.arrayContaining([
      "interactions/insert-entries.commands.ts",
      "interactions/log-entries.commands.ts",
    ]),
  );
  expect(silent.map(({ file }) => file)).toEqual([]);
});
