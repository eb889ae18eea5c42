import { chmodSync, existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { asFolderError } from "./errors.ts";

/** Where the embedded PostgreSQL keeps its things: all below `<RAPPORT_DATA>/postgres`. */
export interface Layout {
  readonly dataFolder: string;
  readonly root: string;
  /** PostgreSQL's data directory. It has this name only once it is complete. */
  readonly cluster: string;
  /** A data directory in the making; what is left of one is thrown away. */
  readonly unfinishedCluster: string;
  readonly password: string;
  /** The port of the last start, so that the next one uses it again. */
  readonly port: string;
  readonly log: string;
  /** Held by the one server of this folder. */
  readonly serverLock: string;
  /** Held, shared, by every process that uses the running PostgreSQL. */
  readonly usersLock: string;
  /** Held while PostgreSQL is being started or stopped. */
  readonly transitionLock: string;
}

export function layoutOf(dataFolder: string): Layout {
  const root = path.join(dataFolder, "postgres");
  return {
    dataFolder,
    root,
    cluster: path.join(root, "cluster"),
    unfinishedCluster: path.join(root, "cluster.unfinished"),
    password: path.join(root, "password"),
    port: path.join(root, "port"),
    log: path.join(root, "postgres.log"),
    serverLock: path.join(root, "server.lock"),
    usersLock: path.join(root, "users.lock"),
    transitionLock: path.join(root, "transition.lock"),
  };
}

/**
 * Makes the folders and shows that they can be written.
 *
 * Under root the account of PostgreSQL has to pass through `root`, hence 0711; what lies in it is 0600 or 0700.
 *
 * @throws PostgresStartError `folder_not_writable`, `disk_full`
 */
export function prepareFolders(layout: Layout): void {
  const probe = path.join(layout.root, `write-probe-${process.pid}`);
  try {
    mkdirSync(layout.root, { recursive: true });
    chmodSync(layout.root, process.getuid?.() === 0 ? 0o711 : 0o700);
    writeFileSync(probe, "written to see whether there is room\n", { mode: 0o600, flush: true });
    rmSync(probe, { force: true });
    for (const lock of [layout.serverLock, layout.usersLock, layout.transitionLock]) {
      if (!existsSync(lock)) writeFileSync(lock, "", { mode: 0o600, flag: "a" });
    }
  } catch (error) {
    removeQuietly(probe);
    throw asFolderError(error, layout.dataFolder);
  }
}

/** Tidies up after a failure whose cause matters more than what cannot be removed. */
export function removeQuietly(place: string): void {
  try {
    rmSync(place, { recursive: true, force: true });
  } catch {
    // Whoever finds it later removes it before anything else.
  }
}
