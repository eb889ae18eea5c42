import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { binFolder, root, run, Stop, say, withProjectNode } from "./run.mjs";

const stamp = path.join(root, "dist", "web", ".built-from");

/** Builds the web UI unless it was built from these very sources. */
export function ensureWebBuilt() {
  const sources = fingerprint();
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === sources) return;
  say("Building the web UI …");
  const node = path.join(binFolder, "node");
  const vite = path.join(root, "node_modules", "vite", "bin", "vite.js");
  // Tests set NODE_ENV, which would make it a build for development.
  const env = { ...withProjectNode(), NODE_ENV: "production" };
  if (!run(node, [vite, "build", "--config", "src/web/vite.config.ts", "--logLevel", "warn"], { env })) {
    throw new Stop("The web UI could not be built; the lines above say why.");
  }
  compress(path.dirname(stamp));
  writeFileSync(stamp, sources);
}

/** Writes a .br and a .gz beside every text file, so that the server squeezes nothing while somebody waits. */
function compress(folder) {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.(js|css|html|svg|json)$/.test(entry.name)) continue;
    const file = path.join(entry.parentPath ?? entry.path, entry.name);
    const content = readFileSync(file);
    writeFileSync(`${file}.br`, brotliCompressSync(content));
    writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }));
  }
}

/** One value for everything the browser's program is made of. */
function fingerprint() {
  const hash = createHash("sha256");
  const sources = readdirSync(path.join(root, "src"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath ?? entry.path, entry.name)))
    .filter(reachesBrowser)
    .sort();
  for (const file of ["package-lock.json", ...sources]) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(path.join(root, file)))
      .update("\0");
  }
  return hash.digest("hex");
}

/** The web shell, pages, and what server and browser share. */
function reachesBrowser(file) {
  const parts = file.split(path.sep);
  if (/\.test\.tsx?$/.test(file)) return false;
  if (parts[1] === "web" || parts.includes("ui") || parts[1] === "platform") return true;
  return /(\.contract|\.rules|[\\/]texts(\.[a-z]{2})?)\.ts$/.test(file);
}
