import { randomBytes } from "node:crypto";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { unprivilegedAccount } from "./account.ts";
import { createCluster } from "./cluster.ts";
import { addressOf, ensureDatabase } from "./connect.ts";
import { freePort, launchPostgres } from "./launch.ts";
import { layoutOf } from "./layout.ts";
import { stopPostmaster } from "./postmaster.ts";
import { installedPrograms, programsIn } from "./programs.ts";
import { settingsForThrowaway } from "./settings.rules.ts";

export interface ThrowawayPostgres {
  /** Of the database `postgres`, as superuser, whatever its PostgreSQL. */
  readonly connectionString: string;
  /** Stops it for a while; its data stays. */
  pause(): Promise<void>;
  /** Starts it again after a {@link pause}, at the same address. */
  resume(): Promise<void>;
  /** Stops it and removes its folder. */
  stop(): Promise<void>;
}

/**
 * A PostgreSQL for one run of tests: a fresh cluster in a temporary folder, made like a real one but without
 * care for power cuts.
 *
 * @param binFolder a PostgreSQL other than the embedded one, such as `/usr/lib/postgresql/15/bin`
 */
export async function startThrowawayPostgres(binFolder?: string): Promise<ThrowawayPostgres> {
  const dataFolder = mkdtempSync(path.join(tmpdir(), "rapport-test-"));
  const removeFolder = () => rmSync(dataFolder, { recursive: true, force: true });
  try {
    const layout = layoutOf(dataFolder);
    // Before 16 initdb needs a path that its user may walk.
    chmodSync(dataFolder, 0o711);
    mkdirSync(layout.root, { mode: 0o711 });
    const password = randomBytes(12).toString("hex");
    writeFileSync(layout.password, password, { mode: 0o600 });

    const account = process.getuid?.() === 0 ? await unprivilegedAccount() : undefined;
    const programs = binFolder ? programsIn(binFolder) : await installedPrograms(account);
    await createCluster(layout, programs, account, { durable: false });
    const port = await freePort(null);
    const settings = settingsForThrowaway();
    const launch = { layout, programs, account, settings, password, log: () => {} };
    let pid: number;
    const endWithUs = () => process.kill(pid, "SIGQUIT");
    const resume = async () => {
      ({ pid } = await launchPostgres(launch, port));
      process.once("exit", endWithUs);
    };
    const pause = async () => {
      process.off("exit", endWithUs);
      await stopPostmaster(pid, layout.cluster);
    };
    await resume();
    await ensureDatabase(port, password);
    return {
      connectionString: addressOf(port, password, "postgres"),
      pause,
      resume,
      async stop() {
        await pause();
        removeFolder();
      },
    };
  } catch (error) {
    removeFolder();
    throw error;
  }
}
