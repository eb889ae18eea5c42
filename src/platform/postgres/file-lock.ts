import { DatabaseSync } from "node:sqlite";
import { setTimeout as sleep } from "node:timers/promises";

/** A lock of the operating system: it ends with the process, however that ends. */
export interface FileLock {
  release(): void;
}

const SQLITE_BUSY = 5;
const RETRY_MS = 50;

/**
 * Locks a file, or returns undefined when somebody else's lock stands against it.
 *
 * Node has no call for file locks; SQLite, which it brings along, takes the very ones of the operating
 * system. The file stays empty. Works between processes and within one.
 */
export function tryLock(file: string, mode: "shared" | "exclusive"): FileLock | undefined {
  const database = new DatabaseSync(file, { timeout: 0 });
  try {
    if (mode === "exclusive") {
      database.exec("begin exclusive");
    } else {
      database.exec("begin");
      // Only the first read takes the shared lock.
      database.prepare("select count(*) from sqlite_master").get();
    }
  } catch (error) {
    database.close();
    if (error instanceof Error && "errcode" in error && error.errcode === SQLITE_BUSY) return undefined;
    throw error;
  }
  let held = true;
  return {
    release() {
      if (held) database.close();
      held = false;
    },
  };
}

/** Like {@link tryLock}, but waits for at most `timeoutMs`. */
export async function lockWithin(
  file: string,
  mode: "shared" | "exclusive",
  timeoutMs: number,
): Promise<FileLock | undefined> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const lock = tryLock(file, mode);
    if (lock || Date.now() >= deadline) return lock;
    await sleep(RETRY_MS);
  }
}
