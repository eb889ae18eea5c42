/** The problems of a run by what they are: a thousand rows with the same fault are one line to read. */

import type { ErrorValues } from "#platform/errors.ts";
import type { ImportField } from "./import-settings.rules.ts";

export interface Reason {
  readonly isWarning: boolean;
  readonly field: ImportField | null;
  readonly code: string;
  readonly count: number;
  /** Of the first such problem: an example. */
  readonly values: ErrorValues;
}

/** The reasons with the issues of another batch, errors before warnings, in the order in which they came up. */
export function addReasons(
  reasons: readonly Reason[],
  issues: readonly Omit<Reason, "count">[],
): readonly Reason[] {
  const counted = new Map(reasons.map((reason) => [keyOf(reason), reason]));
  for (const issue of issues) {
    const key = keyOf(issue);
    const { isWarning, field, code, values } = issue;
    const before = counted.get(key) ?? { isWarning, field, code, values, count: 0 };
    counted.set(key, { ...before, count: before.count + 1 });
  }
  return [...counted.values()].sort((one, other) => Number(one.isWarning) - Number(other.isWarning));
}

function keyOf({ isWarning, field, code }: Omit<Reason, "count" | "values">): string {
  return `${isWarning} ${field} ${code}`;
}
