import { z } from "zod";

/**
 * A backup is one gzip file of UTF-8 text:
 *
 *     {"format":"rapport-backup","formatVersion":1, …}      the header: BackupHeader
 *     {"table":"salespeople","columns":["id","code", …]}    a table, those it refers to before it
 *     1\tAH\tAino Haapala …                                 its rows as PostgreSQL's COPY writes them (text format)
 *     \.                                                    the end of its rows; no row looks like this
 *     …
 *     {"rows":{"salespeople":1, …}}                         the footer: without it the file is not complete
 *
 * One snapshot of the database: whatever was committed when it began, nothing that came later.
 */
export const backupFormat = "rapport-backup";

export const BackupHeader = z.object({
  format: z.literal(backupFormat),
  formatVersion: z.literal(1),
  createdAt: z.iso.datetime(),
  /** Version of the program that wrote it. */
  program: z.string(),
  /** The migrations its tables come from. */
  migrations: z.array(z.string()).min(1),
  /** Where every sequence stands. */
  sequences: z.array(
    z.object({ name: z.string(), lastValue: z.string().regex(/^-?\d+$/), isCalled: z.boolean() }),
  ),
});
export type BackupHeader = z.infer<typeof BackupHeader>;

export const TableHeader = z.object({ table: z.string(), columns: z.array(z.string()).min(1) });
export const BackupFooter = z.object({ rows: z.record(z.string(), z.int()) });

/** Ends the rows of a table. */
export const endOfRows = "\\.";

export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
