import os from "node:os";
import type pg from "pg";

/** Where the figures come from; without it they mean nothing. */
export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGb: number;
  readonly system: string;
  readonly node: string;
  readonly postgres: string;
  readonly databaseGb: number;
  /** Average over the last minute, before the first measure. */
  readonly loadAverage: number;
}

export async function describeMachine(owner: pg.Client): Promise<Machine> {
  const { rows } = await owner.query<{ version: string; size: number }>(
    "select current_setting('server_version') as version, pg_database_size(current_database()) as size",
  );
  const gb = 1024 ** 3;
  return {
    cpu: os.cpus()[0]?.model.trim() ?? os.arch(),
    cores: os.availableParallelism(),
    memoryGb: Math.round(os.totalmem() / gb),
    system: `${os.type()} ${os.release()}`,
    node: process.version,
    postgres: rows[0]!.version,
    databaseGb: Math.round((rows[0]!.size / gb) * 10) / 10,
    loadAverage: Math.round((os.loadavg()[0] ?? 0) * 100) / 100,
  };
}
