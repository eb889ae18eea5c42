import { setTimeout as sleep } from "node:timers/promises";

const LOOK_AGAIN_MS = 20;

/**
 * Waits until something holds.
 *
 * @param what said when it never did
 */
export async function until(
  what: string,
  condition: () => boolean | Promise<boolean>,
  timeoutMs = 30_000,
): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error(`waited ${timeoutMs / 1000} s in vain: ${what}`);
    await sleep(LOOK_AGAIN_MS);
  }
}
