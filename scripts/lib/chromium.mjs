import { existsSync } from "node:fs";
import path from "node:path";
import { aptInstall, ask, binFolder, mayUseApt, root, run, Stop, say } from "./run.mjs";

const SYSTEM = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/**
 * The browser for end-to-end tests: `CHROME_PATH`, the system's, or Playwright's own.
 *
 * @returns {string | undefined}
 */
export function findChromium() {
  const given = process.env.CHROME_PATH;
  if (given) return existsSync(given) ? given : undefined;
  return SYSTEM.find((file) => existsSync(file)) ?? playwrightChromium();
}

/** Finds Chromium or gets it. */
export function ensureChromium() {
  if (process.env.CHROME_PATH && !findChromium()) {
    throw new Stop(`CHROME_PATH names a file that does not exist: ${process.env.CHROME_PATH}`);
  }
  if (findChromium()) return;
  if (mayUseApt()) {
    say("Installing Chromium for the end-to-end tests (apt-get) …");
    aptInstall("chromium");
    if (findChromium()) return;
  }
  say("Fetching Chromium for the end-to-end tests (Playwright) …");
  const playwright = path.join(root, "node_modules", "playwright-core", "cli.js");
  run(path.join(binFolder, "node"), [playwright, "install", "chromium"]);
  if (findChromium()) return;
  throw new Stop(
    "No Chromium for the end-to-end tests. Install one (as root: apt-get install chromium), or set CHROME_PATH to the program of a Chromium or Chrome, then run npm test again.",
  );
}

/** Where Playwright keeps the Chromium it has downloaded. */
function playwrightChromium() {
  const question = "require('playwright-core').chromium.executablePath()";
  const file = ask(path.join(binFolder, "node"), ["--print", question]);
  return file && existsSync(file) ? file : undefined;
}
