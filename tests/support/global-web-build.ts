import { ensureWebBuilt } from "../../scripts/lib/web-build.mjs";

/** The web UI is built before the first browser asks for it, once for all test files. */
export default function setup(): void {
  ensureWebBuilt();
}
