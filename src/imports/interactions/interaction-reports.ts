import type { LogEntry } from "#interactions/log-entry.contract.ts";
import type { RowReport } from "../row-reports.ts";
import type { SourceKey } from "./source-keys.ts";

/** What became of a row about an interaction. */
export interface InteractionReport extends RowReport {
  /** What was recorded. */
  readonly entry: LogEntry | null;
  readonly key: SourceKey;
}
