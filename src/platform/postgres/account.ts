import { existsSync, statSync } from "node:fs";
import { PostgresStartError } from "./errors.ts";
import type { Layout } from "./layout.ts";
import { type Account, lastLines, runProgram } from "./run-program.ts";

const QUESTION_MS = 10_000;
const CREATED_ACCOUNT = "rapport-postgres";

/**
 * The account PostgreSQL is to run as; undefined means as we ourselves, who are not root.
 *
 * PostgreSQL refuses to run as root. The owner of an existing cluster wins; for a new one it is `postgres`
 * where that exists, else a system user made for the purpose.
 *
 * @throws PostgresStartError `not_permitted`, `no_account`
 */
export async function chooseAccount(layout: Layout): Promise<Account | undefined> {
  const ourUid = process.getuid?.();
  const cluster = existsSync(layout.cluster) ? statSync(layout.cluster) : undefined;
  if (ourUid !== 0) {
    if (cluster && cluster.uid !== ourUid) {
      throw new PostgresStartError(
        "not_permitted",
        `The database in ${layout.cluster} belongs to another user (uid ${cluster.uid}). Run Rapport as that user or as root.`,
      );
    }
    return undefined;
  }
  if (!cluster) return unprivilegedAccount();
  if (cluster.uid !== 0) return { name: `uid ${cluster.uid}`, uid: cluster.uid, gid: cluster.gid };
  const account = await unprivilegedAccount();
  throw new PostgresStartError(
    "not_permitted",
    `The database in ${layout.cluster} belongs to root, and PostgreSQL does not run as root. Run: chown -R ${account.name} '${layout.cluster}' '${layout.password}'`,
  );
}

/**
 * An account other than root for PostgreSQL: an existing `postgres`, else one that is made.
 *
 * @throws PostgresStartError `no_account`
 */
export async function unprivilegedAccount(): Promise<Account> {
  const existing = (await accountNamed("postgres")) ?? (await accountNamed(CREATED_ACCOUNT));
  if (existing) return existing;
  const options = { timeoutMs: QUESTION_MS };
  const useradd = await runProgram(
    "useradd",
    ["--system", "--user-group", "--no-create-home", CREATED_ACCOUNT],
    options,
  );
  // Alpine has adduser instead.
  if (useradd.exitCode !== 0) await runProgram("adduser", ["-S", "-D", "-H", CREATED_ACCOUNT], options);
  const created = await accountNamed(CREATED_ACCOUNT);
  if (created) return created;
  throw new PostgresStartError(
    "no_account",
    `PostgreSQL does not run as root, and no user could be made for it (${lastLines(useradd.output)}). Run Rapport as another user, make a user named postgres, or set DATABASE_URL.`,
  );
}

async function accountNamed(name: string): Promise<Account | undefined> {
  const [uid, gid] = await Promise.all([
    runProgram("id", ["-u", name], { timeoutMs: QUESTION_MS }),
    runProgram("id", ["-g", name], { timeoutMs: QUESTION_MS }),
  ]);
  if (uid.exitCode !== 0 || gid.exitCode !== 0) return undefined;
  return { name, uid: Number(uid.output), gid: Number(gid.output) };
}
