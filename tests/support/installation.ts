import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { addressOf } from "#platform/postgres/connect.ts";
import { layoutOf } from "#platform/postgres/layout.ts";
import { endOrphans, findPostmaster, readPidFile, stopPostmaster } from "#platform/postgres/postmaster.ts";
import { readPassword } from "#platform/postgres/supervisor.ts";
import { until } from "./until.ts";

export const cli = path.resolve(import.meta.dirname, "../../src/app/cli.ts");

/** The real program, as a process of its own. */
export interface Launched {
  readonly child: ChildProcess;
  stdout(): string;
  stderr(): string;
  /** Exit code, `null` when a signal ended it. */
  readonly exit: Promise<number | null>;
}

export interface RunningServer extends Launched {
  readonly url: string;
  /** `kill -9`, and waits until it is gone. */
  kill(): Promise<void>;
  /** Stops it in order; throws what it said when that does not end with 0. */
  stop(): Promise<void>;
}

type Settings = Readonly<Record<string, string>>;

/**
 * An installation of Rapport in a temporary folder: no demo company, any free port, a database of its own unless the
 * settings name one. {@link Installation.remove} leaves nothing behind, whatever state a failed test left it in.
 */
export class Installation {
  /** Removed in the end. */
  readonly folder = mkdtempSync(path.join(tmpdir(), "rapport-faults-"));
  readonly dataFolder: string;
  readonly #settings: Settings;
  readonly #launched: Launched[] = [];

  /** @param options.dataFolder name below `folder` */
  constructor(options: { dataFolder?: string; settings?: Settings } = {}) {
    this.dataFolder = path.join(this.folder, options.dataFolder ?? "data");
    this.#settings = options.settings ?? {};
  }

  launch(args: readonly string[], settings: Settings = {}): Launched {
    const child = spawn(process.execPath, [cli, ...args], {
      // Elsewhere, so that no .env is read.
      cwd: this.folder,
      env: {
        PATH: process.env.PATH,
        RAPPORT_DATA: this.dataFolder,
        RAPPORT_DEMO: "0",
        PORT: "0",
        ...this.#settings,
        ...settings,
      },
    });
    const said = { stdout: "", stderr: "" };
    child.stdout.on("data", (chunk) => {
      said.stdout += chunk;
    });
    child.stderr.on("data", (chunk) => {
      said.stderr += chunk;
    });
    const exit = new Promise<number | null>((resolve) => child.once("close", resolve));
    const launched = { child, exit, stdout: () => said.stdout, stderr: () => said.stderr };
    this.#launched.push(launched);
    return launched;
  }

  /** Starts the server and waits until it says where it is. */
  async start(settings: Settings = {}): Promise<RunningServer> {
    const launched = this.launch(["start"], settings);
    const hasEnded = () => launched.child.exitCode !== null || launched.child.signalCode !== null;
    await until(
      "the server says its address",
      () => hasEnded() || /is running at \S+\n/.test(launched.stdout()),
      60_000,
    );
    const url = /is running at (\S+)/.exec(launched.stdout())?.[1];
    if (!url) throw new Error(`the server did not start:\n${launched.stderr()}`);
    return {
      ...launched,
      url,
      async kill() {
        launched.child.kill("SIGKILL");
        await launched.exit;
      },
      async stop() {
        launched.child.kill("SIGTERM");
        const code = await launched.exit;
        if (code !== 0)
          throw new Error(`ended with ${code}, saying at last:\n${lastLines(launched.stderr())}`);
      },
    };
  }

  /** Runs a command to its end. */
  async run(
    args: readonly string[],
    settings: Settings = {},
  ): Promise<{ code: number | null; stdout: string; stderr: string }> {
    const launched = this.launch(args, settings);
    const code = await launched.exit;
    return { code, stdout: launched.stdout(), stderr: launched.stderr() };
  }

  /** A fresh API token of an administrator. */
  async adminToken(settings: Settings = {}): Promise<string> {
    const { code, stdout, stderr } = await this.run(["token", "create", "--role", "admin"], settings);
    if (code !== 0) throw new Error(`no token: ${stderr}`);
    return stdout.trim();
  }

  /** Address of the running embedded database, as its owner. */
  databaseUrl(): string {
    const layout = layoutOf(this.dataFolder);
    return addressOf(readPidFile(layout.cluster)?.port ?? 0, readPassword(layout));
  }

  /** The process of the embedded database; `undefined` when none runs. */
  postmasterPid(): number | undefined {
    const { cluster } = layoutOf(this.dataFolder);
    return existsSync(cluster) ? readPidFile(cluster)?.pid : undefined;
  }

  /** Ends every process of this installation and deletes its folder. */
  async remove(): Promise<void> {
    await this.endAll();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Ends every process of this installation, whatever it is doing. */
  async endAll(): Promise<void> {
    for (const { child } of this.#launched) child.kill("SIGKILL");
    await Promise.all(this.#launched.map(({ exit }) => exit));
    const { cluster } = layoutOf(this.dataFolder);
    if (existsSync(cluster)) {
      const left = await findPostmaster(cluster);
      if (left) await stopPostmaster(left.pid, cluster);
      endOrphans(cluster);
    }
  }
}

function lastLines(text: string): string {
  return text.trimEnd().split("\n").slice(-60).join("\n");
}
