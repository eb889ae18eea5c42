import type { TransactionContext } from "#platform/db/transaction.ts";
import type { TableRow } from "#platform/files/index.ts";
import type { RowReport } from "./row-reports.ts";

/** What is done with the rows of one kind of file; reading, batches, the mark and the counts are the same for all. */
export interface RowImporter<Row, Report extends RowReport> {
  /** The file is read once for each, and the rows are stored that it takes. */
  readonly passes: readonly ((row: Row) => boolean)[];
  /** What the row means before it meets the data. */
  parse(row: TableRow): Row;
  /** Bytes that the row brings besides its cells: batches are bounded by them, too. */
  weigh?(row: Row): number;
  /** Stores rows with the same few statements however many they are; reports in the order of the rows. */
  store(tx: TransactionContext, rows: readonly Row[]): Promise<readonly Report[]>;
  /** Companies that were created along with the rows. */
  companiesCreated(reports: readonly Report[]): number;
  /** After the last row, in the transaction that ends the run: what was left for later. */
  finish?(tx: TransactionContext): Promise<void>;
  /** The batch was undone, because it is a dry run: remembers what it would have left behind. */
  remember(reports: readonly Report[]): void;
}
