import { spawnSync } from "node:child_process";
import { realpathSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

let listsAreFresh = false;

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
export const binFolder = path.join(root, "node_modules", ".bin");

/** A message for the person at the terminal: the work cannot go on, and this is what to do. */
export class Stop extends Error {}

/** Runs a program, its output on our standard error; false when it fails. */
export function run(program, args, { cwd = root, env = withProjectNode() } = {}) {
  // Standard output stays clean: `rapport token create` prints nothing but the token there.
  return spawnSync(program, args, { cwd, env, stdio: ["inherit", 2, 2] }).status === 0;
}

/** What a program prints, trimmed; undefined when it fails. */
export function ask(program, args, { cwd = root, env = withProjectNode() } = {}) {
  const answer = spawnSync(program, args, { cwd, env, encoding: "utf8" });
  return answer.status === 0 ? answer.stdout.trim() : undefined;
}

export function say(line) {
  process.stderr.write(`${line}\n`);
}

/** The environment in which `node` is the one the project brings. */
export function withProjectNode() {
  return withPath([binFolder, ...foldersOfPath()]);
}

/** The environment in which `node` is the machine's own, or the one in `first`. */
export function withoutProjectNode(first = []) {
  return withPath([...first, ...foldersOfPath()]);
}

function withPath(folders) {
  return { ...process.env, PATH: folders.join(path.delimiter) };
}

function foldersOfPath() {
  const modules = path.join(root, "node_modules");
  return (process.env.PATH ?? "").split(path.delimiter).filter((folder) => !folder.startsWith(modules));
}

/** Whether a program is in the PATH. */
export function isInstalled(program) {
  return ask("/bin/sh", ["-c", 'command -v -- "$1"', "sh", program]) !== undefined;
}

/** Whether we may install Debian packages. */
export function mayUseApt() {
  return process.platform === "linux" && process.getuid?.() === 0 && isInstalled("apt-get");
}

/** Installs Debian packages; the lists are fetched once per run. False when it fails. */
export function aptInstall(...packages) {
  const env = { ...withoutProjectNode(), DEBIAN_FRONTEND: "noninteractive" };
  if (!listsAreFresh) listsAreFresh = run("apt-get", ["update", "-qq"], { env });
  const keepOurs = ["-o", "Dpkg::Options::=--force-confold"];
  return run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...keepOurs, ...packages], {
    env,
  });
}

/** The path of npm's own script: the npm that called us, else the one in the PATH. */
export function npmScript() {
  const caller = process.env.npm_execpath;
  if (caller && path.basename(caller) === "npm-cli.js") return caller;
  const found = ask("/bin/sh", ["-c", "command -v npm"], { env: withoutProjectNode() });
  if (!found) throw new Stop("npm is not in the PATH. Install npm, then run this again.");
  return realpathSync(found);
}
