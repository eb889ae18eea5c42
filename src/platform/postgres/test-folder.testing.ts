import { chmodSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach } from "vitest";
import { type Holder, query } from "./holding.testing.ts";
import { layoutOf } from "./layout.ts";
import { findPostmaster, stopPostmaster } from "./postmaster.ts";

export const asRoot = process.getuid?.() === 0;

export interface TestFolder {
  /** Removed after the test. */
  temporary: string;
  /** For `RAPPORT_DATA`; does not exist yet. A test may name another one below `temporary`. */
  data: string;
}

/** A data folder for each test; a PostgreSQL left running in it is stopped. */
export function folderPerTest(): TestFolder {
  const folder: TestFolder = { temporary: "", data: "" };

  beforeEach(() => {
    // Closed to everybody else, as /root is, and no name a shell would like.
    folder.temporary = mkdtempSync(path.join(tmpdir(), "rapport-embedded-"));
    chmodSync(folder.temporary, 0o700);
    folder.data = path.join(folder.temporary, "Äänekosken myynti 'ja' tuki", "data");
  });

  afterEach(async () => {
    const { cluster } = layoutOf(folder.data);
    const left = existsSync(cluster) ? await findPostmaster(cluster) : undefined;
    if (left) await stopPostmaster(left.pid, cluster);
    rmSync(folder.temporary, { recursive: true, force: true });
  });

  return folder;
}

export async function isServed(folder: TestFolder): Promise<boolean> {
  return (await findPostmaster(layoutOf(folder.data).cluster)) !== undefined;
}

export async function addRow(postgres: Holder): Promise<void> {
  const table = "create table if not exists visit (id bigint generated always as identity)";
  await query(postgres.connectionString, table);
  await query(postgres.connectionString, "insert into visit default values");
}

export async function countRows(postgres: Holder): Promise<number> {
  return (await query(postgres.connectionString, "select id from visit")).length;
}
