import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { ask, npmScript, root, run, Stop, say, withoutProjectNode } from "./run.mjs";

/** npm leaves out optional packages that do not like the Node it runs on; all like this one. */
const NODE_MAJOR = 24;

/**
 * Installs exactly what package-lock.json lists, unless it is there.
 *
 * @param {{ development: boolean }} needs whether tests and checks are to run, too
 */
export function ensureInstalled({ development }) {
  const lock = readJson("package-lock.json");
  if (isInstalledAs(lock, development)) return;
  say("Installing packages (npm ci) …");
  const temporary = mkdtempSync(path.join(tmpdir(), "rapport-node-"));
  try {
    const node = suitableNode(lock, temporary);
    const env = withoutProjectNode([path.dirname(node)]);
    if (!run(node, [npmScript(), "ci", "--no-fund", "--no-audit"], { env })) {
      throw new Stop("npm ci failed; the lines above say why.");
    }
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
  if (!existsSync(path.join(root, "node_modules", ".bin", "node"))) {
    throw new Stop(
      "npm did not run install scripts. Allow them (npm config delete ignore-scripts) and try again.",
    );
  }
}

/** Whether node_modules holds every package of the lock file in its version; other platforms' are left aside. */
function isInstalledAs(lock, development) {
  const installed = readJson("node_modules/.package-lock.json")?.packages;
  if (!installed || !existsSync(path.join(root, "node_modules", ".bin", "node"))) return false;
  return Object.entries(lock.packages).every(([place, wanted]) => {
    const found = installed[place];
    if (place === "" || (found && found.version === wanted.version)) return true;
    if (found) return false;
    return wanted.optional || wanted.devOptional || wanted.peer || (wanted.dev && !development);
  });
}

/**
 * A Node to run npm with: ours or the machine's when new enough, else one fetched for the moment – which npm
 * keeps in its cache, so that the installation proper does not fetch it again. It must not lie in node_modules,
 * which `npm ci` removes.
 */
function suitableNode(lock, temporary) {
  const own = ask("node", ["--print", "process.execPath"], { env: withoutProjectNode() });
  const major = Number(
    ask("node", ["--print", "process.versions.node.split('.')[0]"], { env: withoutProjectNode() }),
  );
  if (own && major >= NODE_MAJOR) return own;
  if (!own) throw new Stop("node is not in the PATH. Install Node.js 20 or newer, then run this again.");

  const { version } = lock.packages["node_modules/node"];
  say(`Fetching Node ${version} (this machine has ${major}) …`);
  const needed = { private: true, dependencies: { node: version }, allowScripts: { node: true } };
  writeFileSync(path.join(temporary, "package.json"), JSON.stringify(needed));
  const args = ["install", "--no-package-lock", "--no-fund", "--no-audit", "--loglevel=error"];
  const env = withoutProjectNode([path.dirname(own)]);
  if (!run(own, [npmScript(), ...args], { cwd: temporary, env })) {
    throw new Stop(`Node ${version} could not be fetched; the lines above say why.`);
  }
  return path.join(temporary, "node_modules", ".bin", "node");
}

function readJson(file) {
  const full = path.join(root, file);
  return existsSync(full) ? JSON.parse(readFileSync(full, "utf8")) : undefined;
}
