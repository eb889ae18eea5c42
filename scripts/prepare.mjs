/**
 * Makes ready what the npm scripts need; npm calls it before them.
 *
 *   quiet   the packages
 *   web     and the built web UI
 *   test    and Chromium, and PostgreSQL 15
 *
 * Says nothing when there is nothing to do. Runs on the machine's own Node (20 or newer), since the project's
 * comes with the packages.
 */
import { ensureChromium } from "./lib/chromium.mjs";
import { ensureOldestPostgres } from "./lib/debian-postgres.mjs";
import { ensureInstalled } from "./lib/install.mjs";
import { Stop, say } from "./lib/run.mjs";
import { ensureWebBuilt } from "./lib/web-build.mjs";

const what = process.argv[2];

try {
  if (!["quiet", "web", "test"].includes(what))
    throw new Stop("usage: node scripts/prepare.mjs quiet|web|test");
  ensureInstalled({ development: what !== "web" });
  if (what !== "quiet") ensureWebBuilt();
  if (what === "test") {
    ensureChromium();
    ensureOldestPostgres();
  }
} catch (error) {
  if (!(error instanceof Stop)) throw error;
  say(error.message);
  process.exitCode = 1;
}
